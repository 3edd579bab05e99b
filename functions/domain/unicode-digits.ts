const DECIMAL = /^\p{Nd}$/u
const values = new Map<string, string>()

/** The ASCII digits that one character of the category Number stands for: of any script, circled, superscript; may be none. */
export function digitsOf(character: string): string {
  if (character.length === 1 && character <= '9') return character
  const known = values.get(character)
  if (known !== undefined) return known
  const digits = DECIMAL.test(character) ? decimalValue(character) : character.normalize('NFKC').replace(/[^0-9]/g, '')
  values.set(character, digits)
  return digits
}

// The decimal digits of a script are ten neighbours from zero to nine; where sets touch, each has ten.
function decimalValue(character: string): string {
  const codePoint = character.codePointAt(0)!
  let before = 0
  while (DECIMAL.test(String.fromCodePoint(codePoint - before - 1))) before += 1
  return String(before % 10)
}
