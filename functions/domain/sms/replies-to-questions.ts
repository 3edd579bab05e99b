import type { Telling } from './dialogue.ts'
import type { TextReading } from './reading.ts'

const FEWEST_TELLING_WORDS = { asked: 8, unasked: 4 }
const LONGEST_ANSWER = 80
// "And they said to call back", "ils ont aussi dit": more of the same call.
const MORE = /^\W*(?:and|also|plus|oh|btw|(?:s?he|they|it) also|et|aussi|(?:ils?|elles?|on) (?:ont|a) aussi)\b/i

/** A second message in place of an answer: forwarded, or told at some length without answering what is open. */
export function startsAnother(reading: TextReading, body: string, telling: Telling): boolean {
  if (!telling.isNarrated || reading.isOnlyAnswers || MORE.test(body)) return false
  if (reading.kind === 'text' || reading.callbackNumber) return true
  const words = body.match(/\p{L}{3,}/gu)?.length ?? 0
  if (words < FEWEST_TELLING_WORDS[telling.open ? 'asked' : 'unasked']) return false
  return body.length > LONGEST_ANSWER || !isAnswered(reading, telling)
}

function isAnswered({ callerId, riding, receivedAt }: TextReading, { open }: Telling): boolean {
  const found = { number: callerId, place: riding, choice: riding, time: receivedAt }
  return open !== undefined && found[open] !== undefined
}

const LONGEST_RAW_ANSWER = 60
const MOST_RAW_WORDS = 5

/** A short answer in which nothing was recognised is kept as it was given: a riding that no table has, a part of a number. */
export function answerAsGiven(reading: TextReading, body: string, { open }: Telling): TextReading {
  const value = body.trim()
  if (value.length > LONGEST_RAW_ANSWER || value.split(/\s+/).length > MOST_RAW_WORDS) return reading
  if (reading.callerId || reading.riding || reading.receivedAt) return reading
  const found = { value, span: { start: 0, end: body.length } }
  if (open === 'number' && /\d{4}/.test(value)) return { ...reading, callerId: found }
  if ((open === 'place' || open === 'choice') && /\p{L}{3}/u.test(value)) return { ...reading, riding: found }
  return reading
}
