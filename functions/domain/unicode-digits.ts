const DECIMAL = /^\p{Nd}$/u
// Digits that Unicode does not say are such: in circles, of Suzhou, and of Chinese and Japanese, where they are letters.
const MORE = [
  '⓿🄋🄌〇零',
  '⓵❶➀➊〡一',
  '⓶❷➁➋〢二',
  '⓷❸➂➌〣三',
  '⓸❹➃➍〤四',
  '⓹❺➄➎〥五',
  '⓺❻➅➏〦六',
  '⓻❼➆➐〧七',
  '⓼❽➇➑〨八',
  '⓽❾➈➒〩九',
]
const values = new Map(
  MORE.flatMap((alike, digit) => Array.from(alike, (each): [string, string] => [each, `${digit}`])),
)

/** The ASCII digits that one character stands for: of any script, circled, superscript; may be none. */
export function digitsOf(character: string): string {
  if (character.length === 1 && character <= '9') return character
  const known = values.get(character)
  if (known !== undefined) return known
  const digits = DECIMAL.test(character) ? decimalValue(character) : character.normalize('NFKC').replace(/[^0-9]/g, '')
  values.set(character, digits)
  return digits
}

/** The text with each decimal digit of any script as an ASCII one. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => digitsOf(digit))
}

// The decimal digits of a script are ten neighbours from zero to nine; where sets touch, each has ten.
function decimalValue(character: string): string {
  const codePoint = character.codePointAt(0)!
  let before = 0
  while (DECIMAL.test(String.fromCodePoint(codePoint - before - 1))) before += 1
  return String(before % 10)
}
