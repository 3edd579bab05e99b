/**
 * Numbers as they are spoken in English and French, turned into digits: "five one nine", "double five", "cinq cent dix-neuf".
 * Only words up to 999 are known: a phone number is said in pieces of one to three digits.
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

/** Worth of each word; a hundred multiplies, double and triple (written below zero) repeat the digit that follows. */
const WORTH = new Map<string, number>([
  ...worths(UNITS, (index) => index),
  ...worths(TEENS, (index) => 10 + index),
  ...worths(TENS, (index) => 10 * (index + 2)),
  ...worths(['hundred|cent|cents'], () => 100),
  ...worths(['double', 'triple'], (index) => -2 - index),
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
 * What two number words make together, or undefined when they stay apart. "four twenty" is 4 20 in English and 80 in French,
 * "eight hundred five" 800 5 or 805: `tight` joins whatever either language can join, else only what both always do.
 */
export function compose(before: number, next: number, tight: boolean): number | undefined {
  if (before <= 0 || next <= 0) return undefined
  if (next === 100) return before < 10 ? before * 100 : undefined
  const rest = before % 100
  const isTens = rest >= 20 && rest % 10 === 0
  if (isTens && next < 10) return before + next
  return tight ? composeTight(before, rest, next) : undefined
}

function composeTight(before: number, rest: number, next: number): number | undefined {
  if (before >= 100 && rest === 0) return before + next
  if (rest === 4 && next === 20) return before + 76 // quatre-vingt
  if ((rest === 60 || rest === 80) && next < 20) return before + next // soixante-douze
  return rest === 10 && next >= 7 && next < 10 ? before + next : undefined // dix-sept
}
