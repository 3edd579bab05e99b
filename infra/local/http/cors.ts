import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from './answer.ts'
import type { Cors } from '../template/properties.ts'

/** The gateway's own answer to a preflight; undefined when the request is none. */
export function preflight(method: string, headers: IncomingHttpHeaders, cors: Cors | undefined): Answer | undefined {
  const isPreflight = method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method']
  if (!cors || !isPreflight) return undefined
  const answer: Answer = { status: 204, headers: [], body: Buffer.alloc(0) }
  if (!allowedOrigin(headers.origin, cors)) return answer
  if (cors.AllowMethods.length > 0) answer.headers.push(['access-control-allow-methods', cors.AllowMethods.join(',')])
  if (cors.AllowHeaders.length > 0) answer.headers.push(['access-control-allow-headers', cors.AllowHeaders.join(',')])
  if (cors.MaxAge !== undefined) answer.headers.push(['access-control-max-age', String(cors.MaxAge)])
  return answer
}

/** The answer with the template's CORS headers in place of the function's own. */
export function withCors(answer: Answer, origin: string | undefined, cors: Cors | undefined): Answer {
  if (!cors) return answer
  const isPreflight = answer.headers.some(([name]) => name === 'access-control-allow-methods')
  const headers = isPreflight
    ? [...answer.headers]
    : answer.headers.filter(([name]) => !name.startsWith('access-control-'))
  const allowed = allowedOrigin(origin, cors)
  if (allowed) {
    headers.push(['access-control-allow-origin', allowed])
    if (allowed !== '*') headers.push(['vary', 'Origin'])
    if (cors.AllowCredentials) headers.push(['access-control-allow-credentials', 'true'])
    if (cors.ExposeHeaders.length > 0 && !isPreflight) {
      headers.push(['access-control-expose-headers', cors.ExposeHeaders.join(',')])
    }
  }
  return { ...answer, headers }
}

function allowedOrigin(origin: string | undefined, { AllowOrigins }: Cors): string | undefined {
  if (origin === undefined) return undefined
  if (AllowOrigins.includes('*')) return '*'
  const isAllowed = AllowOrigins.some((each) =>
    each.endsWith('*') ? origin.startsWith(each.slice(0, -1)) : each === origin,
  )
  return isAllowed ? origin : undefined
}
