import { exactDoor } from '../support/exact-door.ts'
import { InvokeCommand } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueToken } from '../../operate/issue-token.ts'
import { publish } from '../../operate/publish.ts'
import { sendSms } from '../../operate/send-sms.ts'
import { rehearse } from '../../rehearsal/rehearsal.ts'
import { operated } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { type Allowed, functionPolicies } from '../support/policies.ts'
import { published } from '../support/published.ts'
import { rolesOf } from '../support/roles.ts'
import { aReport, LINE, send, senderTo } from '../support/sender.ts'
import { FUNCTIONS, MADE_BY_SERVICES, unsealing } from './made-by-services.ts'

let stack: PermittedStack
beforeAll(async () => {
  stack = await startPermittedStack()
  await useEverything(stack)
})
afterAll(() => stack.stop())

/** A rehearsed week, and what a small one may lack: a complaint that takes another report's name, records and texts that go, and a template. */
async function useEverything({ url, idle }: PermittedStack): Promise<void> {
  await rehearse({ apiUrl: url, door: await exactDoor(stack), seed: 'permissions', reports: 40, concurrency: 8 })
  const sender = senderTo(stack)
  const sameCall = aReport({}, { reporter: { phone: LINE } })
  const reports = [await sender.kept(sameCall), await sender.kept(sameCall, { headers: { 'idempotency-key': LINE.repeat(2) } })] // prettier-ignore
  await idle()
  for (const report of reports) {
    expect((await sender.show(report)).status).toBe(200)
    await sender.withdraw(report)
    await idle()
  }
  const pasted = (n: number) =>
    aReport({ message: PASTED }, { reporter: { phone: `819-555-01${String(n).padStart(2, '0')}` } })
  const texts = await Promise.all(Array.from({ length: 9 }, async (_, n) => await sender.kept(pasted(n))))
  await idle()
  texts.push(await sender.kept(pasted(9)))
  await idle()
  for (const report of texts) await sender.withdraw(report)
  await idle()
  expect((await send(`${url}/v1/nothing`)).status).toBe(404)
  await useTexts(stack)
  await useExact(stack)
  await useEditions(stack)
}

async function useExact(host: PermittedStack): Promise<void> {
  const token = await issueToken(operated(host), host.dataDir, { name: 'A. Analyst' })
  const headers = { authorization: `Bearer ${token}`, purpose: 'to see what its role is used for' }
  expect((await send(`${host.url}/v1/exact/ridings`, { headers })).status).toBe(200)
}

/** A conversation by text, an amendment and a withdrawal of it through the API, SHOW, ERASE, and a text that AWS publishes. */
async function useTexts(host: PermittedStack): Promise<void> {
  const { lambda, outputs } = operated(host)
  const sender = senderTo(host)
  const text = async (body: string) => (await sendSms(operated(host), { body, from: LINE })).replies
  for (const message of ['They said that my poll has moved to the mall', PASTED]) {
    const [kept = ''] = await text(message === PASTED ? `Another call: ${message}` : message)
    const [, id = '', receipt = ''] = /(rpt_\w+) (\S+)$/.exec(kept)!
    await sender.amend({ id, receipt }, aReport())
    if (message === PASTED) await sender.withdraw({ id, receipt })
  }
  await host.idle()
  const [, code = ''] = await text('SHOW')
  const authorization = `Bearer ${/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(code)![0]}`
  expect((await send(`${host.url}/v1/reports/held`, { method: 'POST', headers: { authorization } })).status).toBe(200)
  const [confirm = ''] = await text('ERASE')
  await text(/\d{6}/.exec(confirm)![0])
  const event = published({ messageBody: 'HELP', TopicArn: host.outputs['SmsTopicArn']! })
  await lambda.send(new InvokeCommand({ FunctionName: outputs.ReceiveSmsFunction, Payload: JSON.stringify(event) }))
  expect((await send(`${host.url}/v1/reports/template.csv`)).status).toBe(200)
  expect((await send(`${host.url}/v1/docs`)).status).toBe(200)
  await host.idle()
}

/** A draft that is thrown away, two that are approved, and what is read of them. */
async function useEditions(host: PermittedStack): Promise<void> {
  const stack = operated(host)
  const { draft: first } = await publish(stack)
  await publish(stack, { discard: first!.edition })
  for (const word of ['one', 'two']) {
    const { draft } = await publish(stack, { reason: { en: word, fr: word } })
    await publish(stack, { approve: draft!.edition })
  }
  for (const [path, status] of [
    ['latest.json', 200],
    ['2026-01-01.1/summary.csv', 404],
  ] as const)
    expect((await send(`${host.url}/v1/editions/${path}`)).status).toBe(status)
  expect((await send(`${host.url}/v1/stats/ridings`)).status).toBe(200)
  expect((await send(`${host.url}/v1/stats/ridings?after=2026-01-01.1~10`)).status).toBe(404)
}

const PASTED =
  'Every member should report this outrageous campaign call about imaginary polling places immediately please.'

/** Verb and resource of each command that the function's code issued. */
function usedBy(name: string): string[] {
  const own = stack.commands.filter(({ caller }) => caller === name)
  return [...new Set(own.map(({ action, resource }) => `${action} ${withoutHash(resource)}`))]
}

/** The same with what AWS does in its name, and the keys that all of this needs. */
function neededBy(name: string): string[] {
  const made = MADE_BY_SERVICES.filter(({ caller }) => caller === name).flatMap(({ verbs }) => verbs)
  const verbs = [...usedBy(name), ...made]
  return [...new Set([...verbs, ...verbs.flatMap(unsealing)])].toSorted()
}

function allowedIn(statements: Allowed[]): string[] {
  return statements
    .flatMap(({ actions, resources, conditions }) =>
      actions.flatMap((action) => resources.map((on) => `${action} ${withoutHash(on)}${via(conditions)}`)),
    )
    .toSorted()
}

function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '')
}

function via({ StringEquals }: Allowed['conditions']): string {
  const service = (StringEquals as Record<string, string> | undefined)?.['kms:ViaService']
  return service ? ` via ${service.split('.')[0]}` : ''
}

test.each(FUNCTIONS)('the role of %s allows what it was seen to use, all of it and nothing else', (name) => {
  expect(allowedIn(functionPolicies(stack.template)[name]!)).toEqual(neededBy(name))
})

test('there is no other function', () => {
  expect(Object.keys(functionPolicies(stack.template))).toHaveLength(FUNCTIONS.length)
})

test('show-report asks for single reports by their ids, and its role lets it ask for nothing else', () => {
  const reads = stack.commands.filter(({ caller, action }) => caller === 'show-report' && action === 'dynamodb:GetItem')
  expect(reads.length).toBeGreaterThan(0)
  expect(reads.flatMap(({ keys }) => keys).filter((key) => !/^rpt_[0-9A-Z]{26}$/.test(key))).toEqual([])
  const allows = rolesOf(stack.template)
  const read = { ...reads[0]!, resource: 'complaints' }
  expect([read, { ...read, keys: ['REPORTER#t1.x'] }].map(allows)).toEqual([true, false])
})

test('a verb, a resource or a caller that a role does not name is denied', () => {
  const allows = rolesOf(stack.template)
  const write = { caller: 'receive-report', action: 'dynamodb:PutItem', resource: 'guards', keys: ['x'] }
  expect(allows(write)).toBe(true)
  expect(allows({ ...write, action: 'dynamodb:GetItem' })).toBe(false)
  expect(allows({ ...write, resource: 'complaints' })).toBe(false)
  expect(allows({ ...write, caller: 'show-report' })).toBe(false)
})
