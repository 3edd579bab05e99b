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
  const url = new URL('/v1/reports?door=import', to)
  return async (post: Post): Promise<Problem | undefined> => {
    const until = Date.now() + patienceMs
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const answer = await once(url, post, language)
      if (answer.status === 202) return undefined
      if (OF_THE_ROW.has(answer.status)) return readProblem(answer)
      if (!PASSING.has(answer.status)) throw new NotTakenError(`${url.origin} answers ${answer.status}: is it CallWitness?`) // prettier-ignore
      if (Date.now() >= until) throw new NotTakenError(`${url.origin} has taken nothing for ${Math.round(patienceMs / 60_000)} minutes`) // prettier-ignore
      await sleep(pause * (0.5 + Math.random()), undefined, { signal })
    }
  }
}

type Answer = { status: number; text: string }

/** One request and its answer; none at all is as if a gateway had answered 504. */
async function once(url: URL, { key, body }: Post, language: Language): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': language }
  const request = {
    method: 'POST',
    headers,
    body,
    redirect: 'manual' as const,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }
  try {
    const response = await fetch(url, request)
    return { status: response.status, text: await response.text() }
  } catch {
    return { status: 504, text: '' }
  }
}

/** The gateway's own 413 has no problem in it. */
function readProblem({ status, text }: Answer): Problem {
  const { data } = Problem.safeParse(tryJson(text))
  return data ?? { type: `urn:callwitness:problem:${status === 413 ? 'too-large' : 'not-taken'}`, title: `${status}` }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
