import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, type Sender, senderTo } from '../support/sender.ts'

let stack: PermittedStack
let sender: Sender
beforeAll(async () => {
  stack = await startPermittedStack({ invented: true })
  sender = senderTo(stack)
  const callers = ['=cmd()', 'private', '450-555-0146', '450-555-0147', '514-555-0148']
  await Promise.all(callers.map(async (callerId, n) => await sender.kept(aReport({ callerId, receivedAt: `2011-05-0${n + 1}T10:0${n}` }, { reporter: { phone: `519-555-012${n}` } })))) // prettier-ignore
  await stack.idle()
})
afterAll(() => stack.stop())

const get = async (path: string, headers: Record<string, string> = {}) => await sender.exact(path, headers)

test.each(['summary', 'ridings', 'caller-ids', 'caller-ids/+14505550146', 'sources', 'timeline'])(
  '%s says what must be known to read its rows',
  async (table) => {
    const { status, json, headers } = await get(`${table}`)
    expect(status).toBe(200)
    expect(json['meta']).toMatchObject({
      event: 'ca-ge-test',
      asOf: expect.stringMatching(/^\d{4}-.*Z$/),
      freshness: expect.any(String),
      protection: 'none',
      licence: null,
      invented: true,
    })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('ratelimit-policy')).toBe('"everyone";q=500;w=1')
    const [row] = json['rows'] as object[]
    expect(row).toMatchObject({ reports: expect.any(Number), reporters: expect.any(Number), complaints: expect.any(Number), anonymousShare: 0 }) // prettier-ignore
  },
)

test('a table comes as CSV, by Accept or by ?format, with a name for each column and no formula to run', async () => {
  const byHeader = await get('caller-ids', { accept: 'text/csv' })
  const byQuery = await get('caller-ids?format=csv')
  expect(byHeader.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(byHeader.text).toBe(byQuery.text)
  const [columns, ...lines] = byHeader.text.trimEnd().split('\r\n')
  expect(columns).toBe(
    'callerId.kind,callerId.e164,callerId.shortCode,reports,reporters,complaints,anonymousShare,firstCall,lastCall',
  )
  expect(lines).toContain('number,+14505550146,,1,1,1,0,2011-05,2011-05')
  const { json } = await get('caller-ids')
  expect(lines).toHaveLength((json['rows'] as object[]).length)
})

test('pages linked one to the next hold each row once', async () => {
  const all = await sender.rows('caller-ids')
  const paged: unknown[] = []
  let next: string | undefined = 'caller-ids?limit=2'
  while (next) {
    const { json, headers } = await get(next)
    expect((json['rows'] as object[]).length).toBeLessThanOrEqual(2)
    paged.push(...(json['rows'] as object[]))
    next = /^<\/v1\/exact\/([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
  }
  expect(all.length).toBeGreaterThan(4)
  expect(paged).toEqual(all)
})

test('the timeline goes by the call’s own clock or by when it was received, by day or by hour', async () => {
  const byCall = (await get('timeline?interval=hour&from=2011-05-01&to=2011-05-02')).json['rows']
  expect(byCall).toMatchObject([
    { period: '2011-05-01T10', reports: 1 },
    { period: '2011-05-02T10', reports: expect.any(Number) },
  ])
  const received = (await get('timeline?by=received')).json['rows'] as { period: string }[]
  for (const { period } of received) expect(Math.abs(Date.parse(period) - Date.now())).toBeLessThan(2 * 86_400_000)
})

test('one number that was displayed is asked for by its path, with a sentence on spoofing in both languages', async () => {
  const { status, json } = await get('caller-ids/%2B14505550146')
  expect([status, json['rows']]).toMatchObject([200, [{ callerId: { e164: '+14505550146' }, complaints: 1, hours: { '10': { reports: 1, reporters: 1, complaints: 1 } } }]]) // prettier-ignore
  expect(json['meta']).toMatchObject({ callerId: { en: expect.stringContaining('displayed'), fr: expect.stringContaining('affiché') } }) // prettier-ignore
  const csv = await get('caller-ids/+14505550146?format=csv')
  expect(csv.text).toMatch(/^callerId\.kind,callerId\.e164,[^\r]+,hours\.23\.complaints\r\nnumber,\+14505550146,/)
})

test('what nobody reported, and what is no script, is not there; bad parameters are named all at once', async () => {
  const unknown = await get('caller-ids/+14505550199', { 'accept-language': 'fr' })
  expect([unknown.status, unknown.json['type']]).toEqual([404, 'urn:callwitness:problem:unknown-caller-id'])
  expect(unknown.text).not.toContain('0199')
  expect((await get('scripts/scr_1/list-source')).json['type']).toBe('urn:callwitness:problem:unknown-script')
  const { status, json } = await get('ages?province=Ontario&script=all&limit=5')
  expect([status, (json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)]).toEqual([422, ['/province', '/script', '']]) // prettier-ignore
})

test.each([
  ['ages', 9, 'ageBand,reports,'],
  ['earlier-polls', 54, 'group,question,answer,reports,'],
  ['earlier-polls/odds-ratios', 3, 'comparison,misdirected.exposed,'],
] as const)('%s comes whole, in JSON as in CSV, also where nobody told anything', async (table, length, columns) => {
  expect((await get(`${table}`)).json).toMatchObject({ rows: { length }, meta: { protection: 'none' } })
  const lines = (await get(`${table}?format=csv&templated=without`)).text.trimEnd().split('\r\n')
  expect([lines.length, lines[0]!.startsWith(columns)]).toEqual([length + 1, true])
})
