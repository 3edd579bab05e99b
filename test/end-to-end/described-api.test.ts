import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiDocument } from '../../functions/domain/api/api-document.ts'
import { PUBLIC_ROUTES, ROUTES } from '../../infra/routes.ts'
import { publishNow } from '../../operate/publish.ts'
import { type Call, type Calls, callsTo } from '../support/api-calls.ts'
import { changedAssembly } from '../support/changed-assembly.ts'
import { operated, sendWeek } from '../support/exactly-once.ts'
import { contractOf, type Described, withOneFieldMore } from '../support/contract.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { type Answer, send } from '../support/sender.ts'
import { startStack } from '../support/stack.ts'

const contract = contractOf(apiDocument())
const OPERATIONS = [...contract.operations.keys()]

let stack: PermittedStack
let calls: Calls
const unpublished = new Map<string, Answer>()
const isOfEditions = (id: string) => /^get(Stats|.*Edition)/.test(id)
beforeAll(async () => {
  stack = await startPermittedStack({ invented: true })
  await sendWeek(stack.url, { seed: 'described', reports: 200 })
  await stack.idle()
  for (const id of OPERATIONS.filter(isOfEditions)) unpublished.set(id, await ask(stack.url, contract.operations.get(id)!, { status: 404 })) // prettier-ignore
  await publishNow(operated(stack))
  calls = await callsTo(stack)
})
afterAll(() => stack.stop())

/** The gateway takes all files of editions by one path, which a description has no way to say. */
const routeOf = (path: string) => path.replace(/^\/v1\/editions\/.*/, '/v1/editions/{path+}')
const isPublic = ({ method, path }: Described) =>
  method === 'get' && PUBLIC_ROUTES.some((route) => route.path === routeOf(path))
/** What the gateway refuses itself says nothing of it, and is a status that nobody keeps unasked. */
const mayBeKept = ({ headers, json }: Answer) => headers.get('cache-control') !== 'no-store' && !('message' in json)

async function ask(url: string, { method, path }: { method: string; path: string }, call: Call): Promise<Answer> {
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.path?.[name] ?? name))
  const body = call.form ? new URLSearchParams(call.form) : call.json === undefined ? undefined : JSON.stringify(call.json) // prettier-ignore
  const typed = call.json === undefined ? {} : { 'content-type': 'application/json' }
  const headers = { ...typed, ...call.headers }
  return await send(`${url}${place}${call.query ?? ''}`, {
    method: method.toUpperCase(),
    headers,
    ...(body && { body }),
  })
}

test('what is described is what there is: every route, and nothing else', async () => {
  const described = [...contract.operations.values()].map(
    ({ method, path }) => `${method.toUpperCase()} ${routeOf(path)}`,
  )
  // HEAD stands in its words: it is GET without the body.
  const routes = ROUTES.filter(({ method }) => method !== 'HEAD').map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(described)].toSorted()).toEqual(routes.toSorted())
  expect((await send(`${stack.url}/v1/openapi.json`)).json).toEqual(JSON.parse(JSON.stringify(apiDocument())))
})

test('before anything is published, that is answered as described', () => {
  expect(unpublished.size).toBe(13)
  for (const [id, answer] of unpublished)
    expect([id, answer.status, contract.answerFaults(contract.operations.get(id)!.operation, answer)]).toEqual([id, 404, []]) // prettier-ignore
})

test('who may ask is described as it is', () => {
  const forAnalysts = ROUTES.flatMap(({ path, isForAnalysts }) => (isForAnalysts ? [path] : []))
  const described = [...contract.operations.values()].filter(
    ({ operation }) => 'analyst' in (operation.security[0] ?? {}),
  )
  expect(described.map(({ path }) => path).toSorted()).toEqual(forAnalysts.toSorted())
})

test.each(OPERATIONS)('%s answers as described, whether it does what it is asked or refuses it', async (id) => {
  const described = contract.operations.get(id)!
  const answers = [unpublished.get(id)].filter((answer) => answer !== undefined)
  for (const call of calls[id] ?? []) {
    const answer = await ask(stack.url, described, call)
    const [type, body] = call.form ? ['application/x-www-form-urlencoded', call.form] : ['application/json', call.json]
    const sent = answer.status < 300 && body ? contract.bodyFaults(described.operation, type, body) : []
    const faults = [...sent, ...contract.answerFaults(described.operation, answer)]
    expect([call, answer.status, faults]).toEqual([call, call.status, []])
    expect([call, mayBeKept(answer)]).toEqual([call, isPublic(described) && answer.status < 400])
    answers.push(answer)
  }
  const statuses = new Set(answers.map(({ status }) => String(status)))
  const refusals = Object.keys(described.operation.responses).filter(
    (status) => status.startsWith('4') && status !== '429',
  )
  expect([...statuses].some((status) => status.startsWith('2'))).toBe(true)
  expect(refusals.length === 0 || refusals.some((status) => statuses.has(status))).toBe(true)
})

test.each(OPERATIONS.filter((id) => isPublic(contract.operations.get(id)!)))(
  '%s answers HEAD like GET, without the body',
  async (id) => {
    const described = contract.operations.get(id)!
    for (const call of calls[id]!) {
      const whole = await ask(stack.url, described, call)
      const headers = await ask(stack.url, { ...described, method: 'head' }, call)
      expect([call, headers.text, headers.status, said(headers)]).toEqual([call, '', whole.status, said(whole)])
    }
  },
)

/** All headers but those that name or time this one answer. */
function said({ headers }: Answer): [string, string][] {
  return [...headers].filter(([name]) => !['date', 'apigw-requestid', 'connection', 'keep-alive'].includes(name))
}

test.each(OPERATIONS.filter((id) => /^get(Stats|Exact)/.test(id)))(
  '%s would not be allowed a field more',
  async (id) => {
    const described = contract.operations.get(id)!
    const answer = await ask(stack.url, described, calls[id]![0]!)
    const spoilt = [...withOneFieldMore(answer.json)]
    expect(spoilt.length).toBeGreaterThan(2)
    for (const each of spoilt) {
      const faults = contract.answerFaults(described.operation, { ...answer, text: JSON.stringify(each) })
      expect([each, faults]).toEqual([each, expect.arrayContaining([expect.stringContaining('additional')])])
    }
  },
)

test('what the gateway has no room for is answered as described, whatever was asked', async () => {
  const { directory, remove } = await changedAssembly(({ Resources }) => {
    for (const { Type, Properties } of Object.values(Resources))
      if (Type === 'AWS::ApiGatewayV2::Stage')
        Object.assign(Properties!['DefaultRouteSettings'] as object, { ThrottlingBurstLimit: 0 })
  })
  const busy = await startStack({ assembly: directory, isThrottled: true })
  try {
    for (const described of contract.operations.values()) {
      const answer = await ask(busy.url, described, { status: 429 })
      expect([answer.status, contract.answerFaults(described.operation, answer)]).toEqual([429, []])
    }
  } finally {
    await busy.stop()
    remove()
  }
})
