import type { Facts } from '../facts.ts'
import { type Features, textFeatures, unpackFeatures } from '../text-features.ts'

/** Of a report what is compared; what is absent says nothing. */
export type Comparable = Partial<Omit<Facts, 'receivedAt' | 'door'>>

/** A report with its words read once, for all its comparisons: each field that a message may tell as well. */
export type Prepared = {
  facts: Comparable
  words: Record<'message' | 'callerId' | 'callbackNumber' | 'claimedToBe' | 'pollingPlace', Features | undefined>
  /** What the message speaks of. */
  concepts: readonly string[]
}

export function prepare(facts: Comparable): Prepared {
  const { text, place, claimed, caller, callback, concepts } = facts
  return {
    facts,
    words: {
      message: unpack(text),
      callerId: caller?.startsWith('CALLER#+') ? textFeatures(caller.slice('CALLER#'.length)) : undefined,
      callbackNumber: callback ? textFeatures(callback) : undefined,
      claimedToBe: unpack(claimed),
      pollingPlace: unpack(place),
    },
    concepts: concepts?.split(' ') ?? [],
  }
}

function unpack(packed: string | undefined): Features | undefined {
  return packed ? unpackFeatures(packed) : undefined
}
