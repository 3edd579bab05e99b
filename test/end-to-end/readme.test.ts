import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserFetch } from '../support/browser-fetch.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, type Sender, send, senderTo } from '../support/sender.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

let stack: PermittedStack
let sender: Sender
beforeAll(async () => {
  stack = await startPermittedStack()
  sender = senderTo(stack)
})
afterAll(() => stack.stop())

/** The block of README below the comment `<!-- name -->`, with the address of the stack in place of `https://API`. */
function block(name: string): string {
  const [, code] = new RegExp(`<!-- ${name} -->\\s*\`\`\`\\w+\\n(.*?)\`\`\``, 's').exec(README) ?? []
  if (!code) throw new Error(`README has no block marked <!-- ${name} -->`)
  return code.replaceAll('https://API', stack.url)
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** A form's action, method and fields, as a browser reads them; a field has the value that the form gives it. */
function readForm(html: string) {
  const [form = ''] = /<form\b[^>]*>/.exec(html) ?? []
  const controls = html.match(/<(?:input|textarea|select)\b[^>]*>/g) ?? []
  const fields = controls.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value') ?? ''])
  return {
    action: attribute(form, 'action')!,
    method: attribute(form, 'method')!.toUpperCase(),
    fields: Object.fromEntries(fields.filter(([name]) => name !== undefined)) as Record<string, string>,
  }
}

const WRITTEN = {
  'call.callerId': '(450) 555-0146',
  // As <input type="datetime-local"> sends it.
  'call.receivedAt': '2011-05-02T10:03',
  'call.message': 'Typed into the form of README.',
  riding: 'Guelph',
  'reporter.phone': '519-555-0123',
}

test('the form works as pasted into another site: filled in, it is kept and counted; its answer is a page', async () => {
  const { action, method, fields } = readForm(block('form'))
  expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(WRITTEN)))
  const { status, headers, text } = await send(action, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html,*/*;q=0.8', origin: 'https://paper.example' }, // prettier-ignore
    body: new URLSearchParams({ ...fields, ...WRITTEN }).toString(),
  })
  expect([status, headers.get('content-type')]).toEqual([202, 'text/html; charset=utf-8'])
  const [, id = ''] = /(rpt_[0-9A-Z]{26})/.exec(text) ?? []
  const [, receipt = ''] = /(r1\.[\w-]+\.[\w-]+)/.exec(text) ?? []
  await stack.idle()
  expect((await sender.show({ id, receipt })).json).toMatchObject({
    status: 'counted',
    call: { message: 'Typed into the form of README.', receivedAt: '2011-05-02T10:03' },
    reporter: { lineKnown: true },
    normal: { callerId: { e164: '+14505550146' }, riding: { id: 'ocd-division/country:ca/ed:35027' } },
  })
})

test('the form left empty is answered with what is missing', async () => {
  const { action, method, fields } = readForm(block('form'))
  const { status } = await send(action, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams(fields).toString(),
  })
  expect(status).toBe(422)
})

type Reporting = (report: object, key?: string) => Promise<Record<string, string>>

/** The function that the script of README declares, as it is in the page of another site. */
function pasted(fetch: typeof globalThis.fetch): Reporting {
  const script = block('fetch')
  const [, name] = /function (\w+)\(/.exec(script) ?? []
  // oxlint-disable-next-line typescript/no-implied-eval -- what readers paste is what is to be tested
  return new Function('fetch', `${script}; return ${name}`)(fetch) as Reporting
}

test('the script has ten lines, and works as pasted into another site', async () => {
  const code = block('fetch').trimEnd().split('\n')
  expect(code.length).toBeLessThanOrEqual(10)
  const report = pasted(browserFetch('https://paper.example'))
  const { id = '', receipt = '', advice } = await report(aReport({ message: 'By the script of README.' }))
  expect(advice).toContain('elections.ca')
  expect((await sender.show({ id, receipt })).status).toBe(200)
})

test('the script tries again with the same key when an answer is lost, and nothing is counted twice', async () => {
  const elsewhere = browserFetch('https://paper.example')
  const ids: string[] = []
  const losing: typeof fetch = async (...request) => {
    const answer = await elsewhere(...request)
    ids.push(((await answer.clone().json()) as { id: string }).id)
    if (ids.length === 1) throw new TypeError('the connection was lost')
    return answer
  }
  const { id } = await pasted(losing)(aReport({ message: 'Lost once.' }))
  expect(ids).toEqual([id, id])
})

test('the script hands on what is wrong with a report', async () => {
  const problem = await pasted(browserFetch('https://paper.example'))({ call: { receivedAt: 'ten' } })
  expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/call/receivedAt', code: 'not-a-time' }] })
})

const sh = async (command: string) => (await promisify(execFile)('sh', ['-c', command])).stdout
/** As the reader's own commands reach the stack of this test. */
const here = (command: string) =>
  command
    .replaceAll('http://127.0.0.1:8080', stack.url)
    .replaceAll('npm run -s sms --', `${process.execPath} operate/send-sms.ts --data ${stack.dataDir}`)
    .replaceAll('npm run -s publish --', `${process.execPath} operate/publish.ts --data ${stack.dataDir}`)
    .replaceAll('npm run -s token --', `${process.execPath} operate/issue-token.ts --data ${stack.dataDir}`)

test('the terminal sessions of README work', async () => {
  const sessions = [...README.matchAll(/^\$ ((?:TOKEN=.*\n\$ )?(?:curl|npm run -s publish) (?:.|\n )*)/gm)].map(
    ([, command = '']) => command,
  )
  expect(sessions.length).toBeGreaterThan(2)
  for (const session of sessions) {
    await stack.idle()
    const stdout = await sh(here(session.replace('\n$ ', '\n')))
    const named = session.startsWith('npm') ? stdout.split(/: .*\n/) : Object.keys(JSON.parse(stdout) as object)
    const promised = session.startsWith('npm') ? 'latest' : session.includes('/v1/reports') ? 'receipt' : 'rows'
    expect(named).toContain(promised)
  }
})

test('the conversation by text of README goes as it is printed', async () => {
  const [, ...turns] = block('sms').split(/^\$ /m)
  expect(turns.length).toBe(2)
  for (const turn of turns) {
    const [command = '', ...printed] = turn.trimEnd().split('\n')
    const said = (await sh(here(command))).trimEnd().split('\n')
    const anyRest = (line: string) => new RegExp(`^${line.replace(/[.?()]/g, '\\$&').replaceAll('…', '\\S+')}$`)
    expect(said).toEqual(printed.map((line) => expect.stringMatching(anyRest(line)) as string))
  }
})
