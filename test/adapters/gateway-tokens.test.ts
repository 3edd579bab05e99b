import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gatewayTokens, tokensIn } from '../../functions/adapters/gateway-tokens.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { startSecrets } from '../../infra/local/secrets.ts'

const MAIN = `AC${'0a'.repeat(16)}`
const SUB = `AC${'1b'.repeat(16)}`
const TOKEN = '0123456789abcdef0123456789abcdef'
const NEXT = 'fedcba9876543210fedcba9876543210'
const ARN = 'arn:aws:secretsmanager:local:000000000000:secret:sms'

test('each account has its own tokens, and an unknown one has none', () => {
  const tokensOf = tokensIn(JSON.stringify({ [MAIN]: TOKEN, [SUB]: [TOKEN, NEXT] }))
  expect([MAIN, SUB, `AC${'2c'.repeat(16)}`, '', 'constructor', '__proto__'].map(tokensOf)).toEqual([
    [TOKEN],
    [TOKEN, NEXT],
    [],
    [],
    [],
    [],
  ])
})

test.each([{}, { [MAIN]: [] }])('no token is no access: %j', (secret) => {
  expect(tokensIn(JSON.stringify(secret))(MAIN)).toEqual([])
})

test.each([{ [MAIN]: '' }, { [MAIN]: 'short' }, { [MAIN]: [''] }, { account: TOKEN }, { [MAIN]: null }, [TOKEN]])(
  'a secret that anybody could sign with, or that is mistyped, opens for nobody: %j',
  (secret) => expect(() => tokensIn(JSON.stringify(secret))).toThrow(/./),
)

test('tokens that were changed are known five minutes later; a failed reading is not remembered', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'callwitness-'))
  const start = async (token: string) =>
    await startSecrets([{ logicalId: token, arn: ARN, name: 'sms', SecretString: JSON.stringify({ [MAIN]: token }) }], directory) // prettier-ignore
  const [first, second] = [await start(TOKEN), await start(NEXT)]
  const where = { url: 'http://127.0.0.1:1', now: 0 }
  const client = new SecretsManagerClient({
    endpoint: async () => {
      const { protocol, hostname, port, pathname: path } = new URL(where.url)
      return { protocol, hostname, port: Number(port), path }
    },
    region: 'local',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const tokens = gatewayTokens(client, ARN, () => where.now)
  await expect(tokens()).rejects.toThrow(UnavailableError)
  where.url = first.url
  expect((await tokens())(MAIN)).toEqual([TOKEN])
  where.url = second.url
  where.now = 5 * 60_000 - 1
  expect((await tokens())(MAIN)).toEqual([TOKEN])
  where.now = 5 * 60_000
  expect((await tokens())(MAIN)).toEqual([NEXT])
  await Promise.all([first.stop(), second.stop()])
  client.destroy()
  rmSync(directory, { recursive: true })
})
