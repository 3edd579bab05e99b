import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAll, toItem } from '../../functions/adapters/dynamodb.ts'
import { Random } from '../../rehearsal/random.ts'
import { faultProxy } from '../support/fault-proxy.ts'
import { startTables, type Tables } from '../support/tables.ts'

const faults = faultProxy(new Random('unprocessed'))
let tables: Tables
let client: DynamoDBClient
beforeAll(async () => {
  tables = await startTables()
  const { protocol, hostname, port } = await tables.client.config.endpoint!()
  const endpoint = await faults.interpose('dynamodb', `${protocol}//${hostname}:${port}`, 'functions')
  client = new DynamoDBClient({ endpoint, region: 'local', credentials: tables.client.config.credentials })
  for (let n = 0; n < 150; n += 1)
    await client.send(new PutItemCommand({ TableName: 'words', Item: toItem({ pk: `word ${n}` }) }))
})
afterAll(async () => {
  client.destroy()
  await faults.stop()
  await tables.stop()
})

test('more items than one call takes are all read, though each call leaves half of them to the next', async () => {
  const halving = faults.inject({ faults: ['unprocessed'], times: 6 })
  const keys = Array.from({ length: 160 }, (_, n) => `word ${n}`)
  const items = await getAll(client, 'words', [...keys, ...keys])
  expect(items.map(({ pk }) => pk).toSorted()).toEqual(keys.slice(0, 150).toSorted())
  expect(halving.total).toBe(6)
})
