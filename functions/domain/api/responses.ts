import { LANGUAGES, PROBLEM_TITLES } from '../problem-texts.ts'
import { type ProblemCode, PROBLEMS } from '../problems.ts'
import { problemType } from '../problem-type.ts'
import { type Content, type Header, type Ref, refTo, type Response, type Schema } from './openapi.ts'

const text = (description: string, schema: Schema = {}): Header => ({
  description,
  required: true,
  schema: { type: 'string', ...schema },
})

/** Headers of answers, under their names. */
export const HEADERS = {
  'Cache-Control': text('How long anyone may keep the answer; no-store: nobody.'),
  'Content-Disposition': text('The name of the file.'),
  'Content-Language': text('Of the texts for people.', { enum: LANGUAGES }),
  'Content-Security-Policy': text('No script, and nothing from elsewhere.'),
  ETag: text('Names what is answered, for If-None-Match.', { pattern: '^"[\\w-]+"$' }),
  Link: {
    ...text('The next page (rel="next"), where there is one; of a file also its description and licence.'),
    required: false,
  },
  Location: text('The report.', { pattern: '^/v1/reports/rpt_' }),
  'RateLimit-Policy': text('How many requests a second are let through, of everyone together.'),
  'Retry-After': { ...text('Seconds, where the answer is our own.', { pattern: '^\\d+$' }), required: false },
  Vary: text('The headers of the request on which the answer depends.'),
  'WWW-Authenticate': text('What the gateway wants to see.', { pattern: '^Bearer' }),
} satisfies Record<string, Header>
export type HeaderName = keyof typeof HEADERS

export function headers(...names: HeaderName[]): Record<string, Ref> {
  return Object.fromEntries(names.map((name) => [name, refTo('headers', name)]))
}

export const json = (schema: string, example?: unknown): Content => ({
  'application/json': { schema: refTo('schemas', schema), ...(example === undefined ? {} : { example }) },
})
export const page: Content = { 'text/html': { schema: { type: 'string' } } }

/** What an operation may answer when it cannot do its work, with the reasons that every operation has. */
export function problems(codes: ProblemCode[], by: { page?: boolean; gateway?: number[] } = {}): Record<string, Ref> {
  const all: ProblemCode[] = [...codes, 'internal', 'unavailable']
  const gateway = [413, 503, ...(by.gateway ?? [])]
  const byStatus = Map.groupBy(all, (code) => PROBLEMS[code])
  const refused = [...byStatus].map(([status, those]): [string, Ref] => {
    const parts = [...those, ...(by.page ? ['page'] : []), ...(gateway.includes(status) ? ['gateway'] : [])]
    return [String(status), refTo('responses', parts.join('_'))]
  })
  return { ...Object.fromEntries(refused), 429: refTo('responses', 'TooManyRequests') }
}

/** The answer that such a reference names: its problems, and who else may give it. */
export function problemResponse(name: string): Response {
  const parts = name.split('_')
  const codes = parts.filter((part) => part in PROBLEMS) as ProblemCode[]
  const status = PROBLEMS[codes[0]!]
  const invalid = codes.every((code) => code.startsWith('invalid-')) ? { required: ['errors'] } : {}
  const narrowed = {
    type: 'object',
    properties: { type: { enum: codes.map(problemType) }, status: { const: status } },
    ...invalid,
  }
  return {
    description: codes.map((code) => PROBLEM_TITLES[code].en).join(' Or: '),
    headers: headers(
      ...(parts.includes('gateway') ? [] : (['Content-Language'] as const)),
      ...(status === 503 ? (['Retry-After'] as const) : []),
    ),
    content: {
      'application/problem+json': { schema: { allOf: [refTo('schemas', 'Problem'), narrowed] } },
      ...(parts.includes('page') ? page : {}),
      ...(parts.includes('gateway') ? json('GatewayMessage') : {}),
    },
  }
}

/** Answers that are the same wherever they are given, and none of ours that refuses. */
export const RESPONSES: Record<string, Response> = {
  NotModified: { description: 'The sender holds it already.', headers: headers('ETag', 'Cache-Control') },
  TooManyRequests: {
    description: 'More than the gateway takes. Wait, and repeat with the same key.',
    content: json('GatewayMessage', { message: 'Too Many Requests' }),
  },
  Unauthorized: {
    description: 'No token, or none that is good.',
    headers: headers('WWW-Authenticate'),
    content: json('GatewayMessage', { message: 'Unauthorized' }),
  },
}
