import { SPELLINGS } from '../../rehearsal/numbers.ts'
import { encodingsOf, type Pattern } from './encodings.ts'

/** Everything that gives a line away to someone who finds it: spellings, their encodings and hashes, and the number itself. */
export function linePatterns(e164: string): Pattern[] {
  const digits = e164.slice(1)
  const national = digits.slice(1)
  const parts = [national.slice(0, 3), national.slice(3, 6), national.slice(6)]
  const [, exchange, subscriber] = parts
  const spelled = new Set([
    ...Object.values(SPELLINGS).map((spell) => spell(e164)),
    digits,
    parts.join(' '),
    `(${parts[0]})${exchange}-${subscriber}`,
    ...[' ', '-', '.'].map((between) => `${exchange}${between}${subscriber}`),
  ])
  const local = {
    name: `UTF-8 of ${exchange}${subscriber}`,
    bytes: Buffer.from(`${exchange}${subscriber}`),
    isAlone: true,
  }
  return [...[...spelled].flatMap(encodingsOf), local, ...[national, digits].flatMap(asNumber)]
}

// As a database keeps it that takes digits for a number: 48 bits hold it.
function asNumber(digits: string): Pattern[] {
  const bytes = Buffer.alloc(6)
  bytes.writeUIntBE(Number(digits), 0, 6)
  const float = Buffer.alloc(8)
  float.writeDoubleBE(Number(digits))
  return [
    { name: `the integer ${digits}`, bytes },
    { name: `the double ${digits}`, bytes: float },
    { name: `the double ${digits}, low byte first`, bytes: Buffer.from(float).reverse() },
  ]
}
