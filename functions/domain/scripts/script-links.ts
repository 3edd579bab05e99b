import type { Facts } from '../facts.ts'
import { countFeatures } from '../text-features.ts'

/** Why two complaints may be one script: what they have in common. */
export const LINK_REASONS = ['text', 'gist', 'callback', 'place', 'caller'] as const
export type LinkReason = (typeof LINK_REASONS)[number]

/** Something that a complaint has in common with others of its script; `name` is the same for all of them. */
export type Link = { reason: LinkReason; name: string }

/** Texts of fewer telling words are alike by chance. */
const FEWEST_WORDS = 4
const FEWEST_PLACE_WORDS = 2
const HOUR_MS = 3_600_000
/** Calls from one number within half of this are linked, and none that are further apart than this. */
const WINDOW_HOURS = 6

/**
 * What a report may have in common with another: what was said, as it is claimed and in its words, before all else. `quoted` are
 * numbers that everyone quotes: they link nobody. Places of one name are in many ridings.
 */
export function linksOf(facts: Facts, quoted: ReadonlySet<string>): Link[] {
  const { text, gist, callback, place, riding = '' } = facts
  return [
    ...(gist ? [link('gist', gist)] : []),
    ...(text && countFeatures(text) >= FEWEST_WORDS ? [link('text', text)] : []),
    ...callerWindows(facts, quoted).map((window) => link('caller', window)),
    ...(callback && !quoted.has(callback) ? [link('callback', callback)] : []),
    ...(place && countFeatures(place) >= FEWEST_PLACE_WORDS ? [link('place', `${riding} ${place}`)] : []),
  ]
}

/**
 * What a report's script goes by: the surest of what it has in common with others, and nothing else. Were everything joined that one
 * report has, a claim misread or a number that two campaigns give would chain messages of the whole country to each other.
 */
export function signsOf(facts: Facts, quoted: ReadonlySet<string>): Link[] {
  const links = linksOf(facts, quoted)
  return links.filter(({ reason }) => reason === links[0]!.reason)
}

/** Two series of windows, half a window apart: whatever is close lies together in one of them. */
function callerWindows({ caller = '', time, earliest }: Facts, quoted: ReadonlySet<string>): string[] {
  const number = caller.slice('CALLER#'.length)
  if (!number.startsWith('+') || !time || !earliest || quoted.has(number)) return []
  const hours = Date.parse(earliest) / HOUR_MS
  const [even, odd] = [0, WINDOW_HOURS / 2].map((shift) => Math.floor((hours + shift) / WINDOW_HOURS))
  return [`${number} even ${even}`, `${number} odd ${odd}`]
}

function link(reason: LinkReason, value: string): Link {
  return { reason, name: `${reason} ${value}` }
}
