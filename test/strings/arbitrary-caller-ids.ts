import fc from 'fast-check'
import { normaliseCallerId, spellCallerId } from '../../functions/domain/caller-id.ts'

const SIGNS = [...Array.from('0123456789 -().+#,/xXoOlI'), '450', '555', '0146', '519', '800', ' ext ', 'poste', 'ou', 'private', 'inconnu', '٤', '５', 'é', '\u200f', 'five', '00', '011', '1'] // prettier-ignore
const dialled = fc.array(fc.constantFrom(...SIGNS), { maxLength: 24 }).map((signs) => signs.join(''))
const anything = fc.oneof({ weight: 3, arbitrary: dialled }, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 60 })) // prettier-ignore

/**
 * Puts so many arbitrary strings in normal form, and each normal form that is a number, a short code or a display once more.
 * Answers how many; throws, with the string, when one throws or changes.
 */
export function checkCallerIds(runs: number, seed?: number): number {
  const property = fc.property(anything, (text) => {
    const normal = normaliseCallerId(text)
    const again = normaliseCallerId(spellCallerId(normal))
    // What is invalid has no digits in its normal form, and so no signs.
    return same({ ...normal, ...(normal.kind === 'invalid' ? { signs: [] } : {}) }, again)
  })
  fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
  return runs
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
