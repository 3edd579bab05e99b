import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { setTimeout as sleep } from 'node:timers/promises'
import { UnavailableError } from '../domain/rejected.ts'
import { ConflictError } from './conflict.ts'

/** The most actions DynamoDB takes in one transaction. */
export const MAX_TRANSACTION_ACTIONS = 100

/** An item as DynamoDB takes it; absent values are left out. */
export function toItem(value: object): Record<string, AttributeValue> {
  return marshall({ ...value }, { removeUndefinedValues: true })
}

export const fromItem = unmarshall

/** Throws a ConflictError when its condition failed or a transaction held the item. */
export async function put(client: DynamoDBClient, input: PutItemCommandInput): Promise<void> {
  await client.send(new PutItemCommand(input)).catch(throwConflict)
}

/** The same of an item that goes. */
export async function remove(client: DynamoDBClient, input: DeleteItemCommandInput): Promise<void> {
  await client.send(new DeleteItemCommand(input)).catch(throwConflict)
}

/** All of it or nothing. Throws a ConflictError when a condition failed or another transaction held an item. */
export async function transact(client: DynamoDBClient, actions: TransactWriteItem[]): Promise<void> {
  await client.send(new TransactWriteItemsCommand({ TransactItems: actions })).catch(throwConflict)
}

/** The item of one key in each of these tables, as of one moment. Throws a ConflictError while a transaction holds one of them. */
export async function getTogether(
  client: DynamoDBClient,
  tables: string[],
  pk: string,
): Promise<(Record<string, unknown> | undefined)[]> {
  const gets = tables.map((TableName) => ({ Get: { TableName, Key: toItem({ pk }) } }))
  const answer = await client.send(new TransactGetItemsCommand({ TransactItems: gets })).catch(throwConflict)
  return (answer.Responses ?? []).map(({ Item }) => Item && fromItem(Item))
}

/** What a reader of the public waits for: when the table does not answer, it may ask again. */
export function orUnavailable<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    throw new UnavailableError('the table cannot be read', { cause: error })
  })
}

function throwConflict(error: unknown): never {
  throw isConflict(error) ? new ConflictError('another writer came first', { cause: error }) : error
}

function isConflict(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException) return true
  if (!(error instanceof TransactionCanceledException)) return false
  const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code)
  return reasons.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')
}

const MAX_BATCH_GET = 100

/** The items of these keys that exist, read consistently, in no order. */
export async function getAll(
  client: DynamoDBClient,
  table: string,
  keys: string[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  let pending = [...new Set(keys)]
  for (let tries = 0; pending.length > 0; tries += 1) {
    if (tries > 0) await sleep(Math.random() * Math.min(1000, 10 * 2 ** tries))
    const asked = pending.slice(0, MAX_BATCH_GET)
    const answer = await client.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: asked.map((pk) => toItem({ pk })), ConsistentRead: true } },
      }),
    )
    const left = (answer.UnprocessedKeys?.[table]?.Keys ?? []).map((key) => String(fromItem(key)['pk']))
    found.push(...(answer.Responses?.[table] ?? []).map((item) => fromItem(item)))
    pending = [...pending.slice(MAX_BATCH_GET), ...left]
    if (left.length === 0) tries = -1
  }
  return found
}
