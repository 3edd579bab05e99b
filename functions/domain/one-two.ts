import { type OddsRatio, oddsRatio } from './odds-ratio.ts'

/**
 * Whether people had been polled before, as they told. `notAsked`: their door does not ask; `notAnswered`: it asks, and they said
 * nothing; `no`: they said no. The three are never the same.
 */
export type Polled = { yes: number; no: number; unsure: number; notAnswered: number; notAsked: number }

export type Share = { of: number; asked: number; share: number | null }

export type OneTwo = {
  /** Of those asked, who said yes. */
  misdirected: Share
  others: Share
  /** Of those who said yes or no, the odds of yes among the misdirected over those among the others. */
  odds: OddsRatio
}

/** Were the misdirected polled before more often than the others who complained? Of exact counts; it shows no cause. */
export function compareOneTwo(misdirected: Polled, others: Polled, confidence?: number): OneTwo {
  return {
    misdirected: shareOf(misdirected),
    others: shareOf(others),
    odds: oddsRatio({ exposed: [misdirected.yes, misdirected.no], others: [others.yes, others.no] }, confidence),
  }
}

function shareOf({ yes, no, unsure, notAnswered }: Polled): Share {
  const asked = yes + no + unsure + notAnswered
  return { of: yes, asked, share: asked > 0 ? yes / asked : null }
}

/** Days from the poll to the call, both YYYY-MM-DD; null unless both are known and the poll came first or on the same day. */
export function daysBetween(poll: string | undefined, call: string | undefined): number | null {
  const days = (Date.parse(call ?? '') - Date.parse(poll ?? '')) / 86_400_000
  return days >= 0 ? Math.round(days) : null
}
