import { SPELLINGS } from '../../rehearsal/numbers.ts'
import type { ReportBody } from '../../rehearsal/rehearsed.ts'
import { aReport } from '../support/sender.ts'

/** A report with a number in each field that takes a text or a number, told for a line unless that is left unsaid. */
export function saidEverywhere(number: string, phone?: string | null): ReportBody {
  return {
    call: {
      callerId: number,
      callerName: `LINE ${number}`,
      receivedAt: '2011-05-02T10:03',
      claimedToBe: `someone at ${number}`,
      message: `Call me at ${number}, or ${number}. It rang ${number}`,
      callbackNumber: number,
      pollingPlace: `12 Mill Road, ask ${number}`,
    },
    riding: `Guelph ${number}`,
    source: `Form of ${number}`,
    reporter: { ...(phone === undefined ? {} : { phone }), earlierPoll: { received: 'yes', callerId: number } },
  }
}

/** The same number as people, displays and keyboards write it. */
export function spellingsOf(e164: string): string[] {
  return Object.values(SPELLINGS).map((spell) => spell(e164))
}

type Asked = { path?: string; method?: string; headers?: Record<string, string>; body?: string }
const JSON_TYPE = { 'content-type': 'application/json' }

/** Requests that hold a number and end in an error, or in an answer that holds nothing of it. */
export function refusedWith(number: string): Asked[] {
  const ascii = number.replace(/[^ -~]/g, '')
  const inPath = encodeURIComponent(number)
  const json = (body: unknown): Asked => ({ headers: JSON_TYPE, body: JSON.stringify(body) })
  return [
    json(aReport({ kind: number, election: number, receivedAt: number, language: number })),
    json(aReport({ [number]: number }, { [number]: { [number]: number } })),
    json(aReport({ message: number.repeat(1000) }, { reporter: { phone: `${number} or ${number}` } })),
    json([number]),
    json({ reporter: { phone: number }, riding: number }),
    { headers: JSON_TYPE, body: `{"call":{"message":"${number}` },
    { headers: JSON_TYPE, body: number },
    { headers: JSON_TYPE, body: number.padEnd(33 * 1024, number) },
    { headers: { 'content-type': 'text/plain' }, body: number },
    { headers: { 'content-type': `text/${ascii.replace(/\D/g, '')}` }, body: number },
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `${inPath}=${inPath}&call.message=%` },
    { headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }, body: `${inPath}=${inPath}&call.kind=${inPath}` }, // prettier-ignore
    { headers: { ...JSON_TYPE, 'idempotency-key': ascii.slice(0, 15) }, body: '{}' },
    { headers: { ...JSON_TYPE, 'content-encoding': ascii }, body: '{}' },
    { method: 'GET', path: `/v1/reports/${inPath}`, headers: { authorization: `Bearer ${ascii.replaceAll(' ', '')}` } },
    { method: 'DELETE', path: `/v1/reports/rpt_00000000000000000000000000`, headers: { authorization: ascii } },
    { method: 'PATCH', path: `/v1/reports/${inPath}` },
    { method: 'GET', path: `/${inPath}?${inPath}=${inPath}` },
    { method: 'GET', path: `/v1/stats/ridings?riding=${inPath}` },
    { method: 'GET', path: `/v1/stats/caller-ids?after=${inPath}&limit=1` },
    { method: 'GET', path: '/v1/stats/summary', headers: { 'user-agent': ascii, cookie: `phone=${ascii}`, referer: `https://x.example/${inPath}`, 'x-forwarded-for': ascii, 'if-none-match': ascii, 'accept-language': ascii.replace(/\D/g, '') } }, // prettier-ignore
    { method: 'OPTIONS', headers: { origin: `https://${ascii.replace(/\D/g, '')}.example`, 'access-control-request-method': 'POST' } }, // prettier-ignore
  ]
}
