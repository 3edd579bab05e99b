import type { ProblemCode } from './problems.ts'

/** What names a kind of problem in its details: a name, not an address. */
export function problemType(code: ProblemCode): string {
  return `urn:callwitness:problem:${code}`
}
