import * as z from 'zod/mini'
import { Told } from '../message.ts'

/** What is asked, one at a time: the number displayed, where one votes (openly, or between ridings that fit), when the call came. */
export const QUESTIONS = ['number', 'place', 'choice', 'time'] as const
export type Question = (typeof QUESTIONS)[number]

export const MOST_QUESTIONS = 3
/** All go in the transaction that erases, with three items more. */
export const MOST_DRAFTS = 90
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** After so much silence a report is told, and what is not plainly an answer begins another. */
const CLOSES_AFTER_MS = 30 * MINUTE_MS
/** So long an answer still amends the last report. */
export const AMENDABLE_MS = 72 * HOUR_MS
/**
 * An answering machine at the other end would write for ever, and whoever texts in another's name makes us write to that one. What is
 * asked by a keyword is counted apart, so that stories do not use it up.
 */
const MOST_ANSWERED = { hour: { stories: 30, keywords: 10 }, day: 100 }

/** The report that a sender is telling, or told last. */
export const Telling = z.object({
  id: z.string(),
  /** Instant of the latest text. */
  lastAt: z.string(),
  /** Whether more than answers was told yet. */
  isNarrated: z.boolean(),
  asked: z.array(z.enum(QUESTIONS)),
  open: z.optional(z.enum(QUESTIONS)),
  /** Ids of the ridings to choose from, as they were numbered. */
  choices: z.optional(z.array(z.string())),
})
export type Telling = z.infer<typeof Telling>

/** What is remembered of a sender between two texts; none of what was told. */
export const Dialogue = z.object({
  /** Raised by every text; 0 before the first. */
  rev: z.int(),
  language: z.optional(z.enum(['en', 'fr'])),
  /** Whether the sender chose the language, which is then not read from texts any more. */
  isLanguageChosen: z.optional(z.boolean()),
  /** Kept in an item of its own, as long as the event. */
  isOptedOut: z.optional(z.boolean()),
  telling: z.optional(Telling),
  /** Reports that still have a draft, the latest last. */
  drafts: z._default(z.array(z.string()), []),
  /** ERASE was asked for, and waits for its code, known by its keyed hash; an empty one is done with. */
  erasure: z.optional(z.object({ codeHash: z.string(), until: z.string(), tries: z.int() })),
  /** How many texts were answered in this hour and on this day. */
  answered: z.optional(z.object({ hour: z.string(), stories: z.int(), keywords: z.int(), today: z.int() })),
})
export type Dialogue = z.infer<typeof Dialogue>

/** What a report tells by now: kept beside the dialogue, under the report's id, so that a withdrawal can erase it. */
export const Draft = z.object({
  told: Told,
  /** Raised by every change. */
  rev: z.int(),
  /** Of the latest change, which the next one must come after. */
  acceptedAt: z.string(),
  /** The parts of a message that came in several, by number; cleared of the line. */
  parts: z.optional(z.record(z.string(), z.string())),
})
export type Draft = z.infer<typeof Draft>

export function newDialogue(): Dialogue {
  return { rev: 0, drafts: [] }
}

/** `open`: being told. `amendable`: told, and answers may still be added. */
export function stageOf(telling: Telling | undefined, now: Date): 'open' | 'amendable' | 'none' {
  const silence = telling ? now.getTime() - Date.parse(telling.lastAt) : Infinity
  return silence <= CLOSES_AFTER_MS ? 'open' : silence <= AMENDABLE_MS ? 'amendable' : 'none'
}

/** The dialogue with one more text answered; undefined when there were so many that silence is the answer. */
export function answering(dialogue: Dialogue, kind: 'stories' | 'keywords', now: Date): Dialogue | undefined {
  const hour = now.toISOString().slice(0, 13)
  const { answered } = dialogue
  const inHour = answered?.hour === hour ? answered : { stories: 0, keywords: 0 }
  const today = (answered?.hour.slice(0, 10) === hour.slice(0, 10) ? answered.today : 0) + 1
  const after = { hour, stories: inHour.stories, keywords: inHour.keywords, today, [kind]: inHour[kind] + 1 }
  if (after[kind] > MOST_ANSWERED.hour[kind] || today > MOST_ANSWERED.day) return undefined
  return { ...dialogue, answered: after }
}
