import * as z from 'zod'
import { type Answer, type ApiOptions, apiAsker, NotTakenError } from './ask-api.ts'

/** What the API says is wrong with a report. */
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string(), allowed: z.optional(z.array(z.string())) }))), // prettier-ignore
})
export type Problem = z.infer<typeof Problem>

/** A report that is kept, and what opens it. */
const Kept = z.object({ id: z.string(), receipt: z.string() })
export type Kept = z.infer<typeof Kept>

type Post = { key: string; body: string }

/** What is wrong with the row and not with the import. */
const OF_THE_ROW = [400, 413, 422]

/** Posts rows to an API. Answers the report that is kept, or what is wrong with the row. Throws a NotTakenError, or when it is stopped. */
export function rowPoster(options: ApiOptions) {
  const ask = apiAsker(options, new Set([202, ...OF_THE_ROW]))
  return async ({ key, body }: Post): Promise<{ kept: Kept } | { problem: Problem }> => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
    }
    const answer = await ask({ method: 'POST', path: '/v1/reports?door=import', headers, body })
    return answer.status === 202 ? { kept: readKept(answer, options.to) } : { problem: readProblem(answer) }
  }
}

function readKept({ text }: Answer, to: string): Kept {
  const { data } = Kept.safeParse(tryJson(text))
  if (!data) throw new NotTakenError(`${new URL(to).origin} answers without a receipt: is it CallWitness?`)
  return data
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
