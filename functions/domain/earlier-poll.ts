import * as z from 'zod/mini'
import { chosen, POLL_ASKED_BY, POLL_HOW, POLL_PREFERENCE, POLL_RECEIVED } from './choices.ts'
import type { Told } from './message.ts'
import type { Facts } from './facts.ts'

const fact = z.optional(z.string())

/**
 * What is countable of an earlier poll, the first step of a "one-two". It is there when the question was asked: whoever asks and
 * gets no answer sends it empty.
 */
export const EarlierPoll = z.object({
  received: fact,
  how: fact,
  askedBy: fact,
  preference: fact,
  /** Days from the poll to the call, as one of `DAYS_BEFORE`; absent unless both days are told. */
  daysBefore: fact,
})
export type EarlierPoll = z.infer<typeof EarlierPoll>

/** From how many days on, and what that is called. */
const SPANS: [from: number, name: string][] = [[31, '31-plus'], [15, '15-30'], [8, '8-14'], [4, '4-7'], [0, '0-3']] // prettier-ignore
const AFTER_THE_CALL = 'after-the-call'
export const DAYS_BEFORE = [...SPANS.map(([, name]) => name).toReversed(), AFTER_THE_CALL]

const DAY_MS = 86_400_000

export function earlierPollOf(told: Told['earlierPoll'], callDay: string | undefined): EarlierPoll | undefined {
  if (!told) return undefined
  const { received, how, askedBy, preference, receivedOn } = told
  const facts: EarlierPoll = {
    received: chosen(POLL_RECEIVED, received),
    how: chosen(POLL_HOW, how),
    askedBy: chosen(POLL_ASKED_BY, askedBy),
    preference: chosen(POLL_PREFERENCE, preference),
    daysBefore: daysBetween(receivedOn?.match(/^\d{4}-\d{2}-\d{2}/)?.[0], callDay),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

function daysBetween(poll: string | undefined, call: string | undefined): string | undefined {
  if (!poll || !call) return undefined
  const days = (Date.parse(call) - Date.parse(poll)) / DAY_MS
  return SPANS.find(([from]) => days >= from)?.[1] ?? AFTER_THE_CALL
}

/** The questions about the poll, each with the facet in which its answers are counted, and the answers there are. */
export const POLL_QUESTIONS = {
  received: { facet: 'received', answers: POLL_RECEIVED },
  how: { facet: 'how', answers: POLL_HOW },
  askedBy: { facet: 'by', answers: POLL_ASKED_BY },
  preference: { facet: 'answer', answers: POLL_PREFERENCE },
  daysBefore: { facet: 'before', answers: DAYS_BEFORE },
} as const satisfies Record<keyof EarlierPoll, { facet: string; answers: readonly string[] }>
export type PollQuestion = keyof typeof POLL_QUESTIONS

/** What is counted where an answer is missing. */
export const NOT_ANSWERED = 'not-answered'

/** What is counted where the question was not put. */
export const NOT_ASKED = 'not-asked'

/** The facets of one who was asked; how, by whom and so on only of those who were polled. */
export function pollFacets(poll: EarlierPoll): string[] {
  const { received, ...further } = POLL_QUESTIONS
  const facet = (question: PollQuestion) => `${POLL_QUESTIONS[question].facet}=${poll[question] ?? NOT_ANSWERED}`
  const questions = poll.received === 'yes' ? (Object.keys(further) as PollQuestion[]) : []
  return [`${received.facet}=${poll.received ?? NOT_ANSWERED}`, ...questions.map(facet)]
}

/** Who says that the call told of a polling place that is another one, or sent the voter to one; and everyone else. */
export const GROUPS = ['misdirected', 'others'] as const
export type Group = (typeof GROUPS)[number]

export function groupOf({ misdirected }: Pick<Facts, 'misdirected'>): Group {
  return misdirected === 'yes' ? 'misdirected' : 'others'
}

/**
 * A person among those who were asked, by all of their reports: misdirected by any call, polled if any report says so, with a
 * preference if no two differ. Each is counted once, as an odds ratio needs it. Nothing of whom nobody asked.
 */
export function personOf(reports: Pick<Facts, 'misdirected' | 'earlierPoll'>[]): string | undefined {
  const polls = reports.flatMap(({ earlierPoll }) => earlierPoll ?? [])
  if (polls.length === 0) return undefined
  const group = reports.some((report) => groupOf(report) === 'misdirected') ? 'misdirected' : 'others'
  const received = POLL_RECEIVED.find((answer) => polls.some((poll) => poll.received === answer)) ?? NOT_ANSWERED
  if (received !== 'yes') return `${group}/${received}`
  const [preference = 'yes', another] = new Set(
    polls.flatMap((poll) => (poll.received === 'yes' && poll.preference) || []),
  )
  return `${group}/${another ? 'yes' : preference}`
}
