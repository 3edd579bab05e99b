import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Language } from '../../functions/domain/problem-texts.ts'

/** The API does not take reports as this import sends them, or does not answer for as long as patience lasts: more makes no sense. */
export class NotTakenError extends Error {
  override name = 'NotTakenError' as const
}

/** What the API says is wrong with a report. */
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string(), allowed: z.optional(z.array(z.string())) }))), // prettier-ignore
})
export type Problem = z.infer<typeof Problem>

type Post = { key: string; body: string }
type Options = { to: string; language: Language; patienceMs?: number; signal: AbortSignal }

// Of the gateway, of a service that is away, and of whatever nobody foresaw: the row may have been kept, so the same key goes again.
const PASSING = new Set([408, 429, 500, 502, 503, 504])
/** What is wrong with the row and not with the import. */
const OF_THE_ROW = new Set([400, 413, 422])
const [TIMEOUT_MS, FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [30_000, 100, 10_000]
const PATIENCE_MS = 10 * 60_000

/** Posts rows to an API. Answers undefined when one is kept, or what is wrong with it. Throws a NotTakenError, or when it is stopped. */
export function rowPoster({ to, language, patienceMs = PATIENCE_MS, signal }: Options) {
  const url = new URL(`${to}/v1/reports?door=import`)
  const send = sender(url, language)
  return async (post: Post): Promise<Problem | undefined> => {
    const until = Date.now() + patienceMs
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const answer = await answerTo(post, send)
      if (answer.status === 202) return undefined
      if (OF_THE_ROW.has(answer.status)) return readProblem(answer)
      if (!PASSING.has(answer.status)) throw new NotTakenError(`${url.origin} answers ${answer.status}: is it CallWitness?`) // prettier-ignore
      if (Date.now() >= until) throw new NotTakenError(`${url.origin} has taken nothing for ${Math.round(patienceMs / 60_000)} minutes`) // prettier-ignore
      await sleep(pause * (0.5 + Math.random()), undefined, { signal })
    }
  }
}

type Answer = { status: number; text: string }
type Send = (post: Post) => Promise<Answer>

// Plain requests on kept-alive connections: through `fetch` an import of 20,000 rows took 311 MB in place of 139.
function sender(url: URL, language: Language): Send {
  const { Agent, request } = url.protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true })
  return async ({ key, body }) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': key,
      'accept-language': language,
    }
    const asked = request(url, { method: 'POST', agent, headers })
    asked.setTimeout(TIMEOUT_MS, () => asked.destroy(new Error('no answer')))
    asked.on('error', () => {}) // also heard below; one that comes after the answer has begun is the answer's
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [http.IncomingMessage]
    return { status: answer.statusCode ?? 0, text: await text(answer) }
  }
}

/** No answer at all is as if a gateway had answered 504. */
async function answerTo(post: Post, send: Send): Promise<Answer> {
  try {
    return await send(post)
  } catch {
    return { status: 504, text: '' }
  }
}

/** The gateway's own 413 has no problem in it. */
function readProblem({ status, text: body }: Answer): Problem {
  const { data } = Problem.safeParse(tryJson(body))
  return data ?? { type: `urn:callwitness:problem:${status === 413 ? 'too-large' : 'not-taken'}`, title: `${status}` }
}

function tryJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
