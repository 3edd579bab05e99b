import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { decodeJwt } from 'jose'
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromItem } from '../../functions/adapters/dynamodb.ts'
import { issueToken, type TokenRequest } from '../../operate/issue-token.ts'
import { listAudit } from '../../operate/list-audit.ts'
import { operated } from '../support/exactly-once.ts'
import { type FaultyStack, startFaultyStack } from '../support/faulty-stack.ts'
import { aReport, type Answer, send, senderTo } from '../support/sender.ts'
import { badTokens, readKey } from '../support/tokens.ts'

const TABLES = [
  'summary',
  'ridings',
  'caller-ids',
  'scripts',
  'ages',
  'earlier-polls',
  'earlier-polls/odds-ratios',
  'sources',
  'timeline',
]
const PURPOSE = 'Étude des appels du printemps : zinnia-marker'
const MESSAGE = 'Your polling place has moved to the curling rink on Cedar Street, says the returning officer.'
const ANALYST = { name: 'A. Analyst' }

let stack: FaultyStack
beforeAll(async () => {
  stack = await startFaultyStack({ invented: true })
  const sender = senderTo(stack)
  const told = (n: number, riding: string) =>
    aReport({ message: MESSAGE, callerId: `450-555-014${n}` }, { riding, reporter: { phone: `519-555-012${n}` }, source: 'Example News' }) // prettier-ignore
  const ridings = ['Guelph', 'Guelph', 'Vancouver South', 'somewhere else']
  for (const [n, riding] of ridings.entries()) await sender.kept(told(n, riding))
  await stack.idle()
})
afterAll(() => stack.stop())

type Asked = { token?: TokenRequest; headers?: Record<string, string> }

async function ask(path: string, { token = ANALYST, headers = {} }: Asked = {}): Promise<Answer> {
  const authorization = `Bearer ${await issueToken(operated(stack), stack.dataDir, token)}`
  // fetch takes bytes, not characters, in a header.
  const purpose = Buffer.from(PURPOSE).toString('latin1')
  return await send(`${stack.url}/v1/exact/${path}`, { headers: { authorization, purpose, ...headers } })
}

async function auditItems(): Promise<Record<string, unknown>[]> {
  const { dynamodb, outputs } = operated(stack)
  const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: outputs.AuditTable }))
  return Items.map((item) => fromItem(item))
}

test.each(TABLES)('%s holds something, the same as JSON and as CSV', async (table) => {
  const exact = await ask(table)
  expect(exact.status).toBe(200)
  const rows = exact.json['rows'] as object[]
  expect(rows.length).toBeGreaterThan(0)
  expect((await ask(`${table}?format=csv`)).text.trimEnd().split('\r\n')).toHaveLength(rows.length + 1)
})

test('an exact answer is for nobody to keep, under no licence, and says so', async () => {
  const { headers, json } = await ask('ridings', { headers: { 'if-none-match': '*' } })
  expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])
  expect(json['meta']).toMatchObject({ licence: null, use: expect.stringContaining('Not to be published') })
  const csv = await ask('ridings?format=csv')
  expect(csv.headers.get('link')).not.toContain('license')
  expect(csv.headers.get('content-disposition')).toBe('inline; filename="invented-ca-ge-test-ridings-exact.csv"')
})

test('the trail holds who asked what, why, when, and how many rows that were; nothing of a report', async () => {
  const before = await auditItems()
  const from = new Date().toISOString()
  const { headers, json } = await ask('ridings?province=ON&format=json')
  const after = await auditItems()
  expect(after).toHaveLength(before.length + 1)
  const known = new Set(before.map(({ pk }) => pk))
  const [item] = after.filter(({ pk }) => !known.has(pk))
  const requestId = headers.get('apigw-requestid')
  expect(item).toEqual({
    pk: `ca-ge-test|${requestId}`,
    requestId,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    who: { sub: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'A. Analyst' },
    query: { table: 'ridings', parameters: { province: 'ON', format: 'json' } },
    purpose: PURPOSE,
    outcome: 'answered',
    rows: (json['rows'] as object[]).length,
  })
  expect(String(item?.['at']) >= from).toBe(true)
  expect(JSON.stringify(after)).not.toMatch(/rpt_|t1\.|curling|4505550|519555|Example News/)
})

test('an operator lists the trail in the order in which it was asked', async () => {
  const entries = await listAudit(operated(stack))
  expect(entries.length).toBe((await auditItems()).length)
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted())
})

test('every page is on record by itself, and the pages hold each row once', async () => {
  const all = (await ask('caller-ids')).json['rows'] as object[]
  const before = (await auditItems()).length
  const paged: object[] = []
  for (let next: string | undefined = 'caller-ids?limit=1'; next;) {
    const { json, headers } = await ask(next)
    paged.push(...(json['rows'] as object[]))
    next = /^<\/v1\/exact\/([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
  }
  expect(paged).toEqual(all)
  expect(await auditItems()).toHaveLength(before + all.length)
})

test('what is no good token gets the gateway’s refusal, no row, and no line in the trail', async () => {
  const before = (await auditItems()).length
  const calls = stack.invocations()['answer-exact']!.invocations
  const good = decodeJwt(await issueToken(operated(stack), stack.dataDir, ANALYST))
  const key = readKey(join(stack.dataDir, 'issuer', 'ca-central-1_analysts.json'))
  for (const [what, authorization, status] of await badTokens(key, good)) {
    const headers = { purpose: 'to see who comes in', ...(authorization !== undefined && { authorization }) }
    const answer = await send(`${stack.url}/v1/exact/ridings`, { headers })
    const message = status === 401 ? 'Unauthorized' : 'Forbidden'
    expect([what, answer.status, answer.text]).toEqual([what, status, JSON.stringify({ message })])
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
  }
  expect(stack.invocations()['answer-exact']!.invocations).toBe(calls)
  expect(await auditItems()).toHaveLength(before)
})

test.each([
  ['none', undefined],
  ['a short one', 'research'],
  ['one that is not in UTF-8', 'pour étudier les appels'],
  ['a long one', 'x'.repeat(501)],
])('without a purpose (%s) there is no answer and no record of one', async (_, purpose) => {
  const before = (await auditItems()).length
  const authorization = `Bearer ${await issueToken(operated(stack), stack.dataDir, ANALYST)}`
  const headers = { authorization, 'accept-language': 'fr', ...(purpose !== undefined && { purpose }) }
  const { status, json } = await send(`${stack.url}/v1/exact/summary`, { headers })
  expect([status, json['type']]).toEqual([400, 'urn:callwitness:problem:purpose-required'])
  expect(json['title']).toContain('Purpose')
  expect(await auditItems()).toHaveLength(before)
})

test('who is limited to a province sees its ridings, its sums and its days, and is told of the limit', async () => {
  const token = { ...ANALYST, groups: ['province:ON'] }
  const ridings = await ask('ridings', { token })
  expect(ridings.json['rows']).toMatchObject([{ riding: { province: 'ON' }, reports: 2 }])
  expect(ridings.json['meta']).toMatchObject({ limits: { provinces: ['ON'], ridings: [] } })
  expect((await ask('summary', { token })).json['rows']).toMatchObject([{ reports: 2, complaints: 2 }])
  expect((await ask('timeline', { token })).json['rows']).toMatchObject([{ period: '2011-05-02', reports: 2 }])
  const [last] = (await listAudit(operated(stack))).slice(-1)
  expect(last?.query).toEqual({ table: 'timeline', parameters: { province: 'ON' } })
})

test('who is limited to ridings sees those alone', async () => {
  const token = { ...ANALYST, groups: ['riding:59034', 'riding:35027-2013'] }
  expect((await ask('ridings', { token })).json['rows']).toMatchObject([{ riding: { name: { en: 'Vancouver South' } } }]) // prettier-ignore
  const riding = encodeURIComponent('ocd-division/country:ca/ed:59034')
  expect((await ask(`timeline?riding=${riding}`, { token })).json['rows']).toMatchObject([{ reports: 1 }])
})

test.each([
  ['caller-ids', 'province:ON'],
  ['scripts', 'province:ON'],
  ['sources', 'province:ON'],
  ['caller-ids/+14505550140', 'province:ON'],
  ['scripts/scr_1/list-source', 'province:ON'],
  ['earlier-polls', 'province:ON'],
  ['ages?script=scr_1', 'province:ON'],
  ['timeline?callerId=%2B14505550140', 'province:ON'],
  ['summary?province=BC', 'province:ON'],
  ['ridings?province=BC', 'province:ON'],
  ['ridings?riding=unresolved', 'province:ON'],
  ['timeline?province=BC', 'province:ON'],
  ['timeline?riding=ocd-division%2Fcountry:ca%2Fed:59034', 'province:ON'],
  ['summary', 'riding:35027'],
])('%s is refused beyond the limit %s, in words, and that goes on record', async (path, group) => {
  const before = (await auditItems()).length
  const { status, json } = await ask(path, { token: { ...ANALYST, groups: [group] } })
  expect([status, json['type'], json['rows']]).toEqual([403, 'urn:callwitness:problem:outside-limits', undefined])
  expect(await auditItems()).toHaveLength(before + 1)
  const [last] = (await listAudit(operated(stack))).slice(-1)
  expect(last).toMatchObject({ outcome: 'outside-limits', rows: 0, who: { name: 'A. Analyst' }, purpose: PURPOSE })
})

test('a filter that no table has is refused as everywhere, and that goes on record', async () => {
  expect(await ask('summary?colour=blue')).toMatchObject({ status: 422, json: { errors: [{ code: 'unknown-field' }] } })
  const [last] = (await listAudit(operated(stack))).slice(-1)
  expect(last).toMatchObject({ query: { parameters: { colour: 'blue' } }, outcome: 'invalid-query', rows: 0 })
})

test.each(['refused', 'unavailable', 'throttled', 'lost'] as const)(
  'when the trail cannot be written (%s) the answer is 503, and no row leaves',
  async (fault) => {
    const outage = stack.faults.inject({ faults: [fault], on: { caller: 'answer-exact', operation: 'PutItem' } })
    const { status, json, text, headers } = await ask('ridings')
    outage.end()
    expect(outage.total).toBeGreaterThan(0)
    expect([status, json['type']]).toEqual([503, 'urn:callwitness:problem:unavailable'])
    expect(headers.get('retry-after')).toBe('5')
    expect(text).not.toMatch(/Guelph|rows|complaints/)
    expect((await ask('ridings')).status).toBe(200)
  },
)

test('an entry is never put over another: a put that was done twice is an answer that does not leave', async () => {
  const twice = stack.faults.inject({ faults: ['twice'], on: { caller: 'answer-exact', operation: 'PutItem' } })
  const before = (await auditItems()).length
  expect((await ask('ridings')).status).toBe(503)
  twice.end()
  expect(await auditItems()).toHaveLength(before + 1)
})

test('no log holds a purpose, a name or a token', async () => {
  await ask('ridings')
  const logs = readdirSync(stack.logsDir).map((file) => readFileSync(join(stack.logsDir, file), 'utf8')).join('') // prettier-ignore
  expect(logs).toContain('GET /v1/exact/ridings')
  expect(logs).not.toMatch(/zinnia|Analyst|eyJ/)
})

test('npm run token prints a token that comes in, within the limits that its flags name', async () => {
  const flags = [
    '--name',
    'B. Analyst',
    '--province',
    'BC',
    '--riding',
    '35027',
    '--hours',
    '1',
    '--data',
    stack.dataDir,
  ]
  const { stdout } = await promisify(execFile)(process.execPath, ['operate/issue-token.ts', ...flags])
  const headers = { authorization: `Bearer ${stdout.trim()}`, purpose: 'to see what the flags do' }
  const { json } = await send(`${stack.url}/v1/exact/ridings`, { headers })
  const rows = json['rows'] as { riding: { name: { en: string } } }[]
  expect(rows.map(({ riding }) => riding.name.en)).toEqual(['Guelph', 'Vancouver South'])
  const { exp = 0, iat = 0, username } = decodeJwt(stdout.trim())
  expect([exp - iat, username]).toEqual([3600, 'B. Analyst'])
})

test('npm run audit prints who asked, what, and why', async () => {
  const flags = ['operate/list-audit.ts', '--data', stack.dataDir]
  const { stdout } = await promisify(execFile)(process.execPath, flags)
  expect(stdout).toMatch(
    /^\S+Z {2}A\. Analyst \(\S+\) {2}ridings\?format=json&province=ON {2}1 rows {2}Étude des appels/m,
  )
})

test.each([
  [{ name: '' }, 'for whom'],
  [{ name: 'A\u0007' }, 'for whom'],
  [{ ...ANALYST, groups: ['province:XX'] }, 'no such province or riding'],
  [{ ...ANALYST, groups: ['riding:00000'] }, 'no such province or riding'],
  [{ ...ANALYST, hours: 25 }, '24 hours at most'],
  [{ ...ANALYST, hours: Number.NaN }, '24 hours at most'],
])('no token is made of %j', async (asked, sentence) => {
  await expect(issueToken(operated(stack), stack.dataDir, asked)).rejects.toThrow(sentence)
})
