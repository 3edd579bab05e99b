import type { Random } from '../random.ts'
import { type Call, clockAt, DAY, type Form, type Language, type Said } from './told-call.ts'

/** Sets the time told; answers a phrase for the words where the time is only a part of the day. */
export function sayTime(
  random: Random,
  care: string,
  call: Call,
  lang: Language,
  form: Form,
  said: Said,
): string | undefined {
  const how = random.weighted(
    care === 'careful'
      ? { exact: 52, round: 26, hour: 9, date: 8, none: 3, month: 0, wrong: 2 }
      : care === 'ordinary'
        ? { exact: 22, round: 32, hour: 18, date: 17, none: 7, month: 1, wrong: 3 }
        : { exact: 5, round: 20, hour: 25, date: 29, none: 13, month: 3, wrong: 5 },
  )
  const sd = { careful: 6, ordinary: 14, vague: 28 }[care]!
  const dayOf = (m: number) => clockAt(m).slice(0, 10)
  const put = (at: number, precision: 'minute' | 'hour' | 'day', slack: number) => {
    form.call['receivedAt'] = clockAt(at).slice(0, { day: 10, hour: 13, minute: 16 }[precision])
    said.time = precision === 'day' ? { day: dayOf(at) } : { day: dayOf(at), minutes: at, slack }
  }
  const sameDay = (m: number) =>
    Math.min(Math.max(m, Math.floor(call.at / DAY) * DAY), Math.floor(call.at / DAY) * DAY + DAY - 1)
  const round = () => {
    const step = random.pick(care === 'careful' ? [5, 5, 15] : care === 'ordinary' ? [5, 15, 15, 30] : [15, 30, 30, 60])
    return sameDay(Math.round((call.at + normal(random) * sd) / step) * step)
  }
  if (how === 'none') return undefined
  if (how === 'month') {
    form.call['receivedAt'] = dayOf(call.at).slice(0, 7)
    return undefined
  }
  if (how === 'exact') put(sameDay(call.at + (random.chance(0.12) ? random.between(-3, 3) : 0)), 'minute', 6)
  else if (how === 'round') put(round(), 'minute', 45)
  else if (how === 'hour') {
    const at = call.at + normal(random) * sd * 1.2
    put(sameDay(Math.floor((random.chance(0.5) ? at : at + 30) / 60) * 60), 'hour', 90)
  } else if (how === 'wrong')
    put(round() + (random.chance(0.7) ? -1 : 1) * DAY, random.chance(0.5) ? 'minute' : 'day', 45)
  else {
    put(call.at, 'day', 0)
    if (random.chance(0.4)) return partOfDay(call.at % DAY, lang)
  }
  return undefined
}

function partOfDay(minutes: number, lang: Language): string {
  const h = minutes / 60
  const [en, fr] = h < 12 ? ['in the morning', 'le matin'] : h < 13.5 ? ['around lunch', 'sur l heure du dîner'] : h < 16.5 ? ['in the afternoon', 'dans l après-midi'] : h < 19 ? ['around supper', 'à l heure du souper'] : ['in the evening', 'le soir'] // prettier-ignore
  return lang === 'en' ? en! : fr!
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
