/** The longest text that goes out as one message, in GSM-7 characters (3GPP TS 23.038). */
export const SEGMENT = 160

// The basic character set without its escape; what needs two septets is not used here.
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const KNOWN = new Set(BASIC)

/** Whether a text fits one message: a single other letter would halve what a message holds. */
export function fitsSegment(text: string): boolean {
  return text.length <= SEGMENT && Array.from(text).every((letter) => KNOWN.has(letter))
}

const INSTEAD: Record<string, string> = { '’': "'", '‘': "'", '“': '"', '”': '"', '«': '"', '»': '"', œ: 'oe', Œ: 'OE' }

/** The same text in the letters that a message has: without an accent that it lacks, with a plain dash for a long one. */
export function toGsm7(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    if (KNOWN.has(letter)) return letter
    const plain =
      INSTEAD[letter] ??
      letter
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/\p{Pd}/gu, '-')
    return Array.from(plain, (each) => (KNOWN.has(each) ? each : /\s/u.test(each) ? ' ' : '?')).join('')
  }).join('')
}
