import { RejectedError } from './rejected.ts'

// Letters, marks, digits, punctuation, signs and blanks: nothing that a terminal or a reader of the trail takes for something else.
export const PURPOSE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{10,500}$/u

/** What an analyst says that the counts are for. Throws a RejectedError when it is not said in 10 to 500 printable characters of UTF-8. */
export function readPurpose(header: string | undefined): string {
  const purpose = (header ?? '').trim()
  // The gateway decodes the header before we see it: what was no UTF-8 has become U+FFFD on the way.
  if (!PURPOSE.test(purpose) || purpose.includes('\uFFFD')) throw new RejectedError('purpose-required')
  return purpose
}
