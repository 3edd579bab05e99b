import { cellId, type Coordinates } from '../../functions/domain/cube/coordinates.ts'
import type { Counts, ExactCell, ExactCube } from '../../functions/domain/cube/exact-cube.ts'
import { listableCells } from '../../functions/domain/cube/listable-cells.ts'
import { ancestorsOf, isLoose } from '../../functions/domain/cube/parents.ts'
import { TABLES } from '../../functions/domain/cube/tables.ts'
import { ridingById } from '../../functions/domain/ridings/riding.ts'

/** A random number from 0 to below 1, the same for the same seed. */
export type Random = () => number

/** One report as the cube counts it. `call` is the same for reports of one call. */
export type Told = { reporter: number; call: number; isTemplate: boolean; at: Coordinates }

export type World = {
  ridings: string[]
  days: string[]
  callers: number
  scripts: number
  people: number
  hasPolls?: boolean
}

export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const KINDS = ['recorded', 'live', 'text', 'unsure']
const DOORS = ['web', 'sms', 'import']
const AGES = ['not-told', '18-24', '35-44', '65-plus']
const POLLS = ['not-asked', 'yes', 'no', 'unsure', 'not-answered']
const HOW = ['recorded', 'live', 'not-answered']
const BY = ['national-party', 'local-campaign', 'not-answered']
const BEFORE = ['0-3', '8-14', '31-plus', 'not-answered']
const PREFERENCES = ['opponent', 'supporter', 'refused', 'not-answered']

/** People of a made-up election: few of them in most places, many in some; some are called twice, tell twice, or paste a template. */
export function* peopleOf(world: World, random: Random): Generator<Told[]> {
  for (let reporter = 0; reporter < world.people; reporter += 1) yield personOf(reporter, world, random)
}

export function personOf(reporter: number, world: World, random: Random): Told[] {
  const calls = random() < 0.15 ? 2 : 1
  const isTemplate = random() < 0.1
  const home = skewed(world.ridings, random)
  return Array.from({ length: calls }, (_, call) => {
    const made = callOf(world, home, random)
    const at = { ...made, ...answersOf(world, random) }
    const reports = random() < 0.12 ? 2 : 1
    // A second telling may be less exact, and answer otherwise.
    const again = () => (random() < 0.7 ? at : { ...made, kind: 'unsure', ...answersOf(world, random) })
    return Array.from({ length: reports }, (__, n) => ({ reporter, call, isTemplate: isTemplate && call === 0, at: n === 0 ? at : again() })) // prettier-ignore
  }).flat()
}

function callOf(world: World, home: string, random: Random): Coordinates {
  const isFederal = random() < 0.95
  const day = random() < 0.9 ? skewed(world.days, random) : 'undated'
  const received = pick(world.days, random)
  const caller = random() < 0.6 ? callerOf(Math.floor(world.callers * random() ** 2)) : undefined
  const isResolved = random() < 0.93
  return {
    election: isFederal ? 'federal' : pick(['provincial', 'municipal'], random),
    kind: skewed(KINDS, random),
    door: skewed(DOORS, random),
    ...(isFederal ? { riding: isResolved ? home : 'unresolved' } : {}),
    ...(isFederal && !isResolved && random() < 0.5 ? { province: ridingById(home)!.province } : {}),
    ...(caller ? (random() < 0.1 ? { prefix: 'withheld' } : { caller }) : {}),
    ...(random() < 0.7 ? { script: `scr_${Math.floor(world.scripts * random() ** 3)}` } : {}),
    day,
    hour: day === 'undated' || random() < 0.2 ? 'undated' : `${day}T${pick(['09', '13', '18'], random)}`,
    receivedHour: `${received}T${pick(['10', '20'], random)}`,
  }
}

/** Whoever says that there was an earlier poll says more of it. */
function answersOf({ hasPolls }: World, random: Random): Coordinates {
  if (!hasPolls) return {}
  const asked = { age: skewed(AGES, random), group: random() < 0.4 ? 'misdirected' : 'others', poll: skewed(POLLS, random) } // prettier-ignore
  if (asked.poll !== 'yes') return asked
  return { ...asked, pollHow: skewed(HOW, random), pollBy: skewed(BY, random), pollPreference: skewed(PREFERENCES, random), pollBefore: skewed(BEFORE, random) } // prettier-ignore
}

const AREAS = ['514', '613', '450', '416', '519', '604', '902', '204', '403', '306'].flatMap((area) => [area, ...['2', '3', '4', '7'].map((last) => area.slice(0, 2) + last)]) // prettier-ignore

/** One of 5,000 fictional numbers. */
function callerOf(n: number): string {
  return `+1${AREAS[n % AREAS.length]!}55501${String(Math.floor(n / AREAS.length) % 100).padStart(2, '0')}`
}

function pick<T>(those: T[], random: Random): T {
  return those[Math.floor(random() * those.length)]!
}

/** The first far more often than the last. */
function skewed<T>(those: T[], random: Random): T {
  return those[Math.floor(random() ** 2 * those.length)]!
}

type Gathered = { at: Coordinates; reports: number; reporters: Set<number>; calls: Set<string> }

/** What is counted of these reports, cell by cell, as `contribution` counts: a complaint in the cells of its first report. */
export function cubeOf(people: Iterable<Told[]>, world: World, edition = 1): ExactCube {
  const [all, own] = [new Map<string, Gathered>(), new Map<string, Gathered>()]
  for (const person of people) {
    gather(person, all)
    gather(person.filter(({ isTemplate }) => !isTemplate), own) // prettier-ignore
  }
  for (const at of listable(world)) if (!all.has(cellId(at))) all.set(cellId(at), nothing(at))
  const cells = [...all].map(([id, cell]): ExactCell => ({ at: cell.at, all: counted(cell), own: counted(own.get(id) ?? nothing(cell.at)) })) // prettier-ignore
  return { event: 'test', edition, asOf: `2026-05-${String(edition).padStart(2, '0')}T00:00:00Z`, changes: [], cells }
}

function gather(reports: Told[], into: Map<string, Gathered>): void {
  const told = new Set<string>()
  for (const { reporter, call, at } of reports) {
    const known = Object.fromEntries(ancestorsOf(at))
    const isFirst = !told.has(`${reporter}.${call}`)
    told.add(`${reporter}.${call}`)
    for (const shape of SHAPES) {
      if (!shape.every((dimension) => known[dimension] !== undefined)) continue
      const here = Object.fromEntries(shape.map((dimension) => [dimension, known[dimension]!])) as Coordinates
      if (isLoose(here) && here.day === 'undated') continue
      const cell = into.get(cellId(here)) ?? nothing(here)
      into.set(cellId(here), cell)
      cell.reports += 1
      cell.reporters.add(reporter)
      if (isFirst) cell.calls.add(`${reporter}.${call}`)
    }
  }
}

const SHAPES = Object.values(TABLES).flat()

function counted({ reports, reporters, calls }: Gathered): Counts {
  return { reports, reporters: reporters.size, complaints: calls.size }
}

function nothing(at: Coordinates): Gathered {
  return { at, reports: 0, reporters: new Set(), calls: new Set() }
}

/** Every cell whose values anybody can list. */
function listable({ ridings, days, hasPolls = false }: World): Coordinates[] {
  return listableCells({
    election: ['federal', 'provincial', 'municipal'],
    kind: KINDS,
    door: DOORS,
    riding: [...ridings, 'unresolved'],
    province: [...new Set(ridings.map((id) => ridingById(id)!.province as string))],
    day: [...days, 'undated'],
    received: days,
    ...(hasPolls ? { age: AGES, group: ['misdirected', 'others'], poll: POLLS, pollHow: HOW, pollBy: BY, pollPreference: PREFERENCES, pollBefore: BEFORE } : {}), // prettier-ignore
  })
}
