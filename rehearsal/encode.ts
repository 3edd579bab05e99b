import type { ReportBody, Request } from './rehearsed.ts'
import type { Language } from './scripts.ts'

export type Encoding = { language: Language; idempotencyKey: string }

export function asJson(method: 'POST' | 'PUT', body: ReportBody, { language, idempotencyKey }: Encoding): Request {
  return {
    method,
    headers: { ...headersFor(language), 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(body),
  }
}

/** As a plain HTML form sends it: dotted names, empty fields left in, the key in a hidden one. */
export function asForm(body: ReportBody, { language, idempotencyKey }: Encoding, answer?: 'page'): Request {
  const fields = new URLSearchParams({ _subject: 'Election call', idempotencyKey, 'call.callerName': '', riding: '' })
  for (const [name, value] of dotted(body)) fields.set(name, value)
  const accept = answer === 'page' ? 'text/html,application/xhtml+xml,*/*;q=0.8' : 'application/json'
  return {
    method: 'POST',
    headers: { ...headersFor(language), accept, 'content-type': 'application/x-www-form-urlencoded' },
    body: fields.toString(),
  }
}

export function asWithdrawal({ language, idempotencyKey }: Encoding): Request {
  return { method: 'DELETE', headers: { ...headersFor(language), 'idempotency-key': idempotencyKey }, body: '' }
}

function headersFor(language: Language): Record<string, string> {
  return { accept: 'application/json', 'accept-language': language === 'fr' ? 'fr-CA,fr;q=0.9' : 'en-CA,en;q=0.9' }
}

function* dotted(fields: object, prefix = ''): Generator<[string, string]> {
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (typeof value === 'string') yield [prefix + name, value]
    else if (typeof value === 'object' && value !== null) yield* dotted(value, `${prefix}${name}.`)
  }
}
