import { readShownNumbers } from './shown-numbers.ts'
import { plainDigits } from './unicode-digits.ts'

/** "519-???-0146", "xxx-xxx-0146", "...0146", "519 555 01**". */
const GAP = /\?+|\.{2,}|…+|[*_•]+|(?<!\p{L})x+(?!\p{L})/giu
const TOKEN = /\d(?:[\s().–-]{0,2}\d)*|\?|\p{L}+/gu
/** Up to a national number with one digit too many. */
const PLAIN = /^\d{4,11}$/

/**
 * What somebody remembers of a number that is none, so that it can be compared: its digits in order, `?` where the text leaves some out.
 * Nothing where these are fewer than four, or more than a number has.
 */
export function rememberedDigits(text: string): string | undefined {
  const gapped = withGaps(plainDigits(text))
  if (gapped.includes('?')) return isPart(gapped) ? gapped : undefined
  const digits = withoutCountry(readShownNumbers(text).longestRun)
  return PLAIN.test(digits) ? digits : undefined
}

/** The digits of a text, and a gap where it shows one, or says something between two parts: "519, I think, ending in 0146". */
function withGaps(text: string): string {
  let [pattern, isBroken] = ['', false]
  for (const [token] of text.replace(GAP, ' ? ').matchAll(TOKEN)) {
    const digits = token.replace(/\D/g, '')
    if (token === '?') pattern += '?'
    else if (digits.length >= (pattern.endsWith('?') ? 2 : 3))
      pattern += `${isBroken && pattern ? '?' : ''}${pattern ? digits : withoutCountry(digits)}`
    isBroken = digits === '' && token !== '?'
  }
  return pattern.replace(/\?+/g, '?')
}

function isPart(pattern: string): boolean {
  const digits = pattern.replaceAll('?', '')
  return digits.length >= 4 && digits.length < 10
}

function withoutCountry(digits: string): string {
  return digits.replace(/^1(?=[2-9]\d\d)/, '')
}
