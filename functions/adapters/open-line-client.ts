import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import * as z from 'zod/mini'
import { UnavailableError } from '../domain/rejected.ts'

const Door = z.object({ door: z.string(), source: z.optional(z.string()), reports: z.int() })
const Counted = z.object({ reports: z.int(), doors: z._default(z.array(Door), []) })

export type OpenLine = ReturnType<typeof openLineClient>

/** What the function open-line does for a line, by its token. Whoever receives texts can ask for no more than this. */
export function openLineClient(client: LambdaClient, FunctionName: string) {
  const ask = async (question: object) => {
    const Payload = new TextEncoder().encode(JSON.stringify(question))
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload })).catch((error: unknown) => {
      throw new UnavailableError('open-line does not answer', { cause: error })
    })
    if (answer.FunctionError) throw new UnavailableError('open-line failed')
    return Counted.parse(JSON.parse(new TextDecoder().decode(answer.Payload)))
  }
  return {
    /** How many reports bear the line, and through which doors they came; the code opens them, once, for a day. */
    count: async (token: string, code: string) => await ask({ action: 'count', token, code }),
    /** Withdraws all of them. */
    erase: async (token: string) => void (await ask({ action: 'erase', token })),
  }
}
