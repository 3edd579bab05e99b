import { type BadRequest, FORM_TYPE, JSON_TYPE, MARKER } from './bad-request.ts'

const TYPES = [
  'text/plain',
  'application/octet-stream',
  'application/problem+json',
  `application/${MARKER}`,
  `multipart/form-data; boundary=${MARKER}`,
  'application/json; charset=iso-8859-1',
  'application/x-www-form-urlencoded; charset=windows-1252',
  MARKER,
]
const ENCODINGS = ['gzip', 'br', 'identity', MARKER]
const KEYS = ['', 'short', MARKER.padEnd(15, 'k'), MARKER.padEnd(256, 'k'), `${MARKER}-with-é`, `${MARKER}\twith a tab`]

export const BAD_HEADERS: BadRequest[] = [
  ...TYPES.map((type) => unsupported(type, { 'content-type': type })),
  { ...unsupported('no content type', {}), body: Uint8Array.from(Buffer.from('{}')) },
  ...ENCODINGS.map((encoding) => ({
    ...unsupported(`the encoding ${encoding}`, { ...JSON_TYPE, 'content-encoding': encoding }),
    problem: 'unsupported-encoding',
  })),
  ...KEYS.map((key) => badKey(key, { ...JSON_TYPE, 'idempotency-key': Buffer.from(key).toString('latin1') })),
  { ...badKey('in a form', FORM_TYPE), body: `call.message=a&idempotencyKey=${MARKER}` },
]

const NOWHERE = ['/', '/v1', '/v1/reports/', '/v1/reports//', '/v1/stats', '/v2/reports', '/V1/Reports', '/.env']
const NO_IDS = [
  MARKER,
  'rpt_',
  `rpt_${'0'.repeat(25)}`,
  `rpt_${'0'.repeat(27)}`,
  `rpt_${'O'.repeat(26)}`,
  `RPT_${'0'.repeat(26)}`,
  'cmp_'.padEnd(30, '0'),
  'REPORTER%23t1.abc',
  '..%2f..%2fetc%2fpasswd',
  '%F0%9F%93%9E',
  '%00',
]

export const BAD_PLACES: BadRequest[] = [
  ...[...NOWHERE, `/${MARKER}`, `/v1/stats/${MARKER}`, `/v1/reports/rpt_0/${MARKER}`, `/%00${MARKER}`].map(nothingAt),
  ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'].map((method) =>
    notAllowed(method, '/v1/reports'),
  ),
  ...['POST', 'PATCH', 'OPTIONS', 'PURGE'].map((method) => notAllowed(method, `/v1/reports/${MARKER}`)),
  ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => notAllowed(method, '/v1/stats/ridings')),
  ...['GET', 'PUT', 'DELETE'].flatMap((method) => NO_IDS.map((id) => unknownReport(method, id))),
]

const PARAMETERS = { kind: MARKER, after: `%00${MARKER}`, format: MARKER }

export const BAD_QUERIES: BadRequest[] = [
  badQuery(MARKER, '1', ' unknown-field'),
  ...Object.entries(PARAMETERS).map(([name, value]) => badQuery(name, value, `/${name} not-an-option`)),
  ...[MARKER, '0', '1e9'].map((limit) => badQuery('limit', limit, '/limit out-of-range')),
  badQuery('kind', 'live&kind=live', '/kind not-an-option'),
]

function unsupported(what: string, headers: Record<string, string>): BadRequest {
  return { what, headers, status: 415, problem: 'unsupported-media-type' }
}

function badKey(key: string, headers: Record<string, string>): BadRequest {
  return { what: `the key ${JSON.stringify(key.slice(0, 20))}`, headers, status: 400, problem: 'malformed-header' }
}

function nothingAt(path: string): BadRequest {
  return { what: `${path}, where nothing is`, path, status: 404, problem: 'unknown-path' }
}

function notAllowed(method: string, path: string): BadRequest {
  return { what: `${method} ${path}`, method, path, status: 405, problem: 'method-not-allowed' }
}

function unknownReport(method: string, id: string): BadRequest {
  const headers = { ...JSON_TYPE, authorization: `Bearer r1.${MARKER}.x` }
  return {
    what: `${method} of ${id}`,
    method,
    path: `/v1/reports/${id}`,
    headers,
    status: 404,
    problem: 'unknown-report',
  }
}

function badQuery(name: string, value: string, error: string): BadRequest {
  const path = `/v1/stats/ridings?${name}=${value}`
  return { what: path, method: 'GET', path, status: 422, problem: 'invalid-query', errors: [error] }
}
