import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import { ErasedCount, HeldCount, type LineRequest } from '../domain/held.ts'
import { UnavailableError } from '../domain/rejected.ts'

export type OpenLine = ReturnType<typeof openLineClient>

/** What the function open-line does for a line, by its token. Whoever receives texts can ask for no more than this. */
export function openLineClient(client: LambdaClient, FunctionName: string) {
  const ask = async (question: LineRequest): Promise<unknown> => {
    const Payload = new TextEncoder().encode(JSON.stringify(question))
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload })).catch((error: unknown) => {
      throw new UnavailableError('open-line does not answer', { cause: error })
    })
    if (answer.FunctionError) throw new UnavailableError('open-line failed')
    return JSON.parse(new TextDecoder().decode(answer.Payload))
  }
  return {
    /** How many reports bear the line, and through which doors they came; the code opens them, once, for a day. */
    count: async (token: string, code: string) => HeldCount.parse(await ask({ action: 'count', token, code })),
    /** Withdraws all of them. */
    erase: async (token: string) => void ErasedCount.parse(await ask({ action: 'erase', token })),
  }
}
