import { callsOf, type World } from './call.ts'
import { Directory, MAX_REPORTS } from './directory.ts'
import { burst, cluster, falseAlarm, type Incident, straggler, toldLate } from './incident.ts'
import { Random } from './random.ts'
import type { Rehearsed } from './rehearsed.ts'
import { shuffled } from './shuffled.ts'
import { tell } from './telling.ts'

export type WeekOptions = {
  seed: string
  /** How many reports; what is sent again or amended is not another one. */
  reports: number
  /** Also tells calls again in ways that number, date and hour do not see through: the counts may then differ from the truth. */
  isHard?: boolean
  /** Types the reporter's own number into every text and number field, in all spellings. */
  isMarked?: boolean
}

const SHUFFLE_WIDTH = 400

/**
 * The reports of the week to the general election of 2 May 2011, invented: first those told at once, then those told ten months
 * later. The same options give the same reports, byte for byte. Throws a RangeError when the fictional lines cannot tell so many.
 */
export function* electionWeek(options: WeekOptions): Generator<Rehearsed> {
  if (options.reports > MAX_REPORTS) throw new RangeError(`at most ${MAX_REPORTS} reports`)
  const world = worldOf(options)
  yield* shuffled(inOrder(world, options.reports), SHUFFLE_WIDTH, world.random)
}

function worldOf({ seed, reports, isHard = false, isMarked = false }: WeekOptions): World {
  const random = new Random(seed)
  let [calls, told] = [0, 0]
  return {
    random,
    directory: new Directory(random),
    isHard,
    isMarked,
    nextCall: () => `call-${++calls}`,
    nextReport: () => ++told,
    name: `rehearsal-${seed}-${reports}${isHard ? '-hard' : ''}${isMarked ? '-marked' : ''}`,
  }
}

function* inOrder(world: World, reports: number): Generator<Rehearsed> {
  let told = 0
  for (const { upTo, incident } of phases(reports, world.random)) {
    const phase = reportsOf(incident, world)
    for (; told < Math.round(upTo * reports); told++) yield phase.next().value
  }
}

function* reportsOf(incident: (n: number) => Incident, world: World): Generator<Rehearsed, never> {
  for (let n = 0; ; n++) for (const call of callsOf(incident(n), world)) yield* tell(call, world)
}

// In the order of the days; each goes on until the week has this share of its reports.
function phases(reports: number, random: Random): { upTo: number; incident: (n: number) => Incident }[] {
  const known: Incident[] = []
  const noted = (incident: Incident) => known[known.push(incident) - 1]!
  return [
    { upTo: 0.3, incident: () => noted(cluster(random)) },
    { upTo: 0.42, incident: () => noted(straggler(random)) },
    { upTo: 0.5, incident: () => noted(falseAlarm(random)) },
    { upTo: 0.85, incident: (n) => noted(burst(n, reports, random)) },
    { upTo: 1, incident: () => toldLate(random.pick(known), random) },
  ]
}
