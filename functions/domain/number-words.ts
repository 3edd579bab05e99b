/**
 * Numbers as they are spoken in English and French, turned into digits: "five one nine", "double five", "cinq cent dix-neuf".
 * A phone number is said in pieces of one to four digits.
 */

const UNITS = [
  'zero|oh|o|о|ο|nought|naught', // the second and third o are Cyrillic and Greek
  'one|un|une|i|l|і',
  'two|deux',
  'three|trois',
  'four|quatre',
  'five|cinq',
  'six',
  'seven|sept',
  'eight|huit',
  'nine|neuf|niner',
]
const TEENS = [
  'ten|dix',
  'eleven|onze',
  'twelve|douze',
  'thirteen|treize',
  'fourteen|quatorze',
  'fifteen|quinze',
  'sixteen|seize',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = [
  'twenty|vingt|vingts',
  'thirty|trente',
  'forty|fourty|quarante',
  'fifty|cinquante',
  'sixty|soixante',
  'seventy|septante',
  'eighty|huitante|octante',
  'ninety|nonante',
]

/** Worth of each word; a hundred and a thousand multiply, double and triple (written below zero) repeat the digit that follows. */
const WORTH = new Map<string, number>([
  ...worths(UNITS, (index) => index),
  ...worths(TEENS, (index) => 10 + index),
  ...worths(TENS, (index) => 10 * (index + 2)),
  ...worths(['hundred|cent|cents'], () => 100),
  ...worths(['thousand|mille'], () => 1000),
  ...worths(['double', 'triple|treble'], (index) => -2 - index),
])

function worths(words: string[], worth: (index: number) => number): [string, number][] {
  return words.flatMap((alike, index) => alike.split('|').map((word): [string, number] => [word, worth(index)]))
}

const LONGEST_FIRST = [...WORTH.keys()].toSorted((a, b) => b.length - a.length)
const NUMBER_WORD = new RegExp(LONGEST_FIRST.join('|'), 'y')

/** The worths of a run of letters that is made of number words only, as in "fiveonenine"; undefined when it is not. */
export function numberWords(letters: string): number[] | undefined {
  const found: number[] = []
  for (NUMBER_WORD.lastIndex = 0; NUMBER_WORD.lastIndex < letters.length;) {
    const word = NUMBER_WORD.exec(letters)?.[0]
    if (!word) return undefined
    found.push(WORTH.get(word)!)
  }
  return found
}

/**
 * How far number words join. "eight hundred five" is 800 5 or 805, "quatre vingt" 4 20 or 80, "twenty, three" 20 3 or 23: nobody
 * knows which, so each text is read in several ways.
 */
export type Joining = { hundreds: boolean; scores: boolean; commas: boolean }

/** What two number words make together, or undefined when they stay apart. */
export function compose(before: number, next: number, { hundreds, scores }: Joining): number | undefined {
  if (before <= 0 || next <= 0) return undefined
  const most = hundreds ? (scores ? 20 : 100) : 10
  if (next >= 100 && before < most) return before * next // douze cents, two thousand
  if (next === 100 && hundreds && before >= 1000) return hundredsAfterThousand(before)
  if (next >= 100) return undefined
  const rest = before % 100
  const isTens = rest >= 20 && rest % 10 === 0
  if (isTens && next < 10) return before + next
  if (hundreds && ((before >= 100 && rest === 0) || (rest === 10 && next >= 7 && next < 10))) return before + next // dix-sept
  return scores ? composeScores(before, rest, next) : undefined
}

// mille deux cents
function hundredsAfterThousand(before: number): number | undefined {
  const rest = before % 1000
  return rest < 10 ? before - rest + (rest || 1) * 100 : undefined
}

function composeScores(before: number, rest: number, next: number): number | undefined {
  if (rest === 4 && next === 20) return before + 76 // quatre-vingt
  return (rest === 60 || rest === 80) && next < 20 ? before + next : undefined // soixante-douze
}
