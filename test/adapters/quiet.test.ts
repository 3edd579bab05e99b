import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { quiet } from '../../functions/adapters/quiet.ts'

test('nothing in a quiet client makes copies for a log', () => {
  const logs = (client: DynamoDBClient) => client.middlewareStack.identify().filter((name) => /logger/i.test(name))
  expect(logs(new DynamoDBClient({}))).toHaveLength(1)
  expect(logs(quiet(new DynamoDBClient({})))).toEqual([])
})
