import { compareCallbacks, compareCallers } from './compare-numbers.ts'
import { compareKinds, compareRidings } from './compare-places.ts'
import { weighTimes } from './compare-times.ts'
import { compareMessages, compareNames, isToldIn } from './compare-words.ts'
import { CALLED_AGAIN, type Field, type LevelOf, toTenth, weightOf } from './match-weights.ts'
import type { Prepared } from './prepare-report.ts'

/**
 * In bits: all of it, and the part of each field that says something. `sameCampaign` takes off what the other calls of a campaign
 * have in common just as well.
 */
export type Evidence = { weight: number; parts: Partial<Record<Field | 'callTime' | 'sameCampaign', number>> }

export type Levels = { [F in Field]: LevelOf<F> | undefined }

/**
 * What speaks for two reports of one reporter telling of the same call, and what against: against their telling of calls of two
 * campaigns, and of two calls of one. The same either way round.
 */
export function compareReports(a: Prepared, b: Prepared): Evidence {
  const time = weighTimes(a.facts, b.facts) ?? { otherCampaign: 0, calledAgain: 0 }
  const parts: Evidence['parts'] = time.otherCampaign === 0 ? {} : { callTime: time.otherCampaign }
  let [agreed, against] = [0, 0]
  for (const [field, level] of Object.entries(levelsOf(a, b)) as [Field, never][]) {
    const weight = level === undefined ? 0 : weightOf(field, level)
    if (weight === 0) continue
    parts[field] = weight
    if (weight > 0) agreed += weight
    else against += weight
  }
  const apart = agreed + time.otherCampaign
  const off = toTenth(againstBoth(apart, CALLED_AGAIN + time.calledAgain) - apart)
  if (off < 0) parts.sameCampaign = off
  return { weight: toTenth(apart + off + against), parts }
}

/** What weighs so much against either of two ways of being two calls. */
function againstBoth(one: number, other: number): number {
  return -Math.log2(2 ** -one + 2 ** -other)
}

/** The level at which each field agrees; undefined where one of the two does not tell it. */
export function levelsOf(a: Prepared, b: Prepared): Levels {
  const [x, y] = [a.facts, b.facts]
  const words = (field: keyof Prepared['words']) =>
    [
      { words: a.words[field], language: x.language },
      { words: b.words[field], language: y.language },
    ] as const
  return {
    callerId: compareCallers(x, y) ?? inTheMessage('callerId', a, b),
    riding: compareRidings(x, y),
    kind: compareKinds(x.kind, y.kind),
    election: x.election && y.election ? (x.election === y.election ? 'same' : 'different') : undefined,
    claimedToBe: compareNames(...words('claimedToBe')) ?? inTheMessage('claimedToBe', a, b),
    callbackNumber: compareCallbacks(x.callback, y.callback) ?? inTheMessage('callbackNumber', a, b),
    pollingPlace: compareNames(...words('pollingPlace')) ?? inTheMessage('pollingPlace', a, b),
    message: compareMessages(a, b),
  }
}

/** What one report has a field for, the other may have written into its message. */
function inTheMessage(field: keyof Prepared['words'], a: Prepared, b: Prepared): 'same' | undefined {
  const isTold = isToldIn(a.words.message, b.words[field]) || isToldIn(b.words.message, a.words[field])
  return isTold ? 'same' : undefined
}
