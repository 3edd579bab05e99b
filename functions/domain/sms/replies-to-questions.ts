import { gistOf } from '../scripts/gist.ts'
import type { Told } from '../message.ts'
import { plainText } from '../plain-text.ts'
import { ridingById } from '../ridings/riding.ts'
import type { Telling } from './dialogue.ts'
import { isForwarded } from './forwarded.ts'
import type { TextReading } from './reading.ts'

// "And they said to call back", "the woman had an accent", "I got this text this morning": more of the same call.
const MORE =
  /^\W*(?:and|also|plus|oh|btw|(?:s?he|they|it|this|that) |the (?:wo)?m[ae]n|the (?:voice|lady|caller|guy|recording|number|call|text)\b|i (?:got|received|had) (?:this|that|it)\b|is (?:it|this|that)\b|et|aussi|(?:ils?|elles?|on|ca|c'etait|c'est) |la (?:dame|voix|femme|fille)|le (?:monsieur|gars|numero|texto)|j'ai (?:recu|eu) (?:ca|ce))/
const ANOTHER =
  /\b(?:another|again|some(?:body|one) else|second (?:call|text)|un autre|une autre|encore un|quelqu'un d'autre|deuxieme (?:appel|texto))\b/
const CORRECTION =
  /^\W*(?:sorry|correction|oops|actually|i (?:mis|made a mistake)|my mistake|wrong|mistake|no[, ]|not\b|it was|desole|pardon|erreur|en fait|je me suis tromp|non[, ])/

/** Whether a text sets right what was told before. */
export function isCorrection(body: string): boolean {
  return CORRECTION.test(plainText(body))
}

/** A second message in place of an answer: forwarded, or telling of another call; what refers back does not. */
export function startsAnother(reading: TextReading, body: string, { telling, told }: { telling: Telling; told: Told }): boolean {
  const plain = plainText(body)
  if (!telling.isNarrated || reading.isOnlyAnswers) return false
  if (ANOTHER.test(plain)) return true
  if (MORE.test(plain) || isCorrection(body)) return false
  if (reading.kind === 'text' || isForwarded(body) || reading.callbackNumber) return true
  if (!telling.open) return (body.match(/\p{L}{3,}/gu)?.length ?? 0) >= FEWEST_TELLING_WORDS
  // What claims something begins another report where the first one does already.
  return gistOf(body) !== undefined && gistOf(told.words.message ?? '') !== undefined
} // prettier-ignore
const FEWEST_TELLING_WORDS = 4

const ORDINALS = [
  ['1', 'one', 'first', 'un', 'une', 'premier', 'premiere'],
  ['2', 'two', 'second', 'deux', 'deuxieme'],
  ['3', 'three', 'third', 'trois', 'troisieme'],
  ['4', 'four', 'fourth', 'quatre', 'quatrieme'],
  ['5', 'five', 'fifth', 'cinq', 'cinquieme'],
]
const FILLERS = new Set('the a number no option choice i think please pls it is its my mine la le l numero jpense je pense svp c est celle celui'.split(' ')) // prettier-ignore

/** Which of the ridings offered a text chooses: by its number, in digits or words, or by a part of one name alone. */
export function chosenRiding(body: string, { choices = [], open }: Telling): string | undefined {
  // "2" is then an hour.
  if (open === 'time') return undefined
  const words = wordsOf(body).filter((word) => !FILLERS.has(word))
  const ordinal = words.filter((word) => ORDINALS.flat().includes(word))
  const rest = words.filter((word) => !ordinal.includes(word) && word !== 'one')
  const named = choices.filter((id) => rest.length > 0 && rest.every((word) => namesOf(id).includes(word)))
  if (named.length === 1) return named[0]
  if (rest.length > 0) return undefined
  // "The second one".
  const [first] = ordinal.length > 1 ? ordinal.filter((word) => word !== 'one') : ordinal
  return choices[ORDINALS.findIndex((each) => first !== undefined && each.includes(first))]
}

function namesOf(id: string): string[] {
  const { name } = ridingById(id)!
  return [...wordsOf(name.en), ...wordsOf(name.fr)]
}

function wordsOf(text: string): string[] {
  return plainText(text).match(/[\p{L}\d]+/gu) ?? []
}

const LONGEST_RAW_ANSWER = 40
const MOST_RAW_WORDS = 4
const NO_PLACE =
  /\?|\d{5}|\b(?:i|you|is|are|was|am|my|your|it|thanks?|thank|please|je|vous|tu|est|suis|mon|ma|merci|svp|stop|who|what|why|qui|quoi|pourquoi)\b/

/** A short answer in which nothing was recognised is kept as it was given: a place that no table has, a part of a number. */
export function answerAsGiven(reading: TextReading, body: string, { open }: Telling): TextReading {
  const value = body.trim()
  if (value.length > LONGEST_RAW_ANSWER || value.split(/\s+/).length > MOST_RAW_WORDS) return reading
  if (reading.callerId || reading.riding || reading.receivedAt) return reading
  const found = { value, span: { start: 0, end: body.length } }
  if (open === 'number' && /\d{4}/.test(value)) return { ...reading, callerId: found }
  if (open === 'place' && /\p{L}{3}/u.test(value) && !NO_PLACE.test(plainText(value))) return { ...reading, riding: found }
  return reading
} // prettier-ignore

const LONGEST_QUESTION = 80

/** Whether somebody asks us something, and tells nothing. */
export function isQuestion(reading: TextReading, body: string): boolean {
  if (!isWithoutFields(reading)) return false
  return body.length <= LONGEST_QUESTION && /\?\W*$/.test(body) && gistOf(body) === undefined
}

export function isWithoutFields({ callerId, riding, receivedAt, callbackNumber }: TextReading): boolean {
  return !(callerId ?? riding ?? receivedAt ?? callbackNumber)
}
