const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ID_LENGTH = 26
const DIGIT_BITS = 5

const REPORT_ID = /^rpt_[0-9A-HJKMNP-TV-Z]{26}$/

/** A report's id: the first 130 bits of `bytes` (17 or more) in Crockford's base 32. */
export function reportId(bytes: Uint8Array): string {
  let text = 'rpt_'
  for (let bit = 0; bit < ID_LENGTH * DIGIT_BITS; bit += DIGIT_BITS) {
    const pair = (bytes[bit >> 3]! << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    text += ALPHABET[(pair >> (16 - DIGIT_BITS - (bit & 7))) & 31]
  }
  return text
}

export function isReportId(text: string): boolean {
  return REPORT_ID.test(text)
}
