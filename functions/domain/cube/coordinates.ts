/**
 * What a cell can be of: `group` of those misdirected or of others, `poll` of what they said of an earlier poll, if they were asked;
 * `hourOfDay` from 00 to 23, on whatever day. The order is that in a cell's id.
 */
export const DIMENSIONS = [
  'election', 'kind', 'door', 'province', 'riding', 'prefix', 'caller', 'script', 'age',
  'group', 'poll', 'pollHow', 'pollBy', 'pollPreference', 'pollBefore', 'day', 'hour', 'received', 'receivedHour', 'hourOfDay',
] as const // prettier-ignore
export type Dimension = (typeof DIMENSIONS)[number]

/** Where a cell stands; without any coordinate it is the total. */
export type Coordinates = Readonly<Partial<Record<Dimension, string>>>

/** Of a dimension's values, the one for what has none: calls without a date, without an hour, a riding that is not resolved. */
export const NONE_KNOWN = { day: 'undated', hour: 'undated', riding: 'unresolved' } as const

/** The same for the same cell, whatever table it is read in. */
export function cellId(at: Coordinates): string {
  return dimensionsOf(at).map((dimension) => `${dimension}=${at[dimension]}`).join('&') // prettier-ignore
}

export function dimensionsOf(at: Coordinates): Dimension[] {
  return DIMENSIONS.filter((dimension) => at[dimension] !== undefined)
}

export function without(at: Coordinates, dropped: Dimension): Coordinates {
  const { [dropped]: _, ...rest } = at
  return rest
}

export function readCellId(id: string): Coordinates {
  return Object.fromEntries(id.split('&').filter(Boolean).map((pair) => pair.split('='))) as Coordinates // prettier-ignore
}
