import { RejectedError } from '../domain/rejected.ts'

/** The paths that have routes, as they are written there (`/v1/reports/{id}`), and their methods. */
export type Routes = Record<string, string[]>

/** Says why a request came to no route: its path has none (404), or not for this method (405). Always throws. */
export function refuseRequest(path: string, routes: Routes): never {
  const methods = Object.entries(routes).find(([pattern]) => matches(pattern, path))?.[1]
  if (!methods) throw new RejectedError('unknown-path')
  throw new RejectedError('method-not-allowed', { allow: methods })
}

function matches(pattern: string, path: string): boolean {
  const [expected, given] = [pattern.split('/'), path.split('/')]
  if (expected.length !== given.length) return false
  return expected.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]))
}
