const CONTENT_TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
}

/** How a file is served: an edition may be kept for ever, what is newest for five minutes. */
export function headersOf(path: string): { contentType: string; cacheControl: string } {
  return {
    contentType: CONTENT_TYPES[path.split('.').at(-1)!] ?? 'text/plain; charset=utf-8',
    cacheControl: path.endsWith('/latest.json') ? 'public, max-age=300' : 'public, max-age=31536000, immutable',
  }
}
