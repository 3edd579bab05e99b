import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STATS_PATHS } from '../../functions/domain/stats-query.ts'
import { publishNow } from '../../operate/publish.ts'
import { startDuck } from '../support/duck.ts'
import { operated, sendWeek } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { type Answer, send, senderTo } from '../support/sender.ts'

type Row = Record<string, unknown>
const TABLES = Object.values(STATS_PATHS).filter((path) => !path.includes('{'))

let stack: PermittedStack
let edition: string
let unpublished: Answer
beforeAll(async () => {
  stack = await startPermittedStack({ invented: true })
  await sendWeek(stack.url, { seed: 'published', reports: 300 })
  await stack.idle()
  unpublished = await ask('summary')
  edition = await publishNext()
})
afterAll(() => stack.stop())

async function publishNext(): Promise<string> {
  return (await publishNow(operated(stack))).latest!
}

const ask = async (path: string, headers: Record<string, string> = {}) => await send(new URL(path, `${stack.url}/v1/stats/`).href, { headers }) // prettier-ignore
const rows = async (path: string) => (await ask(path)).json['rows'] as Row[]
const file = async (table: string) => (await send(`${stack.url}/v1/editions/${edition}/${table}.json`)).json['rows'] as Row[] // prettier-ignore
const nextOf = ({ headers }: Answer) => /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
const counts = ({ reports, reporters, complaints }: Row) => ({ reports, reporters, complaints })

test('before anything is published there is nothing, in words', () => {
  expect([unpublished.status, unpublished.json['type']]).toEqual([404, 'urn:callwitness:problem:nothing-published'])
})

test.each(TABLES)('%s is of the edition, and says what must be known to read it', async (table) => {
  const { status, json, headers } = await ask(table)
  expect(status).toBe(200)
  expect((json['rows'] as Row[]).length).toBeGreaterThan(0)
  expect(json['meta']).toMatchObject({
    event: 'ca-ge-test',
    edition,
    asOf: expect.stringMatching(/^\d{4}-.*Z$/),
    freshness: expect.any(String),
    protection: {
      rule: { en: expect.stringContaining('Rule 2'), fr: expect.stringContaining('Règle 2') },
      parameters: { base: 5, shownFrom: 10 },
    },
    definitions: { version: '2', codeBook: { fr: `/v1/editions/${edition}/codebook.fr.md` } },
    changes: `/v1/editions/${edition}/editions.json`,
    licence: 'CC-BY-4.0',
    invented: true,
  })
  expect(headers.get('cache-control')).toMatch(/^public, max-age=60, /)
  expect(headers.get('ratelimit-policy')).toBe('"everyone";q=500;w=1')
})

test('ridings are the cells of the edition, whatever selects them', async () => {
  const cells = (await file('ridings')) as (Row & { riding: { id: string; province: string | null } })[]
  const all = await rows('ridings')
  const whole = cells.filter(({ kind, door }) => kind === 'all' && door === 'all')
  expect(all.map(counts)).toEqual(whole.map(counts))
  const some = cells.filter(({ kind, riding }) => kind === 'recorded' && riding.province === 'ON')
  expect((await rows('ridings?kind=recorded&province=ON')).map(counts)).toEqual(some.map(counts))
  expect(await rows('ridings?riding=unresolved')).toHaveLength(1)
  const without = (await rows('ridings?templated=without')).map(counts)
  expect(without).toEqual(whole.map(({ withoutTemplates }) => counts(withoutTemplates as Row)))
  const byForm = (await rows('ridings?door=web')).map(counts)
  expect(byForm).toEqual(cells.filter(({ door }) => door === 'web').map(counts))
  expect(byForm).not.toEqual(all.map(counts))
  expect((await senderTo(stack).rows('ridings?door=web')).length).toBeGreaterThan(10)
})

test('suppressed, zero and missing are three values, in JSON, CSV and Parquet', async () => {
  const json = await rows('ridings')
  expect((await rows('ridings?kind=text')).some(({ reports }) => reports === 0)).toBe(true)
  const suppressed = json.filter(({ reports }) => typeof reports === 'object' && reports)
  expect(suppressed[0]!['reports']).toEqual({ suppressed: true })
  const csv = await ask('ridings?format=csv')
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  const [header, ...lines] = csv.text.trimEnd().split('\r\n')
  expect(header).toBe(
    'riding.id,riding.order,riding.name.en,riding.name.fr,riding.province,reports,reporters,complaints,population,complaintsPer100000',
  )
  expect(lines.filter((line) => line.includes(',x,x,x,'))).toHaveLength(suppressed.length)
  expect(lines.find((line) => line.startsWith('unresolved'))).toMatch(/^unresolved,,,,,/)

  const parquet = await fetch(`${stack.url}/v1/stats/ridings`, {
    headers: { accept: 'application/vnd.apache.parquet' },
  })
  const path = join(stack.dataDir, 'ridings.parquet')
  writeFileSync(path, new Uint8Array(await parquet.arrayBuffer()))
  const duck = await startDuck()
  try {
    const read = await duck.query(`select "riding.id" as id, reports, "reports.suppressed" as suppressed from read_parquet('${path}')`) // prettier-ignore
    const expected = json.map(({ riding, reports }) => ({ id: (riding as Row)['id'], reports: typeof reports === 'number' ? reports : null, suppressed: typeof reports === 'object' })) // prettier-ignore
    expect(read.map((row) => ({ ...row, reports: row['reports'] === null ? null : Number(row['reports']) }))).toEqual(expected) // prettier-ignore
  } finally {
    duck.stop()
  }
})

test('a sum over days is of the days that are shown, and says how many are not', async () => {
  const days = (await rows('timeline')).filter(({ period }) => period !== 'undated')
  const [from, to] = [days[0]!['period'], days.at(-1)!['period']] as string[]
  const [sum] = await rows(`summary?from=${from}&to=${to}`)
  const shown = days.map(({ reports }) => reports).filter((reports) => typeof reports === 'number')
  expect(sum).toMatchObject({
    reports: shown.reduce((all, reports) => all + reports, 0),
    reporters: null,
    daysNotShown: days.length - shown.length,
  })
  const sides = await rows(`timeline?mention=${to}`)
  expect(sides.map(({ period }) => period)).toEqual(['before', 'after', 'undated'])
  expect(await rows(`summary?from=${from}`)).toEqual([sum])
})

test('days that the edition does not list are not said to be empty', async () => {
  expect(await rows('summary?from=1990-01-01&to=1990-01-31')).toEqual([
    { election: 'all', reports: null, reporters: null, complaints: null, daysNotShown: 31 },
  ])
  expect(await rows('summary?from=0001-01-01&to=9999-12-31')).toMatchObject([{ reports: expect.any(Number) }])
  expect((await rows('timeline?mention=1990-01-01&from=1989-12-01&to=1990-01-31')).map(({ reports, daysNotShown }) => [reports, daysNotShown])).toEqual([[null, 31], [null, 31], [null, 0]]) // prettier-ignore
})

test('what a message is compared with is said only where it is more than two counts may be off', async () => {
  const [first] = (await rows('scripts')) as { script: { id: string } }[]
  const compared = (await rows(`scripts/${first!.script.id}/list-source`)) as { measure: string; script: Row; others: Row }[]
  expect(new Set(compared.map(({ measure }) => measure))).toEqual(new Set(['ridings', 'received', 'how', 'askedBy', 'preference', 'ageBand'])) // prettier-ignore
  const others = compared.map((row) => row.others['complaints']).filter((count) => typeof count === 'number')
  expect(others.filter((count) => count < 20)).toEqual([])
  const exact = (await senderTo(stack).rows(`scripts/${first!.script.id}/list-source`)) as typeof compared
  const told = exact.filter(({ measure }) => measure === 'ageBand')
  for (const { script, others } of compared.filter(({ measure }) => measure === 'ageBand'))
    for (const { share, low, high } of [script, others].filter((side) => typeof side['share'] === 'number') as Record<string, number>[])
      expect([low! <= share!, share! <= high!]).toEqual([true, true])
  expect(told).toHaveLength(8)
}) // prettier-ignore

test('a number is named only where the edition names it; its last four digits are masked else', async () => {
  const callers = (await rows('caller-ids')) as (Row & { callerId: { kind: string; e164: string | null; masked: string } })[] // prettier-ignore
  const named = callers.filter(({ callerId }) => callerId.e164 !== null)
  expect(named.length).toBeGreaterThan(0)
  for (const { reports, ridings, callerId } of named) {
    expect(reports).toEqual(expect.any(Number))
    expect(ridings === 10 || (ridings as Row)['suppressed'] === true || Number(ridings) > 10).toBe(true)
    expect((await rows(`caller-ids/${callerId.e164}`))[0]).toMatchObject({ reports, callerId })
  }
  const unnamed = callers.filter(({ callerId }) => callerId.e164 === null && callerId.kind === 'number')
  for (const { callerId } of unnamed) expect(callerId.masked).toMatch(/^\+\d+\*{4}$/)
  const exact = await senderTo(stack).rows('caller-ids')
  const hidden = exact.map(({ callerId }) => (callerId as Row)['e164']).find((e164) => e164 && !named.some(({ callerId }) => callerId.e164 === e164)) // prettier-ignore
  const { status, json, text } = await ask(`caller-ids/${String(hidden)}`)
  expect([status, json['type']]).toEqual([404, 'urn:callwitness:problem:unknown-caller-id'])
  expect(text).not.toContain(String(hidden))
})

test('of a number the hours and scripts are cells of the edition; an hour that has none is suppressed, in each format', async () => {
  const cells = (await file('caller-ids')) as (Row & { prefix: string; number: string; day: string; hour: string; script: string })[] // prettier-ignore
  const divided = cells.filter(({ hour, script }) => hour !== 'all' || script !== 'all')
  expect(divided.length).toBeGreaterThan(0)
  const suppressed = { reports: { suppressed: true }, reporters: { suppressed: true }, complaints: { suppressed: true } } // prettier-ignore
  for (const number of new Set(divided.map((cell) => cell.number))) {
    const own = divided.filter((cell) => cell.number === number)
    const [row] = (await rows(`caller-ids/${number}`)) as { hours: Record<string, Row>; scripts: string | null }[]
    const shown = own.filter(({ hour }) => hour !== 'all').map((cell) => [cell.hour, counts(cell)])
    expect(Object.keys(row!.hours)).toHaveLength(24)
    const [seen, unseen] = [true, false].map((isTold) => Object.entries(row!.hours).filter(([, cell]) => (typeof cell['reports'] === 'number') === isTold)) // prettier-ignore
    expect(seen).toEqual(shown)
    expect(unseen!.map(([, cell]) => cell)).toEqual(unseen!.map(() => suppressed))
    const scripts = own.filter(({ script }) => script !== 'all')
    expect(row!.scripts).toEqual(scripts.map(({ script }) => script).join(' ') || null)
    const told = await rows(`scripts?callerId=${encodeURIComponent(number)}`)
    expect(told.map(counts)).toEqual(scripts.map(counts))
  }
  const [number] = divided.map((cell) => cell.number)
  const [header, line] = (await ask(`caller-ids/${number}?format=csv`)).text.trimEnd().split('\r\n').map((each) => each.split(',')) // prettier-ignore
  const [json] = (await rows(`caller-ids/${number}`)) as { hours: Record<string, Row> }[]
  for (const [hour, cell] of Object.entries(json!.hours))
    expect(line![header!.indexOf(`hours.${hour}.reports`)]).toBe(typeof cell['reports'] === 'number' ? String(cell['reports']) : 'x') // prettier-ignore
})

test('of earlier polls the public may ask all that analysts may, down to how many days before the call', async () => {
  const answersOf = (told: Row[]) => told.map(({ group, question, answer }) => `${String(group)} ${String(question)} ${String(answer)}`).toSorted() // prettier-ignore
  const told = await rows('earlier-polls')
  expect(answersOf(told)).toEqual(answersOf(await senderTo(stack).rows('earlier-polls')))
  const days = told.filter(({ group, question }) => group === 'misdirected' && question === 'daysBefore')
  expect(days.map(({ answer }) => answer)).toEqual(['0-3', '4-7', '8-14', '15-30', '31-plus', 'after-the-call', 'not-answered']) // prettier-ignore
})

test('a timeline by the hour has the hours of days, and none of those of whatever day', async () => {
  const cells = (await file('timeline')) as { day: string; hour: string }[]
  expect(cells.filter(({ day, hour }) => day === 'all' && /^\d\d$/.test(hour))).toHaveLength(24)
  const periods = (await rows('timeline?interval=hour')).map(({ period }) => String(period))
  expect(periods.filter((period) => !/^\d{4}-\d\d-\d\dT\d\d$/.test(period))).toEqual(['undated'])
})

test('scripts of a province are the cells of the edition', async () => {
  const cells = (await file('scripts')) as (Row & { script: string; province: string })[]
  const told = cells.filter(({ province }) => province === 'ON')
  expect(told.length).toBeGreaterThan(0)
  const answered = (await rows('scripts?province=ON')) as { script: { id: string } }[]
  expect(answered.map((row) => ({ script: row.script.id, ...counts(row) }))).toEqual(told.map((cell) => ({ script: cell.script, ...counts(cell) }))) // prettier-ignore
  expect(await rows(`scripts?province=ON&script=${told[0]!.script}`)).toHaveLength(1)
})

test('of a number or a script that is not shown no day is shown, nor whether it was ever told of', async () => {
  for (const query of ['callerId=%2B14505550199', 'script=scr_00000000000000000000000000'])
    expect(new Set((await rows(`timeline?${query}`)).map(({ complaints }) => JSON.stringify(complaints)))).toEqual(new Set(['{"suppressed":true}'])) // prettier-ignore
})

test('who has the table already is told so, and gets another after the next edition', async () => {
  const first = await ask('summary')
  const etag = first.headers.get('etag')!
  const same = await ask('summary', { 'if-none-match': `"other", W/${etag}` })
  expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag])
})

test.each(TABLES)(
  '%s has one tag for the same bytes, whoever asks again, and another in each format',
  async (table) => {
    const formats = ['json', 'csv', 'parquet'].map((format) => `${table}?format=${format}`)
    const [first, again] = [await Promise.all(formats.map(bytesOf)), await Promise.all(formats.map(bytesOf))]
    expect(again).toEqual(first)
    expect(new Set(first.map(({ etag }) => etag)).size).toBe(3)
  },
)

async function bytesOf(path: string) {
  const answer = await fetch(`${stack.url}/v1/stats/${path}`)
  const bytes = Buffer.from(await answer.arrayBuffer()).toString('base64')
  return { bytes, etag: answer.headers.get('etag') }
}

test('of what is not there nobody can hold anything', async () => {
  const headers = { 'if-none-match': '*' }
  expect((await ask('summary', headers)).status).toBe(304)
  expect((await ask('caller-ids/+14505550100', headers)).status).toBe(404)
  expect((await ask('summary?kind=none', headers)).status).toBe(422)
})

test('pages hold each row once, of one edition, though another is published meanwhile', async () => {
  const all = await rows('ridings')
  const first = await ask('ridings?limit=100')
  await sendWeek(stack.url, { seed: 'meanwhile', reports: 80 })
  await stack.idle()
  expect(await publishNext()).not.toBe(edition)
  const pages = [first]
  for (let next = nextOf(first); next; next = nextOf(pages.at(-1)!)) pages.push(await ask(next))
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.flatMap(({ json }) => json['rows'])).toEqual(all)
  expect(new Set(pages.map(({ json }) => (json['meta'] as Row)['edition']))).toEqual(new Set([edition]))
})

test.each([
  ['summary?kind=live&from=2011-05-01', ['/kind']],
  ['summary?from=2011-05-03&to=2011-05-01', ['/to']],
  ['ridings?province=Ontario&limit=0&riding=Guelph', ['/province', '/limit', '/riding']],
  ['caller-ids?after=1&kind=live', ['/after', '']],
  ['ridings?after=2026-01-01.1~0', ['/after']],
  ['timeline?interval=hour&province=ON', ['/interval']],
  ['ridings?kind=live&door=sms', ['/door']],
  ['timeline?script=scr_1&callerId=x', ['/script', '/callerId']],
  ['timeline?callerId=%2B14505550146&by=received', ['/callerId']],
  ['ages?province=ON', ['']],
  ['scripts?province=ON&callerId=%2B14505550146', ['/callerId']],
  ['scripts?kind=live', ['']],
])('%s asks for what is not published: it says where, and gives no row', async (path, at) => {
  const { status, json } = await ask(path)
  expect([status, json['type'], 'rows' in json]).toEqual([422, 'urn:callwitness:problem:invalid-query', false])
  expect((json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()).toEqual(at.toSorted())
})

test('pages of an edition that never was are not there, nor is a script that few told of', async () => {
  expect((await ask('ridings?after=2020-01-01.1~10')).json['type']).toBe('urn:callwitness:problem:nothing-published')
  expect((await ask('scripts/scr_00000000000000000000000000/list-source')).json['type']).toBe('urn:callwitness:problem:unknown-script') // prettier-ignore
})

test('what answers the public can read no count that is not protected', () => {
  const asked = stack.commands.filter(({ caller }) => caller === 'answer-stats')
  expect(asked.length).toBeGreaterThan(0)
  expect([...new Set(asked.map(({ action }) => action))]).toEqual(['s3:GetObject'])
})
