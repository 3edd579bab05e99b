const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ID_BITS = 130n
const ID_LENGTH = 26

const REPORT_ID = /^rpt_[0-9A-HJKMNP-TV-Z]{26}$/

/** A report's id from the first 130 bits of `bytes` (17 or more), which decide it alone. */
export function reportId(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 17)
  let bits =
    BigInt(`0x${Array.from(head, (byte) => byte.toString(16).padStart(2, '0')).join('')}`) >> (17n * 8n - ID_BITS)
  let text = ''
  for (let place = 0; place < ID_LENGTH; place += 1, bits >>= 5n) text = ALPHABET[Number(bits & 31n)] + text
  return `rpt_${text}`
}

export function isReportId(text: string): boolean {
  return REPORT_ID.test(text)
}
