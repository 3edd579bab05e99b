import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deriveKeys, eventKeys, keyed } from '../../functions/adapters/keys.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { SECRET } from '../support/engines.ts'

let server: Server
let asked = 0
let isDown = false
beforeAll(async () => {
  server = createServer((_, response) => {
    asked += 1
    const type = 'application/x-amz-json-1.1'
    if (isDown) response.writeHead(400, { 'content-type': type }).end('{"__type":"ResourceNotFoundException"}')
    else response.writeHead(200, { 'content-type': type }).end(JSON.stringify({ SecretString: SECRET }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => void server.close())

const read = () => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return eventKeys(new SecretsManagerClient({ endpoint, region: 'local', credentials }), {
    secret: 'any',
    event: 'ca-ge-test',
  })
}

test('the secret is read once, however many ask at once', async () => {
  asked = 0
  const keys = read()
  await Promise.all([keys(), keys(), keys()])
  await keys()
  expect(asked).toBe(1)
})

test('a secret that could not be read is read again when next asked', async () => {
  const keys = read()
  isDown = true
  await expect(keys()).rejects.toThrow(UnavailableError)
  isDown = false
  expect(Object.keys(await keys())).toEqual([
    'tokens',
    'ids',
    'guards',
    'sources',
    'dialogues',
    'codes',
    'editions',
    'receipts',
  ])
})

test('each purpose and each event has a key of its own', () => {
  const { tokens, ids, guards, sources, dialogues, codes, editions, receipts } = deriveKeys(SECRET, 'ca-ge-test')
  const other = deriveKeys(SECRET, 'ca-ge-other')
  const all = [tokens, ids, guards, sources, dialogues, codes, editions, ...receipts, ...Object.values(other).flat()]
  expect(new Set(all.map((key) => keyed(key, 'same').toString('hex'))).size).toBe(16)
})

test('parts of what is keyed do not run into each other', () => {
  const { ids } = deriveKeys(SECRET, 'ca-ge-test')
  expect(keyed(ids, 'ab', 'c')).not.toEqual(keyed(ids, 'a', 'bc'))
})

test.each([
  '{}',
  '{"receiptVersion":1,"master":"short"}',
  '{"receiptVersion":0,"master":"' + 'k'.repeat(64) + '"}',
  '',
])('no key is derived from a secret that is none: %s', (secret) =>
  expect(() => deriveKeys(secret, 'ca-ge-test')).toThrow(Error),
)
