import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { randomBytes } from 'node:crypto'
import { deriveKeys } from '../../functions/adapters/keys.ts'
import { lineToken } from '../../functions/adapters/line-tokens.ts'
import type { LineRequest } from '../../functions/domain/held.ts'
import { readLine } from '../../functions/domain/line.ts'
import { oneTimeCode } from '../../functions/domain/one-time-code.ts'
import type { Host } from '../../infra/local/host.ts'
import { type Answer, send } from './sender.ts'

const LOCAL = { region: 'local', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }

export type HeldAnswer = { reports: ({ id: string; receipt: string } & Record<string, unknown>)[] }

/** A hosted stack as a line asks it, by way of whoever has seen its number. */
export async function lineClient({ url, endpoints, outputs }: Pick<Host, 'url' | 'endpoints' | 'outputs'>) {
  const secrets = new SecretsManagerClient({ ...LOCAL, endpoint: endpoints.secretsmanager })
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: outputs['SecretArn'] }))
  secrets.destroy()
  const keys = deriveKeys(SecretString!, outputs['EventSlug']!)
  const lambda = new LambdaClient({ ...LOCAL, endpoint: endpoints.lambda })
  const tokenOf = (phone: string) => lineToken(keys, readLine(phone)!)
  const invoke = async (request: LineRequest): Promise<unknown> => {
    const call = { FunctionName: outputs['OpenLineFunction'], Payload: JSON.stringify(request) }
    const { Payload, FunctionError } = await lambda.send(new InvokeCommand(call))
    if (FunctionError) throw new Error(`open-line: ${FunctionError}`)
    return JSON.parse(Buffer.from(Payload!).toString())
  }
  return {
    tokenOf,
    /** What SHOW answers, and the code that it gives. */
    async count(phone: string) {
      const code = oneTimeCode(randomBytes(8))
      return { code, answer: await invoke({ action: 'count', token: tokenOf(phone), code }) }
    },
    erase: async (phone: string) => await invoke({ action: 'erase', token: tokenOf(phone) }),
    open: async (code: string): Promise<Answer> =>
      await send(`${url}/v1/reports/held`, { method: 'POST', headers: { authorization: `Bearer ${code}` } }),
    stop: () => lambda.destroy(),
  }
}
export type LineClient = Awaited<ReturnType<typeof lineClient>>
