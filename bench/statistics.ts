import { rmSync } from 'node:fs'
import { newDataDir } from '../test/support/stack.ts'
import type { Claim } from './instruments/claim.ts'
import { nationalElection } from './instruments/national-election.ts'
import { printTable } from './instruments/print-table.ts'
import { type Growth, growthOf, KINDS, whyLarger } from './instruments/read-growth.ts'
import { median, quantile } from './instruments/samples.ts'
import { FLOOR, fillHost, type Filled, type Timed, timePaths } from './instruments/statistics-host.ts'
import type { Answer } from './instruments/timed-get.ts'

const COMPLAINTS = [1_000, 10_000, 100_000]
const ROUNDS = 100
/** Of the read units of a request, when the complaints are ten times as many: of pages for each row, of all else for each counter that it reads. */
const AT_MOST_TIMES = 1.2
/** In all, where more counters of the same records are filled: it was 2.27 of 10^4 to 10^5 complaints, and ends when all are. */
const AT_MOST_FILLING = 3
/** What it was when this was written, and a little more. */
const AT_MOST_UNITS = 100
/** p50 of the slowest path beside the floor. */
const AT_MOST_FLOORS = { exact: 500, stats: 15 }
/** Of a conditional request, which reads no table. */
const AT_MOST_HELD = 3

type Size = { complaints: number; used: Filled['used']; timed: Record<string, Timed> }

/** What a request for statistics takes and reads, as complaints grow: exact counts from the table, published ones from an edition of them. */
export async function statistics(sizes: number[] = COMPLAINTS, rounds = ROUNDS): Promise<Claim[]> {
  const measured: Size[] = []
  for (const complaints of sizes) measured.push(await measure(complaints, rounds))
  const growth = measured.length > 1 ? growthOf(measured.at(-2)!.used, measured.at(-1)!.used) : []
  printUnits(measured, growth)
  return claimsOf(measured, growth)
}

async function measure(complaints: number, rounds: number): Promise<Size> {
  const dataDir = newDataDir()
  const election = nationalElection(complaints)
  const { asked, ...filled } = await fillHost(dataDir, election)
  const timed = await timePaths(dataDir, asked, rounds)
  rmSync(dataDir, { recursive: true })
  printTable(
    `${election.complaints} complaints of ${election.callers} caller IDs and ${election.scripts} scripts in ${filled.records} records. ` +
      `Published in ${filled.publishSeconds.toFixed(0)} s, with ${filled.publishUnits} read units.\nEach asked ${rounds} times, one after the other`,
    ['path', 'p50 ms', 'p99 ms', 'kB', 'p50 of 304', 'kB', 'read units', 'GETs, first', 'again'],
    Object.entries(timed).map(([name, path]) => [name, ...timesOf(path), ...readBy(filled.used[name])]),
  )
  return { complaints, used: filled.used, timed }
}

function timesOf({ answers, held }: Timed): string[] {
  const kept = held.filter(({ status }) => status === 304)
  return [
    median(millisOf(answers)).toFixed(1),
    quantile(millisOf(answers), 0.99).toFixed(1),
    (answers[0]!.bytes / 1000).toFixed(1),
    kept.length > 0 ? median(millisOf(kept)).toFixed(1) : '',
    kept.length > 0 ? (kept[0]!.bytes / 1000).toFixed(1) : '',
  ]
}

function readBy(used: Filled['used'][string] | undefined): string[] {
  return used ? [used.units.toFixed(1), String(used.objects), String(used.objectsAgain)] : ['', '', '']
}

function millisOf(answers: Answer[]): number[] {
  return answers.map(({ millis }) => millis)
}

function printUnits(sizes: Size[], growth: Growth[]): void {
  const names = [...new Set(sizes.flatMap(({ used }) => Object.keys(used)))].filter((name) => name.startsWith('exact'))
  const unitsAt = ({ used }: Size, name: string) =>
    used[name] ? `${used[name].units.toFixed(1)} / ${used[name].rows} / ${used[name].cells}` : ''
  printTable(
    'Read units of a request / rows answered / counters read, by how many complaints there are; and why more are read',
    ['path', ...sizes.map(({ complaints }) => String(complaints)), '×', '× per counter', 'why'],
    names.map((name) => {
      const { times = 1, perCell = 1 } = growth.find(({ path }) => path === name) ?? {}
      const why = times > AT_MOST_TIMES ? whyLarger(name) : ''
      return [name, ...sizes.map((size) => unitsAt(size, name)), times.toFixed(2), perCell.toFixed(2), why]
    }),
  )
}

function claimsOf(sizes: Size[], growth: Growth[]): Claim[] {
  const [less, most] = [sizes.at(-2), sizes.at(-1)!]
  const worstBy = (measure: 'times' | 'perCell', among: Growth[]) => among.toSorted((a, b) => b[measure] - a[measure])[0]
  const beside = `${most.complaints} complaints beside ${less?.complaints}`
  const perCell = worstBy('perCell', growth.filter(({ kind }) => kind !== 'pages, by row'))
  const grown = KINDS.flatMap((kind): Claim[] => {
    const worst = worstBy('times', growth.filter((each) => each.kind === kind))
    const what = `statistics: read units of ${kind}, ${beside}, at most (${worst?.path})`
    const bounds = kind === 'pages, by row' ? { atMost: AT_MOST_TIMES } : { atMost: AT_MOST_FILLING, aim: AT_MOST_TIMES }
    return worst ? [{ what, measured: worst.times, unit: '×', ...bounds }] : []
  })
  const published = sizes.flatMap(({ used }) => Object.entries(used)).filter(([path]) => path.startsWith('stats '))
  const units = Math.max(...Object.values(most.used).map((path) => path.units))
  const again = Math.max(...Object.values(most.used).map(({ objectsAgain }) => objectsAgain))
  return [
    { what: 'statistics: read units of a public request, whatever the number of complaints', measured: Math.max(...published.map(([, { units }]) => units)), unit: ' units', atMost: 0 },
    ...(perCell ? [{ what: `statistics: read units for each counter read, ${beside}, at most (${perCell.path})`, measured: perCell.perCell, unit: '×', atMost: AT_MOST_TIMES } as const] : []),
    ...grown,
    ...(['exact', 'stats'] as const).map((base): Claim => {
      const { path, floors } = slowest(most, base)
      return { what: `statistics: the slowest of /v1/${base} (${path}) beside a function that asks nobody, p50`, measured: floors, unit: '×', atMost: AT_MOST_FLOORS[base] }
    }),
    heldClaim(most),
    { what: `statistics: the dearest request, ${most.complaints} complaints`, measured: units, unit: ' units', atMost: AT_MOST_UNITS },
    { what: 'statistics: objects read for a published table that was read before', measured: again, unit: ' GETs', atMost: 1 },
  ]
} // prettier-ignore

function heldClaim({ timed }: Size): Claim {
  const floor = median(millisOf(timed[FLOOR]!.answers))
  const medians = Object.entries(timed)
    .filter(([path]) => path.startsWith('stats '))
    .map(([path, { held }]) => ({ path, floors: median(millisOf(held)) / floor }))
  const { path, floors } = medians.reduce((a, b) => (b.floors > a.floors ? b : a))
  const what = `statistics: the slowest 304 of /v1/stats (${path}) beside a function that asks nobody, p50`
  return { what, measured: floors, unit: '×', atMost: AT_MOST_HELD }
}

function slowest({ timed }: Size, base: 'exact' | 'stats'): { path: string; floors: number } {
  const floor = median(millisOf(timed[FLOOR]!.answers))
  const paths = Object.entries(timed).filter(([path]) => path.startsWith(`${base} `))
  const floors = paths.map(([path, { answers }]) => ({ path, floors: median(millisOf(answers)) / floor }))
  return floors.reduce((a, b) => (b.floors > a.floors ? b : a))
}
