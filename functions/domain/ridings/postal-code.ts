import type { Province } from './provinces.ts'

/** A Canadian postal code, or its first half, as it was found in a text. */
export type PostalCode = {
  /** The first three characters: N1G. */
  area: string
  /** Absent where the code is no matter of geography. */
  province?: Province
}

// Without the letters that Canada Post does not use. The second half may be cut off in the middle of typing.
const POSTAL =
  /(?<![\p{L}\p{N}])([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(?:[ .-]{0,2}\d[ABCEGHJ-NPRSTV-Z]\d)?(?![\p{L}\p{N}])/iu

// Canada Post, "Addressing guidelines": the first letter is a province or a part of one.
const BY_LETTER: Record<string, Province> = {
  A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON', N: 'ON', P: 'ON',
  R: 'MB', S: 'SK', T: 'AB', V: 'BC', Y: 'YT',
} // prettier-ignore
const NORTH: Record<string, Province> = { X0A: 'NU', X0B: 'NU', X0C: 'NU', X0E: 'NT', X0G: 'NT', X1A: 'NT' }
// The government's own, on both sides of the Ottawa River; and Santa Claus.
const NOWHERE = new Set(['K1A', 'H0H'])

/** The first postal code in a text, and the text without it. */
export function takePostalCode(text: string): { postalCode?: PostalCode; rest: string } {
  const found = POSTAL.exec(text)
  if (!found) return { rest: text }
  const area = found[1]!.toUpperCase()
  const province = NOWHERE.has(area) ? undefined : (NORTH[area] ?? BY_LETTER[area[0]!])
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  return { postalCode: { area, ...(province ? { province } : {}) }, rest }
}
