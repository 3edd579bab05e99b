const KEYS = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']
const KEY_OF = new Map(KEYS.flatMap((letters, key) => Array.from(letters, (letter): [string, string] => [letter, `${key}`]))) // prettier-ignore

const TOLL_FREE =
  /(?<![\p{L}\p{N}])(?:\+?1[\s.-]{0,2})?\(?(8(?:00|33|44|55|66|77|88))\)?([\s.-]{0,2})([a-z\d][a-z\d\s.-]*)/iu
const LOCAL = /(?<![\p{L}\p{N}])(?:\+?1[.-])?\(?([2-9]\d\d)\)?([.-])([a-z\d][a-z\d.-]*)/iu
const FEWEST_LETTERS = 3
const LENGTH = 7

/**
 * A number with a word in place of digits, as on posters: "1-800-GOT-JUNK" is 8004685865. Letters beyond the seventh are not
 * dialled. Outside toll-free numbers its parts must be joined by dashes or dots.
 */
export function vanityDigits(text: string): string | undefined {
  const [, area, joint = '', tail = ''] = TOLL_FREE.exec(text) ?? LOCAL.exec(text) ?? []
  const parts = tail.split(/[\s.-]+/)
  // A longer word is one in capitals or behind a dash; "1 888 something" is none.
  const isLong = parts[0]!.length > LENGTH && (/[.-]/.test(joint) || parts[0] === parts[0]!.toUpperCase())
  const dialled = (isLong ? parts[0]!.slice(0, LENGTH) : upToLength(parts)).toLowerCase()
  if (!area || dialled.length !== LENGTH || !isSpelled(dialled)) return undefined
  return area + Array.from(dialled, (sign) => KEY_OF.get(sign) ?? sign).join('')
}

function upToLength(parts: string[]): string {
  let joined = ''
  for (const part of parts) if (joined.length < LENGTH) joined += part
  return joined
}

/** Of enough letters, which are not all the same, as in "450-xxx-xxxx". */
function isSpelled(dialled: string): boolean {
  const letters = dialled.match(/[a-z]/g) ?? []
  return letters.length >= FEWEST_LETTERS && new Set(letters).size > 1
}
