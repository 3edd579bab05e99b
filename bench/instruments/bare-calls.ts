import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  type BatchGetItemCommandInput,
  type DeleteItemCommandInput,
  type GetItemCommandInput,
  type PutItemCommandInput,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb'
import type { Host } from '../../infra/local/host.ts'
import type { OpenQueue } from './queued-reports.ts'
import type { Call } from './recorder.ts'

/** Four environments of merge-report, each with the ten reports of a batch at once. */
const MERGES_AT_ONCE = 40
const AS_ANYONE = { region: 'ca-central-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } }

type Send = (client: DynamoDBClient) => Promise<unknown>
/** What the tables were asked to do, in the order in which they were asked. */
export type TableCalls = { merges: Send[]; folds: Send[]; groupings: Send[] }

export function tableCalls(calls: Call[]): TableCalls {
  const by = (name: string) =>
    calls.filter(({ service, caller }) => service === 'dynamodb' && caller === name).map((call) => again(call))
  return { merges: by('merge-report'), folds: by('tally-complaints'), groupings: by('group-scripts') }
}

function again({ operation, input }: Call): Send {
  const given: unknown = input
  switch (operation) {
    case 'BatchGetItem':
      return async (client) => await client.send(new BatchGetItemCommand(given as BatchGetItemCommandInput))
    case 'TransactWriteItems':
      return async (client) => await client.send(new TransactWriteItemsCommand(given as TransactWriteItemsCommandInput))
    case 'PutItem':
      return async (client) => await client.send(new PutItemCommand(given as PutItemCommandInput))
    case 'GetItem':
      return async (client) => await client.send(new GetItemCommand(given as GetItemCommandInput))
    case 'DeleteItem':
      return async (client) => await client.send(new DeleteItemCommand(given as DeleteItemCommandInput))
    default:
      throw new Error(`the bench does not know ${operation}`)
  }
}

/**
 * Empties the queue and makes the same calls to the tables: all from one process, nothing read or decided in between, no stage
 * waiting for another. Resolves with how many were refused; out of order, some are.
 */
export async function issueBare(
  host: Host,
  queue: OpenQueue,
  { merges, folds, groupings }: TableCalls,
): Promise<number> {
  const tables = new DynamoDBClient({ ...AS_ANYONE, endpoint: host.endpoints.dynamodb })
  let refused = 0
  const work = async (calls: Iterable<Send>) => {
    for (const send of calls) await send(tables).catch(() => (refused += 1))
  }
  const rest = merges.values()
  await Promise.all([
    drain(queue),
    work(folds),
    work(groupings),
    ...Array.from({ length: MERGES_AT_ONCE }, async () => await work(rest)),
  ])
  tables.destroy()
  return refused
}

/** One after the other, as the mapping's poller does. */
async function drain(queue: OpenQueue): Promise<void> {
  while ((await queue.take()).length > 0);
}
