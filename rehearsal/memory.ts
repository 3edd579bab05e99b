import type { Call, Precision, Shown, Where, World } from './call.ts'
import { oneDigitOff, swapped } from './numbers.ts'
import type { Random } from './random.ts'
import type { Trait, Truth } from './rehearsed.ts'

/** What one report will say of a call: right, rounded, or, in a hard rehearsal, wrong. */
export type Memory = {
  shown: Shown
  precision: Precision
  date: string
  minute: number
  where: Where
  door: Truth['door']
  isCertain: boolean
  traits: readonly Trait[]
  /** Word for word what the call's first report says. */
  isCopy: boolean
  /** Retold in the household's other language. */
  isTranslated?: boolean
  /** Told in a message, and in hardly any other field. */
  isMessageOnly?: boolean
}

/** How the call is told each time, the first time best. */
export function memoriesOf(call: Call, world: World): Memory[] {
  const { random, isHard } = world
  const first: Memory = {
    shown: call.shown,
    precision: call.precision,
    date: call.incident.date,
    minute: remembered(call, random),
    where: call.where,
    door: 'web',
    isCertain: !call.traits.includes('called-again-soon'),
    traits: call.traits,
    isCopy: false,
  }
  if (isHard && !call.line && random.chance(0.1))
    return [first, { ...first, isCopy: true, isCertain: false, traits: [...call.traits, 'pasted-again'] }]
  const others = Array.from({ length: call.reports - 1 }, () => toldAgain(first, call, random))
  return [
    first,
    ...others.map((memory) =>
      isHard && !call.isOneOfTwo && random.chance(0.5) ? blurred(memory, call, random) : memory,
    ),
  ]
}

function toldAgain(first: Memory, call: Call, random: Random): Memory {
  const how = random.weighted({ resubmitted: 35, 'two-doors': 45, retold: 20 })
  if (how === 'resubmitted') return { ...first, isCopy: true, traits: [...first.traits, how] }
  return {
    ...first,
    // Without a time nobody could tell which of the day's two calls it was.
    precision: random.chance(0.2) && !call.isOneOfTwo ? 'day' : 'minute',
    minute: remembered(call, random),
    door: how === 'two-doors' ? 'sms' : 'web',
    traits: [...first.traits, how],
  }
}

// Two tellings of a call are at most half an hour apart; those of a pair, four minutes.
function remembered({ minute, isOneOfTwo }: Call, random: Random): number {
  if (isOneOfTwo) return minute + random.between(-2, 2)
  const grain = Number(random.weighted({ 1: 50, 15: 30, 30: 20 }))
  return Math.round(minute / grain) * grain
}

// What number and date alone cannot see; the matching that weighs all fields should. Two are beyond any matching: who is hours off,
// to the minute, tells what a second call would be told as; and of a call without number, time and words nothing is left to see.
function blurred(memory: Memory, { incident, minute, precision }: Call, random: Random): Memory {
  const how = random.weighted({
    'one-digit-off': 25,
    'digits-swapped': 12,
    'caller-forgotten': 14,
    'partly-known': 10,
    'around-the-hour': 9,
    'am-or-pm': precision === 'minute' ? 5 : 0,
    'day-off': precision === 'minute' ? 5 : 0,
    'hours-off': precision === 'minute' ? 1.5 : 0,
    undated: 7,
    'message-only': 4,
    'other-language': 9,
    'riding-misspelt': 6,
  })
  const blur = (change: Partial<Memory>): Memory => ({
    ...memory,
    isCertain: false,
    isCopy: false,
    ...change,
    traits: [...memory.traits, how],
  })
  const number = (e164: string): Memory => blur({ shown: { how: 'number', e164 } })
  switch (how) {
    case 'one-digit-off':
      return number(oneDigitOff(incident.caller, random))
    case 'digits-swapped':
      return number(swapped(incident.caller) ?? oneDigitOff(incident.caller, random))
    case 'caller-forgotten':
      return blur({ shown: { how: random.pick(['unavailable', 'withheld', 'none']) } })
    case 'partly-known':
      return blur({ shown: { how: 'part' } })
    case 'day-off':
      return blur({ precision: 'minute', date: dayBefore(memory.date) })
    case 'around-the-hour':
      return blur({ precision: 'hour', minute: Math.round(minute / 60) * 60 })
    case 'am-or-pm':
      return blur({ precision: 'minute', minute: (memory.minute + 720) % 1440 })
    case 'hours-off':
      return blur({ precision: 'minute', minute: minute + (minute > 720 ? -125 : 125) })
    case 'undated':
      return blur({ precision: 'none' })
    case 'message-only':
      return blur({ precision: 'none', shown: { how: 'none' }, isMessageOnly: true })
    case 'other-language':
      return blur({ isTranslated: true })
    case 'riding-misspelt':
      return blur({ where: 'misspelt', isCertain: true })
  }
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
}
