import { validateHeaderName, validateHeaderValue } from 'node:http'
import * as z from 'zod'
import type { Outcome } from '../lambda/function-environment.ts'

export type Answer = { status: number; headers: [string, string][]; body: Buffer }

/** An answer of the gateway itself. */
export function gatewayAnswer(status: number, message: string): Answer {
  return { status, headers: [['content-type', 'application/json']], body: Buffer.from(JSON.stringify({ message })) }
}

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const Result = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z.record(z.string(), Scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
})
/** The gateway counts and frames the body itself. */
const OWN_HEADERS = new Set(['connection', 'content-length', 'transfer-encoding', 'keep-alive', 'date'])

/** Reads what a function answered by the rules of payload format 2.0. */
export function toAnswer(outcome: Outcome): Answer {
  if ('failure' in outcome) return gatewayAnswer(500, 'Internal Server Error')
  const value: unknown = JSON.parse(outcome.payload)
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) {
    const body = typeof value === 'string' ? value : outcome.payload
    return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) }
  }
  const parsed = Result.safeParse(value)
  if (!parsed.success) return gatewayAnswer(500, 'Internal Server Error')
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data
  const named = Object.entries(headers ?? {})
    .map(([name, each]): [string, string] => [name.toLowerCase(), each])
    .filter(([name]) => !OWN_HEADERS.has(name))
  const all: [string, string][] = [
    ...named,
    ...(cookies ?? []).map((cookie): [string, string] => ['set-cookie', cookie]),
  ]
  if (!all.every(isSendable)) return gatewayAnswer(500, 'Internal Server Error')
  if (!named.some(([name]) => name === 'content-type')) all.push(['content-type', 'text/plain;charset=utf-8'])
  return { status: statusCode, headers: all, body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8') }
}

function isSendable([name, value]: [string, string]): boolean {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return true
  } catch {
    return false
  }
}
