import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { groupAll } from '../../functions/domain/scripts/group-all.ts'
import { FEWEST_WITNESSES } from '../../functions/domain/scripts/bridges.ts'
import { gistOf } from '../../functions/domain/scripts/gist.ts'
import { nodesOf } from '../../functions/domain/scripts/grouped.ts'
import { type Reporter, reporterKey } from '../../functions/domain/reporter.ts'
import { groupScripts } from '../../functions/group-scripts/group-scripts.ts'
import { groupVersions } from '../../functions/group-scripts/group-versions.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { textFeatures } from '../../functions/domain/text-features.ts'
import { meeting } from '../support/meeting.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, reportId, told, withdrawn } from '../support/told.ts'

let tables: Tables
beforeEach(async () => {
  tables = await startTables()
})
afterEach(() => tables.stop())

const MOVED = 'Due to a projected increase in voter turnout your poll location has been changed to the Old Mill Arena.'
const PHONE_VOTE = 'Press one on your telephone keypad to cast your ballot now and stay comfortably at your home.'
/** Of no claim that is known. */
const SONG = 'Somebody sang seven verses about green tractors and purple elephants before hanging up rather abruptly.'
const NUMBER = '450-555-0146'

/** What somebody tells of a call from a number on the morning of election day. */
function says(n: number, message: string, callerId = NUMBER, line: string | undefined = `t1.${n}`) {
  const { line: _, ...report } = posted(n, { told: told({ callerId, receivedAt: '2011-05-02T10:03' }, { words: { message } }) }) // prettier-ignore
  return line ? { ...report, line } : report
}

/** By their hashes, the smallest first. */
const WORDS = Array.from({ length: 400 }, (_, n) => `w${n}`).toSorted(
  (a, b) => textFeatures(a)[0]! - textFeatures(b)[0]!,
)
/** Texts that have nothing in common but the smallest of their words, as many as are asked for. */
const unlike = (n: number, common = 2) => [...WORDS.slice(0, common), ...WORDS.slice(2 + 9 * n, 11 + 9 * n)].join(' ')

const range = (from: number, many: number) => Array.from({ length: many }, (_, i) => from + i)

/** One after the other, as the stream brings them. */
async function group(...messages: Parameters<typeof mergeReport>[0][]): Promise<void> {
  for (const message of messages) {
    await mergeReport(message, tables)
    const changed = `${Number(message.id.slice(4))}`
    const those = (await tables.reporters()).filter(({ key }) => key.endsWith(`.${changed}`) || key === `REPORTER#${message.id}`) // prettier-ignore
    await groupScripts(those, tables.groupingPorts)
  }
}

const keyOf = (n: number) => reporterKey({ id: reportId(n), token: `t1.${n}` })
const scriptOf = async (n: number) => (await showReport(reportId(n), tables)).scriptId

test('a number and what eight people tell of it within hours are one script, and so are two messages that eight tell each', async () => {
  await group(...range(1, 8).map((n) => says(n, MOVED)), ...range(11, 7).map((n) => says(n, SONG)))
  expect(await scriptOf(11)).not.toBe(await scriptOf(1))
  await group(says(18, SONG), says(20, MOVED, '519-555-0177'), says(21, SONG, '519-555-0177'), says(22, 'A robocall'))
  const scripts = await Promise.all([1, 11, 18, 20, 21, 22].map(scriptOf))
  expect(new Set(scripts).size).toBe(1)
})

test('seven are too few, whatever else one of them tells, who gives no line, or who took it back', async () => {
  await group(...range(1, 8).map((n) => says(n, MOVED)), ...range(11, 7).map((n) => says(n, SONG)))
  await group(says(30, SONG, NUMBER, 't1.11'), says(31, SONG, NUMBER, ''), withdrawn(12), says(18, SONG))
  expect(await scriptOf(18)).not.toBe(await scriptOf(1))
  await group(says(19, SONG))
  expect(await scriptOf(18)).toBe(await scriptOf(1))
})

test('one person who tells another message of a number that many tell of chains nothing', async () => {
  await group(...range(1, 9).map((n) => says(n, MOVED)), says(10, PHONE_VOTE), says(11, PHONE_VOTE, '519-555-0177'))
  expect(await scriptOf(11)).toBe(await scriptOf(10))
  expect(await scriptOf(10)).not.toBe(await scriptOf(1))
})

test('how they were called, which may be told of any message, chains nothing, however many tell it', async () => {
  const rude = 'He was very rude and called in the middle of the night about the election.'
  expect(gistOf(rude)).toBe('late-night-rude')
  await group(...range(1, 8).map((n) => says(n, MOVED)), ...range(11, 8).map((n) => says(n, rude)))
  expect(await scriptOf(11)).not.toBe(await scriptOf(1))
})

test('nor does one word that the texts of a number have in common', async () => {
  const other = range(21, 2).map((n) => says(n, unlike(30, 1), n === 21 ? NUMBER : '519-555-0177'))
  await group(...range(1, 8).map((n) => says(n, unlike(n))), ...other)
  const scripts = await Promise.all([1, 8, 21, 22].map(scriptOf))
  expect(scripts[1]).toBe(scripts[0])
  expect(scripts[3]).toBe(scripts[2])
  expect(scripts[2]).not.toBe(scripts[0])
})

const WEEK = [
  ...range(1, 9).map((n) => says(n, MOVED)),
  ...range(11, 8).map((n) => says(n, unlike(n))),
  ...range(20, 3).map((n) => says(n, PHONE_VOTE)),
  ...range(30, 8).map((n) => says(n, PHONE_VOTE, '519-555-0177')),
  ...range(40, 7).map((n) => says(n, SONG, '519-555-0177')),
  ...range(50, 2).map((n) => says(n, 'A robocall', '519-555-0177')),
]

test('any order, any batches and many invocations at once bridge the same', async () => {
  for (const message of WEEK) await mergeReport(message, tables)
  const reporters = await tables.reporters()
  const right = groupAll(reporters, tables.grouping)
  const nodes = [...new Set(reporters.flatMap((reporter) => nodesOf(reporter, tables.grouping)))]
  expect(new Set(nodes.map((node) => right.rootOf(node))).size).toBe(3)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(reporters, { minLength: reporters.length }),
      fc.integer({ min: 3, max: reporters.length }),
      fc.boolean(),
      async (shuffled, size, atOnce) => {
        const fresh = await startTables()
        const ports = { ...fresh.groupingPorts, complaints: tables.groupingPorts.complaints }
        const batches = Array.from({ length: Math.ceil(shuffled.length / size) }, (_, i) => shuffled.slice(i * size, (i + 1) * size)) // prettier-ignore
        if (atOnce) await Promise.all(batches.map((batch) => groupScripts(batch, ports)))
        else for (const batch of batches) await groupScripts(batch, ports)
        const roots = await fresh.scripts.roots(nodes)
        expect(nodes.map((node) => roots.rootOf(node))).toEqual(nodes.map((node) => right.rootOf(node)))
        await fresh.stop()
      },
    ),
    { numRuns: 4 },
  )
})

test('witnesses who come at one moment are all noted', async () => {
  await group(...range(1, 8).map((n) => says(n, MOVED)), ...range(11, 6).map((n) => says(n, SONG)))
  for (const n of [17, 18]) await mergeReport(says(n, SONG), tables)
  const met = meeting(2)
  const bridges: typeof tables.scripts.bridges = async (ids) => {
    const read = await tables.scripts.bridges(ids)
    await met()
    return read
  }
  const ports = { ...tables.groupingPorts, scripts: { ...tables.scripts, bridges } }
  const two = (await tables.reporters()).filter(({ key }) => /\.1[78]$/.test(key))
  await Promise.all(two.map((reporter) => groupScripts([reporter], ports)))
  expect(await scriptOf(18)).toBe(await scriptOf(1))
})

test('what was cut off when a bridge opened is ended by who comes again', async () => {
  await group(...range(1, 8).map((n) => says(n, MOVED)), ...range(11, 7).map((n) => says(n, unlike(n)))) // prettier-ignore
  await mergeReport(says(18, unlike(18)), tables)
  const last = (await tables.reporters()).filter(({ key }) => key.endsWith('.18'))
  const join = async () => await Promise.reject(new Error('the invocation has ended'))
  const ports = { ...tables.groupingPorts, scripts: { ...tables.scripts, join } }
  await expect(groupScripts(last, ports)).rejects.toThrow('ended')
  await groupScripts(last, tables.groupingPorts)
  for (const n of [11, 17, 18]) expect(await scriptOf(n)).toBe(await scriptOf(1))
})

test('a bridge that many tell of stays open when one who opened it takes it back, and another tells it in other words', async () => {
  await group(...range(1, 12).map((n) => says(n, unlike(n))), withdrawn(1))
  const message = unlike(13)
  await group(amended(2, { told: told({ callerId: NUMBER, receivedAt: '2011-05-02T10:03' }, { words: { message } }) }))
  expect(await scriptOf(2)).toBe(await scriptOf(3))
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
})

test('who takes it back stands on no bridge any more, open or not, and one that nobody stands on is gone', async () => {
  const noted = async () => (await tables.items('scripts')).flatMap(({ pk, witnesses }) => String(pk).startsWith('BRIDGE#') ? [witnesses] : []) // prettier-ignore
  // Too brief to stand in any band.
  const brief = 'The election is cancelled'
  expect(gistOf(brief)).toBe('election-cancelled')
  await group(...range(1, 8).map((n) => says(n, MOVED)), says(11, brief), says(12, SONG), says(13, SONG))
  expect((await noted()).length).toBe(3)
  await group(
    withdrawn(1),
    withdrawn(11),
    amended(12, { told: told({ callerId: NUMBER }, { words: { message: 'A robocall' } }) }),
  )
  expect(await noted()).toEqual(expect.arrayContaining([range(2, 7).map(keyOf), [keyOf(13)]]))
  expect((await noted()).length).toBe(2)
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  const { misbridged } = await recount(tables.stack, { repair: false, pauseMillis: 20 })
  expect(misbridged.map(({ witnesses }) => witnesses.length)).toEqual([7])
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
})

test('nor does who was noted by an invocation that was cut off, and took it back before the next', async () => {
  const [first, second] = [says(1, 'The election is cancelled'), withdrawn(1)]
  const versions: Reporter[] = []
  for (const message of [first, second]) {
    await mergeReport(message, tables)
    versions.push(...(await tables.reporters()))
  }
  const fold = async () => await Promise.reject(new Error('the invocation has ended'))
  const ports = { ...tables.groupingPorts, counts: { ...tables.counts, fold } }
  await expect(groupScripts(versions.slice(0, 1), ports)).rejects.toThrow('ended')
  const bridges = async () => (await tables.items('scripts')).filter(({ pk }) => String(pk).startsWith('BRIDGE#'))
  expect((await bridges()).length).toBe(1)
  await groupVersions(versions.slice(1), versions.slice(0, 1), tables.groupingPorts)
  expect(await bridges()).toEqual([])
})

test('a bridge that too few tell of any more is named and taken down, and does not open again for the next', async () => {
  await group(...range(1, 8).map((n) => says(n, MOVED)), ...range(11, 8).map((n) => says(n, SONG)))
  await group(withdrawn(11), withdrawn(12))
  await tallyComplaints(await tables.reporters(), { counts: tables.counts, now: () => new Date(0) })
  expect(await scriptOf(13)).toBe(await scriptOf(1))
  const { glued, misbridged } = await recount(tables.stack, { repair: false, pauseMillis: 20 })
  expect([glued.length, misbridged.map(({ witnesses }) => witnesses.length)]).toEqual([1, [FEWEST_WITNESSES - 2]])
  expect(isClean(await recount(tables.stack, { repair: true, pauseMillis: 20 }))).toBe(true)
  expect(await scriptOf(13)).not.toBe(await scriptOf(1))
  await group(says(19, SONG))
  expect(await scriptOf(19)).toBe(await scriptOf(13))
  expect(await scriptOf(19)).not.toBe(await scriptOf(1))
})
