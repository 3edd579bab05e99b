import fc from 'fast-check'

const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const FRENCH = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf']
const LOOKALIKES: Record<string, string[]> = { '0': ['O', 'o'], '1': ['l', 'I'] }
const SEPARATORS = ['', '', ' ', '-', '.', '/', ') ', '\n', '\u00A0', '\u200B', ' – ', '_', ' · ', '…', ', ']

const decimal = (zero: number) => (digit: string) => String.fromCodePoint(zero + Number(digit))

/** One digit as somebody may write it. Words come with spaces: run together with other letters they are other words. */
function writtenDigit(digit: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(digit) },
    fc.constantFrom(0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7ce).map((zero) => decimal(zero)(digit)),
    fc.constantFrom(...(LOOKALIKES[digit] ?? [digit])),
    fc.constantFrom(
      ` ${ENGLISH[Number(digit)]} `,
      ` ${FRENCH[Number(digit)]} `,
      `${ENGLISH[Number(digit)]!.toUpperCase()} `,
    ),
    fc.constant(`%3${digit}`),
  )
}

/** A number in any spelling: each digit in its own way, with any separators between. */
export function spelledNumber(national: string): fc.Arbitrary<string> {
  const digits = Array.from(national, (digit) => fc.tuple(writtenDigit(digit), fc.constantFrom(...SEPARATORS)))
  const prefix = fc.constantFrom('', '+1', '1-', '+1 (', '001 ', '011 1 ', 'tel:+1', '%2B1')
  return fc.tuple(prefix, fc.tuple(...digits)).map(([before, written]) => before + written.flat().join(''))
}

const PARAMETERS = [
  ';phone-context=',
  ';phone-context=+1',
  ';ext=',
  ';isub=',
  ';x=',
  ';',
  'tel:',
  '+',
  'x',
  'ー',
  ' ext. ',
]

/** Texts around the digits of a number, in order or not, with what a `tel:` URI (RFC 3966) may hold and with anything else. */
export function dialledText(national: string): fc.Arbitrary<string> {
  const digits = fc
    .tuple(fc.nat(national.length), fc.integer({ min: 1, max: national.length }))
    .map(([from, length]) => national.slice(from, from + length))
  const swapped = fc
    .nat(national.length)
    .map((at) => `tel:${national.slice(at)};phone-context=+1${national.slice(0, at)}`)
  const part = fc.oneof(digits, fc.constant(national), fc.constantFrom(...PARAMETERS), fc.string({ maxLength: 4 }))
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(part, { maxLength: 7 }).map((parts) => parts.join('')) },
    swapped,
    fc.tuple(part, swapped, part).map((parts) => parts.join('')),
  )
}
