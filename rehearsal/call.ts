import type { Directory, Mark } from './directory.ts'
import type { Incident } from './incident.ts'
import { oneDigitOff } from './numbers.ts'
import type { Random } from './random.ts'
import type { Riding } from './ridings.ts'
import type { Language } from './scripts.ts'
import type { Trait } from './rehearsed.ts'

/** How the caller ID is told: the number (as remembered), or what the display showed instead. */
export type Shown = { how: 'number'; e164: string } | { how: 'withheld' | 'unavailable' | 'none' | 'own' | 'part' }
export type Precision = 'minute' | 'hour' | 'day' | 'month' | 'none'
export type Where = 'named' | 'misspelt' | 'vague' | 'none'

/** One call to one person: what several reports may tell of. */
export type Call = {
  id: string
  incident: Incident
  riding: Riding
  line: string | null
  isChild: boolean
  minute: number
  language: Language
  /** Which of the script's points whoever was called remembers first, 0 to 1. */
  struck: number
  shown: Shown
  precision: Precision
  where: Where
  reports: number
  /** The same number called the same line once more that day: times must be told, and well. */
  isOneOfTwo: boolean
  traits: readonly Trait[]
}

/** What all the telling of one week shares. */
export type World = {
  random: Random
  directory: Directory
  isHard: boolean
  isMarked: boolean
  nextCall: () => string
  /** Counts the reports made so far. */
  nextReport: () => number
  /** Begins the key of each report. */
  name: string
}

/** Two calls of a pair are told to within two minutes each, so that more than an hour stays between them. */
const PAIR_GAP = { from: 75, to: 300 }
const LAST_MINUTE = 22 * 60 + 40

/** The calls of an incident, one after the other; now and then a second one to the same household or the same line. */
export function* callsOf(incident: Incident, world: World): Generator<Call> {
  for (let n = 0; n < incident.calls; n++) {
    const call = newCall(incident, world)
    const again = pairOf(call, world)
    if (again) yield* again
    else yield call
    if (world.random.chance(0.03)) yield* household(call, world)
  }
}

/** The caller's cell, as the number or the words of this telling give it. */
export function callerCell(shown: Shown): string | null {
  if (shown.how === 'number') return shown.e164
  if (shown.how === 'none') return null
  return shown.how === 'own' || shown.how === 'part' ? 'invalid' : shown.how
}

function newCall(incident: Incident, world: World): Call {
  const { random, directory } = world
  const who = random.weighted({ someone: 91.5, nobody: 8, child: 0.5 })
  const reports = who === 'someone' ? Number(random.weighted({ 1: 84, 2: 13, 3: 3 })) : 1
  const facts = reports > 1 ? tellable(incident, world) : vague(incident, world, who === 'someone')
  const riding = random.pick(incident.ridings)
  const mark = markOf({ incident, ...facts })
  return {
    id: world.nextCall(),
    incident,
    riding,
    line: who === 'nobody' ? null : directory.lineIn(riding, mark, reports),
    isChild: who === 'child',
    minute: random.between(incident.from, incident.to),
    language: random.chance(0.7) ? 'en' : 'fr',
    struck: random.next(),
    where: where(world),
    reports,
    isOneOfTwo: false,
    ...facts,
  }
}

// A call that is told more than once must certainly be seen to be one: number and date are told.
function tellable({ caller }: Incident, { random }: World): Pick<Call, 'shown' | 'precision' | 'traits'> {
  return { shown: { how: 'number', e164: caller }, precision: random.chance(0.8) ? 'minute' : 'day', traits: [] }
}

function vague(
  { caller, phase }: Incident,
  { random, isMarked }: World,
  hasLine: boolean,
): Pick<Call, 'shown' | 'precision' | 'traits'> {
  const how = random.weighted({
    number: 78,
    half: 4,
    withheld: 6,
    unavailable: 4,
    none: 5,
    part: 1.5,
    own: hasLine ? (isMarked ? 15 : 3.1) : 0,
  })
  const times: Record<Exclude<Precision, 'hour'>, number> = phase === 'told-late'
    ? { minute: 30, day: 40, month: 15, none: 15 }
    : { minute: 72, day: 18, month: 3, none: 7 }
  const precision = random.weighted(times)
  if (how === 'half')
    return { shown: { how: 'number', e164: oneDigitOff(caller, random) }, precision, traits: ['half-remembered'] }
  const shown: Shown = how === 'number' ? { how, e164: caller } : { how }
  return { shown, precision, traits: how === 'own' ? ['own-number-as-caller'] : how === 'part' ? ['partly-known'] : [] }
}

function where({ random, isHard, isMarked }: World): Where {
  return random.weighted({ named: 90, vague: isMarked ? 15 : 5, none: 4, misspelt: isHard ? 8 : 0 })
}

function markOf({ incident, shown, precision }: Pick<Call, 'incident' | 'shown' | 'precision'>): Mark {
  return {
    caller: callerCell(shown),
    date: dateOf(precision, incident.date),
    truly: incident,
    script: incident.script.name,
  }
}

function dateOf(precision: Precision, date: string): string | undefined {
  return precision === 'minute' || precision === 'day' ? date : undefined
}

function pairOf(call: Call, world: World): [Call, Call] | undefined {
  const { random, isHard } = world
  if (call.shown.how !== 'number' || call.precision !== 'minute' || !call.line || call.isChild) return undefined
  const [isPair, isSoon] = [random.chance(0.03), isHard && random.chance(0.01)]
  const minute = call.minute + (isSoon ? random.between(31, 55) : random.between(PAIR_GAP.from, PAIR_GAP.to))
  if (!(isPair || isSoon) || minute > LAST_MINUTE) return undefined
  const first: Call = { ...call, isOneOfTwo: true, traits: [...call.traits, 'twice-a-day'] }
  const second: Call = { ...first, id: world.nextCall(), minute, reports: 1 }
  return [first, isSoon ? { ...second, traits: [...second.traits, 'called-again-soon'] } : second]
}

// The other phone of the house rings with the same call: two lines, two complaints.
function* household(call: Call, world: World): Generator<Call> {
  if (!call.line || call.isChild || call.shown.how === 'own') return
  const line = world.directory.lineIn(call.riding, markOf(call), 1)
  yield {
    ...call,
    id: world.nextCall(),
    line,
    reports: 1,
    minute: Math.min(call.minute + 1, LAST_MINUTE),
    isOneOfTwo: false,
    traits: [...call.traits.filter((trait) => trait === 'half-remembered' || trait === 'partly-known'), 'household'],
  }
}
