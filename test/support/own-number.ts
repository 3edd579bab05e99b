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
