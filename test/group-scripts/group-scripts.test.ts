import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { listRows } from '../../functions/domain/stats/list-rows.ts'
import type { ReportMessage, Told } from '../../functions/domain/message.ts'
import { groupScripts } from '../../functions/group-scripts/group-scripts.ts'
import { bandsOf } from '../../functions/domain/scripts/min-hash.ts'
import { textFeatures } from '../../functions/domain/text-features.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { meeting } from '../support/meeting.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, reportId, told, withdrawn } from '../support/told.ts'

let tables: Tables
beforeEach(async () => {
  await tables?.stop()
  tables = await startTables()
})
afterAll(() => tables.stop())

const MOVED = 'Due to a projected increase in voter turnout your poll location has been changed to the Old Mill Arena.'
const MOVED_TOO =
  'due to projected increase of voter turnout, your poll location has been changed to Old Mill arena today'
// Of no claim that is known: only their words are alike.
const PLAIN = 'Somebody sang seven verses about green tractors and purple elephants before hanging up rather abruptly.'
const PLAIN_TOO = 'somebody sang seven verses about green tractors, purple elephants, before hanging up abruptly'
const PHONE_VOTE = 'Press one on your telephone keypad to cast your ballot now and stay comfortably at your home.'

/** A report of a person of its own, with nothing but its message. */
function says(n: number, message: string, call: Partial<Told['call']> = {}, rest: Partial<ReportMessage> = {}) {
  const bare = { callerId: undefined, receivedAt: undefined, kind: 'recorded' }
  return posted(n, { line: `t1.${n}`, told: told({ ...bare, ...call }, { words: { message } }), ...rest })
}

async function merge(...messages: ReportMessage[]): Promise<void> {
  for (const message of messages) await mergeReport(message, tables)
}

async function group(): Promise<void> {
  await tables.group()
}

async function scriptOf(n: number): Promise<string | null | undefined> {
  return (await showReport(reportId(n), tables)).scriptId
}

async function rows(parameters: Record<string, string> = {}): Promise<Record<string, unknown>[]> {
  return (await listRows('scripts', parameters, tables)).rows
}

test('two people’s complaints with nearly the same words are one script, another message is another', async () => {
  await merge(says(1, PLAIN), says(2, PLAIN_TOO), says(3, PHONE_VOTE))
  await group()
  expect(await scriptOf(1)).toMatch(/^scr_[0-9A-HJKMNP-TV-Z]{26}$/)
  expect(await scriptOf(2)).toBe(await scriptOf(1))
  expect(await scriptOf(3)).not.toBe(await scriptOf(1))
  expect(await rows()).toMatchObject([{ script: { id: await scriptOf(1) }, reports: 2, reporters: 2, complaints: 2, links: { text: 2 } }]) // prettier-ignore
  expect(await rows({ atLeast: '1' })).toHaveLength(2)
})

test.each([
  ['the number to call back', [{ callbackNumber: '1-800-555-0199' }, { callbackNumber: '(800) 555 0199' }], 'callback'],
  ['the caller ID within hours', [{ callerId: '450-555-0146', receivedAt: '2011-05-02T10:03' }, { callerId: '4505550146', receivedAt: '2011-05-02T11:40' }], 'caller'], // prettier-ignore
])('%s in common makes one script where the words say nothing, and says why', async (_, [a, b], reason) => {
  await merge(says(1, 'A robocall', a), says(2, 'Recorded voice', b))
  await group()
  expect(await scriptOf(2)).toBe(await scriptOf(1))
  const [row] = await rows()
  expect((row!['links'] as Record<string, number>)[reason]).toBeGreaterThanOrEqual(2)
})

test('the same polling place given makes one script where the words say nothing', async () => {
  const place = (n: number, message: string, pollingPlace: string) =>
    posted(n, { line: `t1.${n}`, told: told({ callerId: undefined, receivedAt: undefined }, { words: { message, pollingPlace } }) }) // prettier-ignore
  await merge(
    place(1, 'A robocall', 'the Legion Hall, 7 Front Street'),
    place(2, 'Recorded voice', 'LEGION HALL 7 Front street'),
  )
  await group()
  expect(await scriptOf(2)).toBe(await scriptOf(1))
  expect(await rows()).toMatchObject([{ links: { place: 2 } }])
})

test('of two messages neither a number nor a place makes one script, nor does a person who was called with both', async () => {
  const call = { callbackNumber: '1-800-555-0199', callerId: '450-555-0146', receivedAt: '2011-05-02T10:03' }
  const both = (n: number, message: string, line: string) =>
    posted(n, { line, told: told(call, { words: { message, pollingPlace: 'Legion Hall, 7 Front Street' } }) })
  await merge(both(1, MOVED, 't1.1'), both(2, PHONE_VOTE, 't1.1'), both(3, MOVED, 't1.3'), both(4, PHONE_VOTE, 't1.4'))
  await group()
  expect(await scriptOf(3)).toBe(await scriptOf(1))
  expect(await scriptOf(4)).toBe(await scriptOf(2))
  expect(await scriptOf(2)).not.toBe(await scriptOf(1))
})

test('a number that everyone quotes makes no script, nor does one number on different days', async () => {
  await merge(
    says(1, MOVED, { callbackNumber: '1-800-463-6868' }),
    says(2, PHONE_VOTE, { callbackNumber: '18004636868' }),
    says(3, 'An impolite man asked for money again and again', {
      callerId: '450-555-0146',
      receivedAt: '2011-04-28T10:03',
    }),
    says(4, 'A survey about the mayor and the new bridge', {
      callerId: '450-555-0146',
      receivedAt: '2011-05-02T10:03',
    }),
  )
  await group()
  expect(new Set([await scriptOf(1), await scriptOf(2), await scriptOf(3), await scriptOf(4)]).size).toBe(4)
})

test('a text that is like those of two scripts makes them one, whose counts are all of theirs', async () => {
  const common =
    'somebody sang seven verses green tractors purple elephants hanging abruptly bridges mayors potholes fountains'
  const [one, other] = [`${common} kettles lanterns meadows orchards pigeons quarries`, `${common} ribbons saddles thimbles umbrellas violins walnuts`] // prettier-ignore
  const between = `${common} kettles lanterns meadows ribbons saddles thimbles`
  // One person was called with both messages.
  const twice = says(5, other, { receivedAt: '2011-04-20' }, { line: 't1.1' })
  await merge(says(1, one, { receivedAt: '2011-05-02' }), says(2, one), says(3, other), twice)
  await group()
  expect(await rows()).toMatchObject([{ complaints: 2 }, { complaints: 2 }])
  await merge(amended(2, { told: told({ callerId: undefined, receivedAt: undefined }, { words: { message: between } }) }), says(4, between)) // prettier-ignore
  await group()
  expect(await rows()).toMatchObject([{ reports: 5, complaints: 5, reporters: 4, firstCall: '2011-04', lastCall: '2011-05' }]) // prettier-ignore
  expect(new Set(await Promise.all([1, 2, 3, 4, 5].map(scriptOf))).size).toBe(1)
})

test('grouping again, or an older version that comes late, changes nothing', async () => {
  await merge(says(1, MOVED), says(2, MOVED_TOO))
  const older = await tables.reporters()
  await merge(amended(1, { told: told({}, { words: { message: PHONE_VOTE } }) }), says(3, PHONE_VOTE))
  await group()
  const all = async () => [await tables.items('stats'), await tables.items('scripts')]
  const before = await all()
  await group()
  await groupScripts(older, tables.groupingPorts)
  expect(await all()).toEqual(before)
})

test('what nobody tells any more is counted nowhere, and nothing of its words is left', async () => {
  await merge(says(1, MOVED), says(2, PHONE_VOTE))
  await group()
  await merge(withdrawn(1))
  await group()
  expect(await rows({ atLeast: '1' })).toMatchObject([{ script: { id: await scriptOf(2) }, complaints: 1 }])
  const left = (await tables.items('scripts')).filter(({ pk }) => /^(BAND|TEXT)#/.test(String(pk)))
  const texts = left.flatMap(({ texts: those }) => (those as { id: string }[] | undefined) ?? [])
  expect(new Set(texts.map(({ id }) => id)).size).toBe(1)
  expect(left.filter(({ pk }) => String(pk).startsWith('TEXT#'))).toHaveLength(1)
})

const SIX = [
  says(1, MOVED, { callbackNumber: '1-800-555-0199' }),
  says(2, MOVED_TOO, { callerId: '450-555-0146', receivedAt: '2011-05-02T10:03' }),
  says(3, PHONE_VOTE, { callerId: '450-555-0146', receivedAt: '2011-05-02T12:40' }),
  says(4, PHONE_VOTE),
  says(5, 'A survey about the mayor and the new bridge, by a bored student', { callbackNumber: '800 555 0199' }),
  says(6, 'You may win a truck when you send a picture of your marked ballot'),
]

test('any order, any batches, and many invocations at once find the same scripts with the same names and counts', async () => {
  await merge(...SIX)
  await group()
  const expected = { rows: await rows({ atLeast: '1' }), scripts: await Promise.all([1, 2, 3, 4, 5, 6].map(scriptOf)) }
  const reporters = await tables.reporters()
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(reporters, { minLength: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      async (shuffled, size, atOnce) => {
        const fresh = await startTables()
        const batches = Array.from({ length: Math.ceil(6 / size) }, (_, i) => shuffled.slice(i * size, (i + 1) * size))
        if (atOnce) await Promise.all(batches.map((batch) => groupScripts(batch, fresh.groupingPorts)))
        else for (const batch of batches) await groupScripts(batch, fresh.groupingPorts)
        expect((await listRows('scripts', { atLeast: '1' }, fresh)).rows).toEqual(expected.rows)
        await fresh.stop()
      },
    ),
    { numRuns: 25 },
  )
})

/** Each reporter by an invocation of its own, which has read the bands before any of them writes. */
async function groupAtOneMoment(...numbers: number[]): Promise<void> {
  const met = meeting(numbers.length)
  const bands: typeof tables.scripts.bands = async (names) => {
    const read = await tables.scripts.bands(names)
    if (names.length > 0) await met()
    return read
  }
  const ports = { ...tables.groupingPorts, scripts: { ...tables.scripts, bands } }
  const reporters = (await tables.reporters()).filter(({ key }) => numbers.some((n) => key.endsWith(`.${n}`)))
  await Promise.all(reporters.map((reporter) => groupScripts([reporter], ports)))
}

test('two texts that are alike and come at one moment find each other', async () => {
  await merge(says(1, PLAIN), says(2, PLAIN_TOO))
  await groupAtOneMoment(1, 2)
  expect(await scriptOf(2)).toBe(await scriptOf(1))
})

test('two texts that are alike and come at one moment find each other in a band that others are in', async () => {
  // Like neither of them, and in their bands all the same.
  const stranger = { id: 'scr_STRANGER', features: [1, 2, 3] }
  const names = [PLAIN, PLAIN_TOO].flatMap((text) => bandsOf(textFeatures(text)))
  await tables.scripts.saveBands(new Map(names.map((name) => [name, [stranger]])), new Map())
  await merge(says(1, PLAIN), says(2, PLAIN_TOO))
  await groupAtOneMoment(1, 2)
  expect(await scriptOf(2)).toBe(await scriptOf(1))
})

test('a text that ten people paste within six hours is marked as a template, in its script and in every series', async () => {
  const at = (minutes: number) => new Date(Date.parse('2026-05-01T12:00:00Z') + minutes * 60_000).toISOString()
  const pasted = Array.from({ length: 10 }, (_, n) => says(n + 1, MOVED, {}, { acceptedAt: at(30 * n) }))
  const own = says(20, MOVED_TOO, {}, { acceptedAt: at(0) })
  await merge(own, ...pasted.slice(0, 9))
  await group()
  expect(await rows()).toMatchObject([{ reports: 10, templated: { reports: 0 } }])
  await merge(...pasted.slice(9))
  // Of the nine before, nothing changed: the tenth alone comes by the stream.
  await groupScripts(
    (await tables.reporters()).filter(({ key }) => key.endsWith('.10')),
    tables.groupingPorts,
  )
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date() })
  expect(await rows()).toMatchObject([{ reports: 11, reporters: 11, complaints: 11, templated: { reports: 10, reporters: 10, complaints: 10 } }]) // prettier-ignore
  expect(await rows({ templated: 'without', atLeast: '1' })).toMatchObject([
    { reports: 1, reporters: 1, complaints: 1 },
  ])
  for (const table of ['summary', 'ridings', 'timeline'] as const) {
    const parameters = table === 'timeline' ? { by: 'received' } : {}
    const sum = async (more: object) =>
      (await listRows(table, { ...parameters, ...more }, tables)).rows
        .filter(({ election = 'all' }) => election === 'all')
        .reduce((total, { reports = 0 }) => total + reports, 0)
    expect([table, await sum({}), await sum({ templated: 'without' })]).toEqual([table, 11, 1])
  }
})

test('the same text from ten people over days, or forwarded as the text message that it was, is no template', async () => {
  const at = (hours: number) => new Date(Date.parse('2026-05-01T12:00:00Z') + hours * 3_600_000).toISOString()
  await merge(...Array.from({ length: 12 }, (_, n) => says(n + 1, MOVED, {}, { acceptedAt: at(2 * n) })))
  await merge(...Array.from({ length: 12 }, (_, n) => says(n + 30, PHONE_VOTE, { kind: 'text' })))
  await group()
  expect(await rows()).toMatchObject([{ templated: { reports: 0 } }, { templated: { reports: 0 } }])
})

test('of a burst in one batch every copy is marked, and copies of one sender make no template', async () => {
  const at = (minutes: number) => new Date(Date.parse('2026-05-01T12:00:00Z') + minutes * 60_000).toISOString()
  await merge(...Array.from({ length: 40 }, (_, n) => says(n + 1, MOVED, {}, { acceptedAt: at(n) })))
  const copies = Array.from({ length: 13 }, (_, n) => says(n + 60, PHONE_VOTE, {}, { line: null, marker: 'a1.same' }))
  await merge(...copies)
  await group()
  const all = await rows({ atLeast: '1' })
  expect(all.map(({ templated }) => (templated as { reports: number }).reports).toSorted()).toEqual([0, 40])
})

test('without templates a script says only what the others reached, and never less than nothing', async () => {
  const at = (minutes: number) => new Date(Date.parse('2026-05-01T12:00:00Z') + minutes * 60_000).toISOString()
  const twice = Array.from({ length: 10 }, (_, n) => [
    says(n + 1, MOVED, { callerId: `450-555-01${10 + n}`, language: 'fr' }, { acceptedAt: at(n) }),
    says(n + 101, PHONE_VOTE, { receivedAt: '2011-04-20' }, { acceptedAt: at(n), line: `t1.${n + 1}` }),
  ])
  await merge(...twice.flat(), says(50, PLAIN, { callbackNumber: '1-800-555-0199', language: 'en' }))
  await group()
  const joins = (n: number, message: string) => says(n, message, { callbackNumber: '1-800-555-0199' })
  await merge(joins(51, MOVED), joins(52, PHONE_VOTE))
  await group()
  const [row] = await rows({ templated: 'without', atLeast: '1' })
  expect(row).toMatchObject({ callerIds: [], languages: ['en'] })
  expect(row!['reporters']).toBeGreaterThan(0)
  expect(row!['reporters']).toBeLessThanOrEqual(Number(row!['reports']))
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date() })
  for (const { reports = 0, reporters, complaints = 0 } of (await listRows('summary', { templated: 'without' }, tables))
    .rows)
    expect(Math.min(reports, reporters ?? 0, complaints ?? 0)).toBeGreaterThanOrEqual(0)
})
