import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishNow } from '../../operate/publish.ts'
import { edgeBefore } from '../support/edge.ts'
import { exactDoor } from '../support/exact-door.ts'
import { operated, sendWeek } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, senderTo } from '../support/sender.ts'

let stack: PermittedStack
let edition: string
const newEdge = () => edgeBefore(stack.template, stack.url)
beforeAll(async () => {
  stack = await startPermittedStack({ invented: true })
  await sendWeek(stack.url, { seed: 'edge', reports: 150 })
  await stack.idle()
  edition = (await publishNow(operated(stack))).latest!
})
afterAll(() => stack.stop())

/** Each path by which anyone asks. */
const paths = () => [
  '/v1/stats/summary',
  '/v1/stats/summary?kind=live',
  '/v1/stats/ridings?limit=10&format=csv',
  '/v1/stats/ridings?format=csv&limit=10',
  '/v1/stats/caller-ids/+14505550146',
  '/v1/stats/scripts',
  '/v1/stats/ages',
  '/v1/stats/earlier-polls/odds-ratios',
  '/v1/stats/timeline?interval=hour',
  '/v1/editions/latest.json',
  `/v1/editions/${edition}/summary.csv`,
  `/v1/editions/${edition}/summary.csv?format=json`,
  '/v1/ridings?q=guel&order=2003',
  '/v1/ridings?q=mont&order=2003',
  '/v1/reports/template.csv',
  '/v1/reports/template.csv?language=fr',
  '/v1/openapi.json',
  '/v1/docs',
]

/** Who asks, and how. */
const READERS: Record<string, string>[] = [
  {},
  { accept: '*/*', 'accept-language': 'fr-CA' },
  { accept: 'text/csv', 'accept-language': 'en', cookie: 'who=me' },
  { accept: 'application/vnd.apache.parquet', 'user-agent': 'Mozilla/5.0', origin: 'https://news.example' },
  { accept: 'text/html,application/xhtml+xml', authorization: 'Bearer r1.x', 'x-forwarded-for': '203.0.113.7' },
]

test('of all answers that anyone may keep, those of one key are the same bytes, whoever asks', async () => {
  const edge = newEdge()
  const byKey = new Map<string, Set<string>>()
  for (const path of paths())
    for (const headers of READERS) {
      const response = await fetch(`${stack.url}${path}`, { headers })
      const bytes = Buffer.from(await response.arrayBuffer()).toString('base64')
      const key = edge.keyOf(path, headers)
      if (response.status === 200) byKey.set(key, (byKey.get(key) ?? new Set()).add(bytes))
      const varies = (response.headers.get('vary') ?? '').split(/, */).filter((name) => name !== '')
      for (const name of response.status === 200 ? varies : [])
        expect([path, edge.keyOf(path, { [name]: 'x' }) === edge.keyOf(path)]).toEqual([path, false])
    }
  expect(byKey.size).toBeGreaterThan(paths().length)
  expect([...byKey].filter(([, answers]) => answers.size > 1)).toEqual([])
})

test('what differs has another key: format, language, parameters', async () => {
  const edge = newEdge()
  const asked: [string, Record<string, string>][] = [
    ['/v1/stats/summary', { accept: 'application/json' }],
    ['/v1/stats/summary', { accept: 'text/csv' }],
    ['/v1/stats/summary?kind=recorded', { accept: 'application/json' }],
    ['/v1/stats/ages', { accept: 'application/json' }],
    ['/v1/reports/template.csv', { 'accept-language': 'en' }],
    ['/v1/reports/template.csv', { 'accept-language': 'fr' }],
  ]
  const answers = []
  for (const [path, headers] of asked) answers.push(await edge.ask(path, { headers }))
  expect(answers.map(({ status, isFromOrigin }) => [status, isFromOrigin])).toEqual(asked.map(() => [200, true]))
  expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(asked.length)
})

test('parameters in another order are asked for once more, and are the same bytes', async () => {
  const edge = newEdge()
  const one = await edge.ask('/v1/stats/timeline?by=received&interval=hour')
  const other = await edge.ask('/v1/stats/timeline?interval=hour&by=received')
  expect([other.isFromOrigin, other.bytes, other.headers.get('etag')]).toEqual([true, one.bytes, one.headers.get('etag')]) // prettier-ignore
})

test('what is kept is answered without the API until it is stale, conditional requests and HEAD too', async () => {
  const edge = newEdge()
  for (const path of paths()) {
    const first = await edge.ask(path)
    if (first.status !== 200) continue
    const etag = first.headers.get('etag')!
    edge.asked.length = 0
    const again = await edge.ask(path)
    const held = await edge.ask(path, { headers: { 'if-none-match': etag } })
    const head = await edge.ask(path, { method: 'HEAD' })
    expect([path, again.bytes === first.bytes, held.status, held.bytes, head.status, head.bytes]).toEqual([path, true, 304, '', 200, '']) // prettier-ignore
    expect([path, edge.asked]).toEqual([path, []])
  }
})

test('what is stale is asked for by its tag, and read again only when it is another', async () => {
  const edge = newEdge()
  const first = await edge.ask('/v1/stats/summary')
  edge.clock.millis += 61_000
  const same = await edge.ask('/v1/stats/summary')
  expect(edge.asked.at(-1)!.headers['if-none-match']).toBe(first.headers.get('etag'))
  expect(same.bytes).toBe(first.bytes)
  expect((await edge.ask('/v1/stats/summary')).isFromOrigin).toBe(false)
})

test('no problem is kept, in any language', async () => {
  const edge = newEdge()
  const problems = ['/v1/stats/summary?kind=none', '/v1/stats/caller-ids/+14505550100', '/v1/editions/2020-01-01.1/summary.csv', '/v1/nothing'] // prettier-ignore
  for (const path of problems) {
    const english = await edge.ask(path, { headers: { 'accept-language': 'en' } })
    const french = await edge.ask(path, { headers: { 'accept-language': 'fr' } })
    expect([path, english.isFromOrigin, french.isFromOrigin]).toEqual([path, true, true])
    expect([path, [404, 422].includes(english.status), french.status]).toEqual([path, true, english.status])
  }
  const french = await edge.ask(problems[0]!, { headers: { 'accept-language': 'fr' } })
  expect(french.headers.get('content-language')).toBe('fr')
})

test('nothing private goes through: no report, no receipt, no token, no address of who asks', async () => {
  const edge = newEdge()
  const mine = await senderTo(stack).kept(aReport())
  await stack.idle()
  const opened = { headers: { authorization: `Bearer ${mine.receipt}` } }
  const exact = { headers: { ...(await exactDoor(stack)).headers } }
  const passed = [
    await edge.ask(`/v1/reports/${mine.id}`, opened),
    await edge.ask('/v1/exact/summary', exact),
    await edge.ask('/v1/exact/scripts/x/list-source', exact),
    await edge.ask('/v1/reports/held', opened),
  ]
  expect(passed.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(passed.map(() => [404, 'no-store'])) // prettier-ignore
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect((await edge.ask('/v1/reports', { method })).status).toBe(403)
  await edge.ask('/v1/stats/summary', { headers: { ...opened.headers, cookie: 'a=b', 'x-forwarded-for': '203.0.113.7', purpose: 'none' } }) // prettier-ignore
  const passedOn = edge.asked.flatMap(({ headers }) => Object.keys(headers))
  expect(passedOn).toEqual([])
})
