import { createHash } from 'node:crypto'

/** The content security policy of a page with this style and nothing else: no scripts, nothing from anywhere, in no frame. */
export function pagePolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}
