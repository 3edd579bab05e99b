import { RejectedError } from '../domain/rejected.ts'

/** The paths that have routes, as they are written there (`/v1/reports/{id}`), and their methods. */
export type Routes = Record<string, string[]>

/** Says why a request came to the catch-all `ANY <path>` (405: not this method) or to `$default` (404: no such path). Always throws. */
export function refuseRequest(routeKey: string, routes: Routes): never {
  const path = routeKey.replace(/^ANY /, '')
  if (!Object.hasOwn(routes, path)) throw new RejectedError('unknown-path')
  throw new RejectedError('method-not-allowed', { allow: routes[path]! })
}
