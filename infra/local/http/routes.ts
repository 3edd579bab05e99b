import type { Api } from '../template/stack.ts'

export type Route = Api['routes'][number]
export type Match = { route: Route; pathParameters: Record<string, string> }

type Parsed = { route: Route; method: string; segments: string[] }

/**
 * The route that API Gateway would choose: a whole path before a greedy one, an exact method before ANY, literal segments
 * before variables from the left, and `$default` last. Segments are split before they are decoded: `%2F` is no separator.
 */
export function routeTable(routes: Route[]): (method: string, path: string) => Match | undefined {
  const parsed = routes.flatMap((route): Parsed[] => {
    const [method, path] = route.routeKey.split(' ')
    return method && path ? [{ route, method, segments: path.split('/').slice(1) }] : []
  })
  parsed.sort((a, b) => compare(rank(a), rank(b)))
  const fallback = routes.find(({ routeKey }) => routeKey === '$default')
  return (method, path) => {
    const segments = path.split('/').slice(1)
    for (const each of parsed) {
      if (each.method !== 'ANY' && each.method !== method) continue
      const pathParameters = capture(each.segments, segments)
      if (pathParameters) return { route: each.route, pathParameters }
    }
    return fallback && { route: fallback, pathParameters: {} }
  }
}

function rank({ method, segments }: Parsed): number[] {
  const isGreedy = segments.at(-1)?.endsWith('+}') ? 1 : 0
  const kinds = segments.map((segment) => (!segment.startsWith('{') ? 0 : segment.endsWith('+}') ? 2 : 1))
  return [isGreedy, method === 'ANY' ? 1 : 0, ...kinds]
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 3) - (b[i] ?? 3)
    if (difference !== 0) return difference
  }
  return 0
}

function capture(pattern: string[], segments: string[]): Record<string, string> | undefined {
  const isGreedy = pattern.at(-1)?.endsWith('+}') ?? false
  if (isGreedy ? segments.length < pattern.length : segments.length !== pattern.length) return undefined
  const found: [string, string][] = []
  for (const [i, part] of pattern.entries()) {
    const value = part.endsWith('+}') ? segments.slice(i).join('/') : (segments[i] ?? '')
    if (!part.startsWith('{')) {
      if (part !== decodeURIComponent(value)) return undefined
    } else if (value === '') return undefined
    else found.push([part.replace(/^\{|\+?\}$/g, ''), decodeURIComponent(value)])
  }
  return Object.fromEntries(found)
}
