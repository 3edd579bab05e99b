import * as z from 'zod/mini'
import { callerKey, MAX_SEARCHED } from './caller-id.ts'
import { AGE_BANDS, chosen } from './choices.ts'
import { EarlierPoll, earlierPollOf } from './earlier-poll.ts'
import type { Told, Words } from './message.ts'
import type { NormalForm } from './normal-form.ts'
import { rememberedDigits } from './remembered-digits.ts'
import { publishedSource } from './published-source.ts'
import { ridingKey } from './ridings/riding-normal.ts'
import { rarityOf } from './scripts/concept-rarity.ts'
import { readMessage } from './scripts/gist.ts'
import { misdirects } from './scripts/misdirects.ts'
import { packFeatures, textFeatures } from './text-features.ts'

const fact = z.optional(z.string())

/** What the words of a report are compared by: `packFeatures` of each. */
export const WordFacts = z.object({
  text: fact,
  /** Where the call sent the voter. */
  place: fact,
  /** Who the caller said to be. */
  claimed: fact,
  /** What the message claims, as a slug. */
  gist: fact,
  /** What it speaks of besides elections: names of concepts, between spaces. */
  concepts: fact,
  /** `yes` where the message tells of another polling place, or one is named. */
  misdirected: fact,
})
export type WordFacts = z.infer<typeof WordFacts>

/** What of a report is countable and comparable: normal forms only, no words. */
export const Facts = z.object({
  /** Instant of the first acceptance. */
  receivedAt: z.string(),
  /** Key of the caller-ID record; absent when no caller ID was given. */
  caller: fact,
  /** Of a display that was no number, digits that may be a part of one (`rememberedDigits`). */
  callerPart: fact,
  /** Key of the riding record; absent unless the call was about a federal election. */
  riding: fact,
  /** Of a riding that is not resolved, where that much is sure. */
  province: fact,
  kind: z.string(),
  election: z.string(),
  door: z.string(),
  /** As it is published; absent where none is told, and from facts that were stored before it was counted. */
  source: fact,
  /** The call's own wall clock as written: YYYY-MM-DD, and HH:mm or HH. */
  day: fact,
  time: fact,
  /** The offset that was written with it, and the instants that it may mean: first and last. */
  offset: fact,
  earliest: fact,
  latest: fact,
  /** E.164 of the number that one was to call back. */
  callback: fact,
  /** BCP 47, as it was told. */
  language: fact,
  /** One of the choices; absent where it is not told. */
  ageBand: fact,
  /** Absent where the reporter was not asked. */
  earlierPoll: z.optional(EarlierPoll),
  ...WordFacts.shape,
})
export type Facts = z.infer<typeof Facts>

type Telling = { told: Told; normal: NormalForm; words: WordFacts; receivedAt: string }

export function factsOf({ told, normal, words, receivedAt }: Telling): Facts {
  const { callerId, callbackNumber, riding, callTime } = normal
  const facts: Facts = {
    receivedAt,
    kind: told.call.kind,
    election: told.call.election,
    door: told.door,
    source: publishedSource(told.source),
    caller: callerId && callerKey(callerId),
    callerPart:
      callerId?.kind === 'invalid' ? rememberedDigits((told.call.callerId ?? '').slice(0, MAX_SEARCHED)) : undefined,
    riding: riding && ridingKey(riding),
    province: riding?.id ? undefined : riding?.province,
    day: callTime.day,
    time: callTime.time,
    offset: callTime.offset,
    earliest: callTime.earliest,
    latest: callTime.latest,
    callback: callbackNumber?.e164,
    language: told.call.language,
    ageBand: chosen(AGE_BANDS, told.ageBand),
    earlierPoll: earlierPollOf(told.earlierPoll, callTime.day),
    ...words,
  }
  return Facts.parse(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)))
}

export function wordFactsOf({ message, pollingPlace, claimedToBe }: Words): WordFacts {
  const { gist, concepts } = readMessage(message ?? '')
  return {
    text: packed(message),
    place: packed(pollingPlace),
    claimed: packed(claimedToBe),
    gist,
    concepts: [...concepts].filter((concept) => rarityOf(concept) > 0).join(' ') || undefined,
    misdirected: pollingPlace || (message && misdirects(message, gist)) ? 'yes' : undefined,
  }
}

function packed(text: string | undefined): string | undefined {
  return text ? packFeatures(textFeatures(text)) || undefined : undefined
}
