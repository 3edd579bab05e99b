import { ADDRESSED, DISPLAYS, MESSAGE, REPORTER, SPEECH } from './speech-words.ts'
import { FOUND } from './folded-text.ts'
import type { Span } from './reading.ts'

/** A stretch of a text, and whether it repeats what the call said rather than tells of the call. */
export type Part = Span & {
  isMessage: boolean
  /** Between quotation marks. */
  isQuoted: boolean
  /** Told as what the call said, in the reporter's words: "said my poll moved". */
  isReported: boolean
  /** In the words that a voter was addressed with. */
  isVerbatim: boolean
}

// Closed ones in pairs, however short, so that no later one is mistaken for a beginning.
const QUOTED = /"[^"]*(?:"|$)|>{1,2}[^<>"]{12,2000}<{1,2}/g
// "voter help", or a number that was displayed: too little for a message.
const IS_MESSAGE = /[a-z]{2,}[^a-z]+[a-z'].{5}/s
const SHORTEST_QUOTE = 13
const SENTENCE = /[.!?;]+(?=\s|$)|\n+|(?<=\w)[.!?](?=[a-z]{2,})/g
const OPENERS = new RegExp(`(?:${SPEECH.source})|(?:${REPORTER.source})`, 'g')
// "a.m.", "st.": no sentence ends there.
const SHORTENED =
  /(?:^|[\s(\d])(?:[ap]\.? ?m|st|ste|rd|ave|av|blvd|boul|dr|mr|mrs|ms|no|ext|tel|approx|jan|feb|mar|apr|aug|sept?|oct|nov|dec|janv|fevr|avr|juil|circ|app|apt|m|e|w|n|s|[a-z])$/

/** The stretches of a text in order, told apart by who speaks. Linear in the text's length. */
export function partsOf(plain: string): Part[] {
  const quoted = [...plain.matchAll(QUOTED)]
    .filter(({ 0: said }) => said.length > SHORTEST_QUOTE && IS_MESSAGE.test(said))
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  const cuts = [
    ...new Set([
      0,
      ...headerCuts(plain),
      ...sentenceCuts(plain),
      ...openerCuts(plain),
      ...quoted.flatMap(({ start, end }) => [start, end]),
    ]),
  ]
  cuts.sort((a, b) => a - b)
  const parts: Part[] = []
  let [isMessage, isReported, isVerbatim] = [false, false, false]
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1] ?? plain.length
    if (end === start) continue
    const isQuoted = quoted.some((each) => each.start <= start && end <= each.end)
    const stretch = plain.slice(start, end)
    const told = speaks(stretch, plain.slice(Math.max(0, start - 24), start))
    isMessage = isQuoted || (told ?? isMessage)
    isReported = isMessage && !isQuoted && (SPEECH_FIRST.test(stretch) || isReported)
    isVerbatim = isMessage && (isQuoted || (told === undefined ? isVerbatim : ADDRESSED.test(stretch)))
    parts.push({ start, end, isMessage, isQuoted, isReported, isVerbatim })
    // "[10:12] 226-555-0135: Your poll moved"
    if (HEADER_END.test(stretch)) isMessage = true
    if (isQuoted) [isMessage, isReported, isVerbatim] = [false, false, false]
  }
  return parts
}

const NOBODY: Part = { start: 0, end: 0, isMessage: false, isQuoted: false, isReported: false, isVerbatim: false }

export function partAt(parts: readonly Part[], { start }: Span): Part {
  return parts.find((part) => part.start <= start && start < part.end) ?? NOBODY
}

function sentenceCuts(plain: string): number[] {
  return [...plain.matchAll(SENTENCE)]
    .filter(({ 0: sign, index }) => sign !== '.' || !SHORTENED.test(plain.slice(Math.max(0, index - 8), index)))
    .map(({ 0: sign, index }) => index + sign.length)
}

const HEADER = new RegExp(`(?<=^\\W{0,3}(?:fwd|fw|tr) ?: ?)|(?<=${FOUND}[\\])]? ?: )`, 'g')
// "From ¤ - ¤ - Your poll": number and time before a message.
const HEADER_LINE = new RegExp(
  `^\\W{0,3}(?:(?:from|de|sender|expediteur|exp) ?:? ?)?${FOUND}+(?:[\\s,()[\\]|-]|at|on|le){1,8}${FOUND}+[\\])]? ?[:|-] `,
)
const HEADER_END = new RegExp(`${FOUND}[\\])]? ?: $`)

function headerCuts(plain: string): number[] {
  const line = HEADER_LINE.exec(plain)?.[0].length
  return [...[...plain.matchAll(HEADER)].map(({ index }) => index), ...(line === undefined ? [] : [line])]
}

function openerCuts(plain: string): number[] {
  return [...plain.matchAll(OPENERS)].map(({ index }) => index)
}

const SPEECH_FIRST = new RegExp(`^(?:${SPEECH.source})`)

/** Whether a stretch begins with the words that say that something was said. */
export function beginsSpeech(stretch: string): boolean {
  return SPEECH_FIRST.test(stretch)
}

/** Whether a stretch repeats the message; undefined where it does not tell. */
function speaks(stretch: string, before: string): boolean | undefined {
  if (SPEECH_FIRST.test(stretch)) return DISPLAYS.test(before) ? false : true
  if (REPORTER.test(stretch) || isAnswer(stretch)) return false
  return MESSAGE.test(stretch) ? true : undefined
}

// A number or a time that was found, and hardly a word beside it.
function isAnswer(stretch: string): boolean {
  return stretch.includes(FOUND) && !/\bvot/.test(stretch) && (stretch.match(/\p{L}+/gu) ?? []).length <= 2
}
