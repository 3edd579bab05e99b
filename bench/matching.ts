import type { ReportMessage } from '../functions/domain/message.ts'
import type { Reporter } from '../functions/domain/reporter.ts'
import { placeReports } from '../functions/domain/partition.ts'
import { groupScripts } from '../functions/group-scripts/group-scripts.ts'
import { mergeReport } from '../functions/merge-report/merge-report.ts'
import { tallyComplaints } from '../functions/tally-complaints/tally-complaints.ts'
import { factsTold } from '../test/support/matched-week.ts'
import type { Claim } from './instruments/claim.ts'
import { type MeteredTables, startMeteredTables, timed } from './instruments/metered-tables.ts'
import { observedLevels } from './instruments/observed-levels.ts'
import { retoldScores } from './instruments/retold-scores.ts'
import { printTable } from './instruments/print-table.ts'
import { median, quantile } from './instruments/samples.ts'
import { storeMerged } from './instruments/stored-lines.ts'
import { hotCall, hotCallOfNobody, hotCallWordForWord, messageOf, retoldCall, scatteredCall } from './instruments/told-calls.ts' // prettier-ignore

const SIZES = [1_000, 10_000, 100_000]
const MEASURED = 1_000
const ROUNDS = 5
const HOT_REPORTS = 7_000
const HOT_ROUNDS = 10
const AT_ONCE = 8
const FOLDED_AT_ONCE = 100
const GROUPED = 1_000
/** A hot call may cost so much of what scattered ones do; copies of one text are also read beside the first few of them. */
const AS_SCATTERED = 1.2
const AS_COPIES = 2

/** Reports merged, however many there are, and when all tell of one call. */
export async function matching(): Promise<Claim[]> {
  const bits = ([m, u]: [number, number]) => (m > 0 && u > 0 ? Math.log2(m / u).toFixed(1) : '')
  printTable(
    'Match weights: judged, and seen in the rehearsal (where both tell the field)',
    ['field', 'level', 'm', 'u', 'bits', 'm seen', 'u seen', 'bits seen'],
    observedLevels().map(({ field, level, told, seen }) => [field, level, ...told, bits(told), seen[0].toFixed(3), seen[1].toFixed(3), bits(seen)]), // prettier-ignore
  )
  printTable(
    'Pairs of one line, retold in words that no weight was fitted to',
    ['calls', 'pairs', 'one call', 'wrongly merged', 'missed', 'precision', 'recall'],
    retoldScores().map(({ what, score }) => [what, score.pairs, score.same, score.wrong, score.missed, score.precision.toFixed(3), score.recall.toFixed(3)]), // prettier-ignore
  )
  return [fullReporter(), ...(await growth()), ...(await hotCalls())]
}

/** As many reports as one reporter can have are compared whenever one of them changes. */
function fullReporter(): Claim {
  const reports = Array.from({ length: 50 }, (_, n) => {
    const { told } = scatteredCall(n % 25)
    return { id: `rpt_${n}`, ...factsTold({ call: { ...told.call, ...told.words }, riding: told.riding }) }
  })
  const millis = Array.from({ length: 50 }, () => {
    const from = performance.now()
    placeReports(reports)
    return performance.now() - from
  })
  return { what: 'matching: fifty reports of one reporter', measured: median(millis), unit: ' ms', atMost: 30 }
}

async function growth(): Promise<Claim[]> {
  const sizes = await Promise.all(SIZES.map(async (size) => ({ size, tables: await startMeteredTables(), rates: [] as number[], calls: 0, units: 0 }))) // prettier-ignore
  for (const { size, tables } of sizes) await storeMerged(storedCalls(size), tables.client)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const beside of round % 2 === 0 ? sizes : sizes.toReversed()) {
      const { size, tables, rates } = beside
      const before = { ...tables.asked }
      const messages = newAndRetold(size, round)
      const { seconds } = await timed(messages, AT_ONCE, async (message) => await mergeReport(message, tables))
      rates.push(MEASURED / seconds)
      beside.calls += (tables.asked.calls - before.calls) / (ROUNDS * MEASURED)
      beside.units += (tables.asked.writeUnits - before.writeUnits) / (ROUNDS * MEASURED)
    }
  }
  for (const { tables } of sizes) await tables.stop()
  printTable(
    `Merged beside so many stored reports, ${AT_ONCE} at once, medians of ${ROUNDS} × ${MEASURED}: half of them retell a stored call`,
    ['stored', 'reports per second', 'engine calls per report', 'write units per report'],
    sizes.map(({ size, rates, calls, units }) => [size, median(rates).toFixed(0), calls.toFixed(2), units.toFixed(2)]),
  )
  const [least, most] = [sizes[0]!, sizes.at(-1)!]
  const rate = median(most.rates.map((one, round) => one / least.rates[round]!))
  return [
    { what: 'matching: engine calls, beside 100,000 to beside 1,000,', measured: most.calls / least.calls, unit: '×', atMost: 1.02 }, // prettier-ignore
    { what: 'matching: reports per second, beside 100,000 to beside 1,000,', measured: rate, unit: '×', atLeast: 0.7 },
  ]
}

function* storedCalls(size: number): Generator<ReportMessage> {
  for (let n = 0; n < size; n += 1) yield messageOf('A', n, scatteredCall(n))
}

/** In turn a call that nobody told of, and one that is stored, told again. */
function newAndRetold(size: number, round: number): ReportMessage[] {
  return Array.from({ length: MEASURED }, (_, i) => {
    const n = round * MEASURED + i
    return i % 2 === 0
      ? messageOf('B', n, scatteredCall(size + n))
      : messageOf('A', size + n, retoldCall(Math.floor(n / 2) % size))
  })
}

const CALLS = { scattered: scatteredCall, 'hot, each of a line': hotCall, 'hot, nobody’s, own words': hotCallOfNobody, 'hot, nobody’s, word for word': hotCallWordForWord } // prettier-ignore
type Name = keyof typeof CALLS

/** Seven thousand reports of one call, in turn with as many scattered ones on one engine: what the machine does slows all alike. */
async function hotCalls(): Promise<Claim[]> {
  const tables = await startMeteredTables()
  const names = Object.keys(CALLS) as Name[]
  const told = Object.fromEntries(names.map((name) => [name, { p99s: [] as number[], medians: [] as number[], writeUnits: 0, calls: 0 }])) as Record<Name, { p99s: number[]; medians: number[]; writeUnits: number; calls: number }> // prettier-ignore
  const share = HOT_REPORTS / HOT_ROUNDS
  for (let round = 0; round < HOT_ROUNDS; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const lot = 'CDEF'[names.indexOf(name)]!
      const messages = Array.from({ length: share }, (_, n) => messageOf(lot, round * share + n, CALLS[name](round * share + n))) // prettier-ignore
      const before = { ...tables.asked }
      const { millis } = await timed(messages, AT_ONCE, async (message) => await mergeReport(message, tables))
      told[name].p99s.push(quantile(millis, 0.99))
      told[name].medians.push(median(millis))
      told[name].calls += tables.asked.calls - before.calls
      told[name].writeUnits += tables.asked.writeUnits - before.writeUnits
    }
  }
  const all = await tables.reporters()
  const rows = []
  for (const name of names) {
    const reporters = reportersOf(all, 'CDEF'[names.indexOf(name)]!)
    rows.push({ name, ...told[name], folded: await foldedUnits(tables, reporters), grouped: await groupedUnits(tables, reporters) }) // prettier-ignore
  }
  await tables.stop()
  return sayHot(rows)
} // prettier-ignore

/** Write units that counting them takes, in batches as the stream brings them. */
async function foldedUnits(tables: MeteredTables, reporters: Reporter[]): Promise<number> {
  const before = tables.asked.writeUnits
  for (let n = 0; n < reporters.length; n += FOLDED_AT_ONCE) {
    const batch = reporters.slice(n, n + FOLDED_AT_ONCE)
    await tallyComplaints(batch, { counts: tables.counts, now: () => new Date('2026-05-01T12:00:00Z') })
  }
  return tables.asked.writeUnits - before
}

type Grouped = { units: number; perSecond: number }

/** The same for the scripts of some of them, per report; and how many are grouped in a second by one invocation. */
async function groupedUnits(tables: MeteredTables, all: Reporter[]): Promise<Grouped> {
  const reporters = all.slice(0, GROUPED)
  const [before, from] = [tables.asked.writeUnits, performance.now()]
  for (let n = 0; n < reporters.length; n += FOLDED_AT_ONCE)
    await groupScripts(reporters.slice(n, n + FOLDED_AT_ONCE), tables.groupingPorts)
  const reports = reporters.reduce((sum, reporter) => sum + Object.keys(reporter.reports).length, 0)
  return {
    units: (tables.asked.writeUnits - before) / reports,
    perSecond: reports / ((performance.now() - from) / 1000),
  }
}

function reportersOf(all: Reporter[], lot: string): Reporter[] {
  return all.filter(({ reports }) => Object.keys(reports)[0]?.startsWith(`rpt_${lot}`))
}

type Row = { name: Name; p99s: number[]; medians: number[]; calls: number; writeUnits: number; folded: number; grouped: Grouped } // prettier-ignore

function sayHot(rows: Row[]): Claim[] {
  const p99 = ({ p99s }: Row) => median(p99s)
  const writes = ({ writeUnits, folded, grouped }: Row) => (writeUnits + folded) / HOT_REPORTS + grouped.units
  printTable(
    `${HOT_REPORTS} reports of one call, beside scattered ones, ${AT_ONCE} at once`,
    [
      'reports',
      'median ms',
      'p99 ms',
      'engine calls per report',
      'write units merging',
      'counting',
      'grouping',
      'grouped a second',
    ],
    rows.map((row) => [row.name, median(row.medians).toFixed(1), p99(row).toFixed(1), (row.calls / HOT_REPORTS).toFixed(2), (row.writeUnits / HOT_REPORTS).toFixed(2), (row.folded / HOT_REPORTS).toFixed(2), row.grouped.units.toFixed(2), row.grouped.perSecond.toFixed(0)]), // prettier-ignore
  )
  const [apart, ...hot] = rows as [Row, ...Row[]]
  return hot.flatMap((row) => [
    { what: `matching: p99, ${row.name}, to scattered`, measured: median(row.p99s.map((millis, round) => millis / apart.p99s[round]!)), unit: '×' as const, atMost: row.name.endsWith('word for word') ? AS_COPIES : AS_SCATTERED }, // prettier-ignore
    { what: `matching: writes, ${row.name}, to scattered`, measured: writes(row) / writes(apart), unit: '×' as const, atMost: AS_SCATTERED }, // prettier-ignore
  ])
}
