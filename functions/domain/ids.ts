/** Crockford's base 32: no I, L, O or U. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ID_LENGTH = 26
const DIGIT_BITS = 5

export const REPORT_ID = /^rpt_[0-9A-HJKMNP-TV-Z]{26}$/

/** A report's id: the first 130 bits of `bytes` (17 or more). */
export function reportId(bytes: Uint8Array): string {
  return `rpt_${base32(bytes, ID_LENGTH)}`
}

/** The first bits of `bytes`, five to a character. */
export function base32(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let bit = 0; bit < length * DIGIT_BITS; bit += DIGIT_BITS) {
    const pair = (bytes[bit >> 3]! << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    text += ALPHABET[(pair >> (16 - DIGIT_BITS - (bit & 7))) & 31]
  }
  return text
}

export function isReportId(text: string): boolean {
  return REPORT_ID.test(text)
}
