import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Language } from '../../functions/domain/problem-texts.ts'

/** The API does not take what this import sends, or does not answer for as long as patience lasts: more makes no sense. */
export class NotTakenError extends Error {
  override name = 'NotTakenError' as const
}

export type ApiOptions = { to: string; language: Language; patienceMs?: number; signal: AbortSignal }
export type Asked = { method: 'POST' | 'DELETE'; path: string; headers: Record<string, string>; body?: string }
export type Answer = { status: number; text: string }

// Of the gateway, of a service that is away, and of whatever nobody foresaw: the request may have been taken, so it goes again under its key.
const PASSING = new Set([408, 429, 500, 502, 503, 504])
const [TIMEOUT_MS, FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [30_000, 100, 10_000]
const PATIENCE_MS = 10 * 60_000

/** Asks an API until it answers for good: one of the statuses `expected`. Throws a NotTakenError, or when it is stopped. */
export function apiAsker({ to, language, patienceMs = PATIENCE_MS, signal }: ApiOptions, expected: Set<number>) {
  const { origin } = new URL(to)
  const send = sender(to, language)
  return async (asked: Asked): Promise<Answer> => {
    const until = Date.now() + patienceMs
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const answer = await answerTo(asked, send)
      if (expected.has(answer.status)) return answer
      if (!PASSING.has(answer.status)) throw new NotTakenError(`${origin} answers ${answer.status}: is it CallWitness?`)
      if (Date.now() >= until) throw new NotTakenError(`${origin} has taken nothing for ${Math.round(patienceMs / 60_000)} minutes`) // prettier-ignore
      await sleep(pause * (0.5 + Math.random()), undefined, { signal })
    }
  }
}

type Send = (asked: Asked) => Promise<Answer>

// Plain requests on kept-alive connections: through `fetch` an import of 20,000 rows took 311 MB in place of 139.
function sender(to: string, language: Language): Send {
  const { Agent, request } = to.startsWith('https:') ? https : http
  const agent = new Agent({ keepAlive: true })
  return async ({ method, path, headers, body = '' }) => {
    const told = { ...headers, 'content-length': Buffer.byteLength(body), 'accept-language': language }
    const asked = request(`${to}${path}`, { method, agent, headers: told })
    asked.setTimeout(TIMEOUT_MS, () => asked.destroy(new Error('no answer')))
    asked.on('error', () => {}) // also heard below; one that comes after the answer has begun is the answer's
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [http.IncomingMessage]
    return { status: answer.statusCode ?? 0, text: await text(answer) }
  }
}

/** No answer at all is as if a gateway had answered 504. */
async function answerTo(asked: Asked, send: Send): Promise<Answer> {
  try {
    return await send(asked)
  } catch {
    return { status: 504, text: '' }
  }
}
