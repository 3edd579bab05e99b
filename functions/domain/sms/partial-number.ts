import { isOfFile } from './find-phones.ts'
import type { Span } from './reading.ts'

/** How people write a number of which they have a part only, or with a slip. Folded text; each expression looks at a bounded stretch. */

const BEFORE = String.raw`(?<![\p{L}\p{N}$#]|\d[-./])`
const AFTER = String.raw`(?![\p{L}\p{N}%]|[-/.]\d)`
const GAP = String.raw`[ ./)-]{0,3}`
/** A digit, or what stands for one. */
const PLACE = '[\\d?x*]'
const ENDS =
  '(?:ends|ended|ending|finishes|finished|finishing|finit|finissait|finissant|se termine|se terminait|terminant)'
const FEW = '(?:four|4|quatre|three|3|trois)'
const LAST = String.raw`(?:(?:the |my )?last (?:${FEW}|(?:${FEW} |few )?(?:digits?|numbers?))|(?:les )?(?:${FEW} )?derniers chiffres)`
const END = String.raw`${LAST}(?: (?:are|were|was|is|sont|etaient|:))?,? \d{2,5}`
const AREA = String.raw`(?:\d{3} area code|(?:area code|(?:code |indicatif )regional|indicatif)(?: (?:is|was|est|etait))? \d{3})`

const SAYINGS = [
  // A digit too few or too many: "418552130", "(8119) 555-0696".
  String.raw`\+?\(?\d(?:${GAP}\d){7,11}(?!${GAP}${PLACE}| ?(?:people|votes?|voters?|ballots?|calls|times|dollars|personnes|electeurs|bulletins|voix|fois|appels)\b)`,
  // "226-555-01??", "xxx-xxx-0192", "204 ??? 2102": seven to eleven places.
  String.raw`\+?\(?(?:(?:1${GAP}\(?)?${PLACE}{3}${GAP})?${PLACE}{3}${GAP}${PLACE}{4}`,
  // "877-...-1918"
  String.raw`\(?\d{3}\)?[ -]?\.{1,3}[ -]?\d{2,4}`,
  // "...0168"
  String.raw`(?<=^|[\s(:])(?:\.{1,3}|[x?*]{2,6}-?) ?\d{3,4}`,
  // "902-555 something"
  String.raw`\(?\d{3}\)?[ .-]\d{3} (?:and |et )?(?:something|quelque chose)`,
  String.raw`(?:something|quelque chose) (?:with|avec) (?:a |un )?\d{2,4} (?:at the end|a la fin)`,
  // "ends in 0168"; not "ended in 20 seconds".
  String.raw`${ENDS} (?:in|with|by|par|en|avec) \d{2,5}(?! ?(?:s|sec|min|h)\w*\b)`,
  // "506 area code, last digits 0169"
  String.raw`${AREA}(?:,? (?:and |et )?${END})?`,
  END,
]
// Whole numbers stand behind these words as well, but such digits are theirs.
const OF_OTHERS =
  /\b(?:confirmation|registration|account|card|carte|compte|sin|nas|insurance|sociale|poll|section|ballot)(?: (?:no|number|num|#|numero|est|is|was|le|etait))*[\s.:#]*$/
const FEWEST_DIGITS = /\d\D*\d/
const STRETCH = 40
// Nobody tells of more.
const MOST_PARTIAL = 30
const ASKED_AFTER = /(?<=\d{4})\?+$/

/** Made with the first text that is searched. */
let saying: RegExp | undefined

/** The parts of numbers, and those with a slip, that stand in a folded text, in order and apart. Whose they are is not known. */
export function partialNumbers(plain: string): Span[] {
  saying ??= new RegExp(SAYINGS.map((each) => `${BEFORE}${each}${AFTER}`).join('|'), 'gu')
  return Array.from(plain.matchAll(saying))
    .slice(0, MOST_PARTIAL)
    .flatMap(({ index, 0: all }) => {
      // "Was it 555-0168?" asks.
      const text = all.replace(ASKED_AFTER, '')
      const span = { start: index, end: index + text.length }
      const isOther = isOfFile(plain, span) || OF_OTHERS.test(plain.slice(Math.max(0, index - STRETCH), index))
      return FEWEST_DIGITS.test(text) && !isOther ? [span] : []
    })
}
