import { newCaller, TOLL_FREE } from './numbers.ts'
import type { Random } from './random.ts'
import { BURST_RIDINGS, RIDINGS, type Riding } from './ridings.ts'
import { OTHER_ELECTIONS, POLL_MOVED, REMINDER, SCATTERED, type Script } from './scripts.ts'

/** `told-late`: ten months later, after the papers wrote about it. */
export type Phase = 'cluster' | 'straggler' | 'false-alarm' | 'burst' | 'told-late'

/** One campaign of calls: who calls whom, when, and with what words. */
export type Incident = {
  script: Script
  /** The number displayed. */
  caller: string
  ridings: readonly Riding[]
  /** The day of the calls, and the minutes of it between which they are placed. */
  date: string
  from: number
  to: number
  place: string
  callback: string
  phase: Phase
  calls: number
}

const ELECTION_DAY = '2011-05-02'
const WEEK = ['2011-04-26', '2011-04-27', '2011-04-28', '2011-04-29', '2011-04-30', '2011-05-01', ELECTION_DAY]
const PLACES = [
  'the Old Mill Arena, 12 River Road',
  'the Curling Club on Station Street',
  'Hillside School, 400 Ridge Avenue',
  'the Legion Hall, 7 Front Street',
  "l'aréna du Vieux-Moulin, 12, chemin de la Rivière",
  'la salle paroissiale, rue du Quai',
  'St. Brendan Church basement, 31 Lakeshore Drive',
  'the Lodge at Concession 4',
  'Northgate Mall, beside the pharmacy',
  'le gymnase de la polyvalente, 900, boulevard des Érables',
  'le Centre des loisirs, 55, avenue Bellevue',
  'the Seniors Drop-in on Wharf Lane',
]

/** More calls than this from one number in one day would leave too few lines that it has not called. */
const MAX_BURST_CALLS = 2_500

/** One number and one script in one riding, within a quarter of an hour at ten on election day. */
export function burst(n: number, reports: number, random: Random): Incident {
  return {
    ...incident('burst', POLL_MOVED, random),
    ridings: [BURST_RIDINGS[n % BURST_RIDINGS.length]!],
    date: ELECTION_DAY,
    from: 600,
    to: 615,
    calls: Math.min(MAX_BURST_CALLS, reports),
  }
}

/** A few calls in one to three ridings. */
export function cluster(random: Random): Incident {
  const script = random.pick(SCATTERED)
  const start = script.name === 'late-and-rude' ? random.between(1_200, 1_260) : random.between(540, 1_140)
  return {
    ...incident('cluster', script, random),
    ridings: Array.from({ length: random.between(1, 3) }, () => random.pick(RIDINGS)),
    from: start,
    to: start + 90,
    calls: random.between(3, 12),
  }
}

/** Honest calls, some hundred in three neighbouring ridings, that people take for the other kind. */
export function falseAlarm(random: Random): Incident {
  const first = random.between(0, RIDINGS.length - 3)
  return {
    ...incident('false-alarm', REMINDER, random),
    ridings: RIDINGS.slice(first, first + 3),
    from: 960,
    to: 1_200,
    calls: random.between(40, 200),
  }
}

/** One call that nobody else tells of; one in three about another election. */
export function straggler(random: Random): Incident {
  const script = random.pick(random.chance(1 / 3) ? OTHER_ELECTIONS : SCATTERED)
  return { ...incident('straggler', script, random), from: 540, to: 1_260, calls: 1 }
}

/** Calls of an incident that were kept to oneself until the papers wrote about it. */
export function toldLate(known: Incident, random: Random): Incident {
  return { ...known, phase: 'told-late', calls: random.between(1, 9) }
}

function incident(phase: Phase, script: Script, random: Random): Omit<Incident, 'from' | 'to' | 'calls'> {
  return {
    phase,
    script,
    caller: newCaller(random),
    ridings: [random.pick(RIDINGS)],
    date: random.pick(WEEK),
    place: random.pick(PLACES),
    callback: random.pick(TOLL_FREE),
  }
}
