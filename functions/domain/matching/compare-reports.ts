import { compareCallbacks, compareCallers } from './compare-numbers.ts'
import { compareKinds, compareRidings } from './compare-places.ts'
import { compareTimes } from './compare-times.ts'
import { compareMessages, compareNames, isToldIn } from './compare-words.ts'
import { type Field, type LevelOf, SAME_CAMPAIGN_AT_MOST, toTenth, weightOf } from './match-weights.ts'
import type { Prepared } from './prepare-report.ts'

/** In bits: all of it, and the part of each field that says something. `sameCampaign` takes off what goes beyond the most it may count. */
export type Evidence = { weight: number; parts: Partial<Record<Field | 'sameCampaign', number>> }

export type Levels = { [F in Field]: LevelOf<F> | undefined }

/** What speaks for two reports of one reporter telling of the same call, and what against. The same either way round. */
export function compareReports(a: Prepared, b: Prepared): Evidence {
  const parts: Evidence['parts'] = {}
  let [time, campaign] = [0, 0]
  for (const [field, level] of Object.entries(levelsOf(a, b)) as [Field, never][]) {
    const weight = level === undefined ? 0 : weightOf(field, level)
    if (weight === 0) continue
    parts[field] = weight
    if (field === 'callTime') time += weight
    else campaign += weight
  }
  const beyond = toTenth(Math.max(0, campaign - SAME_CAMPAIGN_AT_MOST))
  if (beyond > 0) parts.sameCampaign = -beyond
  return { weight: toTenth(time + campaign - beyond), parts }
}

/** The level at which each field agrees; undefined where one of the two does not tell it. */
export function levelsOf(a: Prepared, b: Prepared): Levels {
  const [x, y] = [a.facts, b.facts]
  const words = (field: keyof Prepared['words']) =>
    [
      { words: a.words[field], language: x.language, gist: x.gist },
      { words: b.words[field], language: y.language, gist: y.gist },
    ] as const
  return {
    callerId: compareCallers(x, y) ?? inTheMessage('callerId', a, b),
    callTime: compareTimes(x, y),
    riding: compareRidings(x, y),
    kind: compareKinds(x.kind, y.kind),
    election: x.election && y.election ? (x.election === y.election ? 'same' : 'different') : undefined,
    claimedToBe: compareNames(...words('claimedToBe')) ?? inTheMessage('claimedToBe', a, b),
    callbackNumber: compareCallbacks(x.callback, y.callback) ?? inTheMessage('callbackNumber', a, b),
    pollingPlace: compareNames(...words('pollingPlace')) ?? inTheMessage('pollingPlace', a, b),
    message: compareMessages(...words('message')),
  }
}

/** What one report has a field for, the other may have written into its message. */
function inTheMessage(field: keyof Prepared['words'], a: Prepared, b: Prepared): 'same' | undefined {
  const isTold = isToldIn(a.words.message, b.words[field]) || isToldIn(b.words.message, a.words[field])
  return isTold ? 'same' : undefined
}
