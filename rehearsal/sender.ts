import { setTimeout as sleep } from 'node:timers/promises'
import type { Rehearsed, Request } from './rehearsed.ts'

export type SendOptions = {
  apiUrl: string
  /** Reports on their way at once; the requests of one report go one after the other. */
  concurrency?: number
  /** How long one request is repeated before it is given up. */
  patienceMs?: number
  /** Called when a report is taken from the week, before its first request. */
  onReport?: (report: Rehearsed) => void
  /** Called when all requests of a report were answered. */
  onDone?: (sent: Sent) => void
}

export type Sent = {
  reports: number
  /** Requests answered, and how often one had to be repeated. */
  requests: number
  repeated: number
  /** Answers other than 202, each with how often. */
  refused: Map<string, number>
  /** Requests repeated with their key, on purpose or in need, that were answered with another id. */
  unequal: number
}

/** The stack has not taken a request for as long as patience lasts: sending more makes no sense. */
export class GivenUpError extends Error {
  override name = 'GivenUpError' as const
}

type Accepted = { id: string; receipt: string }
type Exchange = { url: URL; request: Request; receipt?: string | undefined }

// What a gateway answers itself, or an unforeseen error: the request may or may not have been taken, so the same key goes again.
const PASSING = new Set([429, 500, 502, 503, 504])
const TIMEOUT_MS = 30_000
const LONGEST_PAUSE_MS = 2_000

/** Sends the reports as real HTTP requests; a stack that is killed and comes back within `patienceMs` gets every one of them. Throws a GivenUpError when it does not. */
export async function send(week: Iterable<Rehearsed>, options: SendOptions): Promise<Sent> {
  const { concurrency = 24, onReport, onDone } = options
  const sent: Sent = { reports: 0, requests: 0, repeated: 0, refused: new Map(), unequal: 0 }
  const reports = week[Symbol.iterator]()
  const sendNext = async (): Promise<void> => {
    for (let next = reports.next(); !next.done; next = reports.next()) {
      onReport?.(next.value)
      await sendReport(next.value, options, sent)
      sent.reports += 1
      onDone?.(sent)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, sendNext))
  return sent
}

async function sendReport(
  { requests }: Rehearsed,
  { apiUrl, patienceMs = 120_000 }: SendOptions,
  sent: Sent,
): Promise<void> {
  let accepted: Accepted | undefined
  for (const request of requests) {
    const path = request.method === 'POST' ? '/v1/reports' : `/v1/reports/${accepted?.id}`
    const exchange = { url: new URL(path, apiUrl), request, receipt: accepted?.receipt }
    const answer = await repeat(() => answerTo(exchange), { patienceMs, sent })
    sent.requests += 1
    if (answer.outcome !== '202') {
      sent.refused.set(answer.outcome, (sent.refused.get(answer.outcome) ?? 0) + 1)
      return
    }
    if (accepted && answer.accepted && answer.accepted.id !== accepted.id) sent.unequal += 1
    accepted ??= answer.accepted
  }
}

type Answer = { outcome: string; accepted?: Accepted | undefined; isPassing: boolean }

async function repeat(
  once: () => Promise<Answer>,
  { patienceMs, sent }: { patienceMs: number; sent: Sent },
): Promise<Answer> {
  const until = Date.now() + patienceMs
  for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const answer = await once()
    if (!answer.isPassing) return answer
    if (Date.now() >= until) throw new GivenUpError(`a request got only ${answer.outcome}, again and again`)
    sent.repeated += 1
    await sleep(pause * (0.5 + Math.random()))
  }
}

async function answerTo({ url, request, receipt }: Exchange): Promise<Answer> {
  const headers = receipt ? { ...request.headers, authorization: `Bearer ${receipt}` } : request.headers
  const body = request.method === 'DELETE' ? null : request.body
  try {
    const response = await fetch(url, {
      method: request.method,
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    return {
      outcome: `${response.status}`,
      accepted: readAccepted(response, text),
      isPassing: PASSING.has(response.status),
    }
  } catch {
    return { outcome: 'no answer', isPassing: true }
  }
}

// A page for a person's eyes has no receipt to read; its report is never amended here.
function readAccepted(response: Response, text: string): Accepted | undefined {
  if (response.status !== 202 || !response.headers.get('content-type')?.includes('json')) return undefined
  const answer: unknown = JSON.parse(text)
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('receipt' in answer)) return undefined
  return typeof answer.id === 'string' && typeof answer.receipt === 'string'
    ? { id: answer.id, receipt: answer.receipt }
    : undefined
}
