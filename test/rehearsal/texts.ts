import type { Request } from '../../rehearsal/rehearsed.ts'

/** Every text in a value, with the dotted name of its place. */
export function textsOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, name ? `${name}.${key}` : key))
}

/** The texts that requests send, decoded, one per field. */
export function requestTexts(requests: readonly Request[]): string[] {
  return requests.flatMap(({ body, headers }) => {
    if (!body) return []
    if (headers['content-type']!.includes('form')) return [...new URLSearchParams(body).values()]
    return textsOf(JSON.parse(body)).map(([, text]) => text)
  })
}
