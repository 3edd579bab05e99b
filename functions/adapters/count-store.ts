import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type Contribution, type Count, readCellKey } from '../domain/contribution.ts'
import { type FoldStep, type LedgerEntry, recordOf } from '../domain/fold.ts'
import { NORM_VERSION } from '../domain/normal-form.ts'
import { recordNormal } from '../domain/record.ts'
import { TEMPLATED } from '../domain/scripts/templated-cells.ts'
import { getAll, toItem, transact } from './dynamodb.ts'
import { LedgerCells, packCells, unpackCells } from './ledger-cells.ts'

/** Version of the items' shape. */
const V = 1

const StoredEntry = z.object({
  pk: z.string(),
  revision: z.int(),
  version: z.int(),
  cells: LedgerCells,
  texts: z.optional(z.array(z.string())),
  bridges: z.optional(z.array(z.string())),
})

export type CountStore = ReturnType<typeof countStore>

/** The counts and the ledger of what was folded into them, which only ever change together. */
export function countStore(client: DynamoDBClient, tables: { ledger: string; stats: string }, event: string) {
  return {
    /** The entry of each of these reporters; an empty one of version 0 for whom nothing was folded. */
    async readLedger(keys: string[]): Promise<Map<string, LedgerEntry>> {
      const entries = new Map(
        keys.map((key) => [key, { key, revision: 0, version: 0, cells: new Map() } as LedgerEntry]),
      )
      for (const item of await getAll(client, tables.ledger, keys)) {
        const entry = readEntry(item)
        entries.set(entry.key, entry)
      }
      return entries
    },

    /** Throws a ConflictError when an entry is no longer as it was read. */
    async fold({ entries, delta }: FoldStep, now: Date): Promise<void> {
      const records = Map.groupBy(delta, ([key]) => recordOf(key))
      await transact(client, [
        ...entries.map((entry) => putEntry(tables.ledger, event, entry)),
        ...[...records.values()].map((cells) => addToRecord(tables.stats, event, new Map(cells), now)),
      ])
    },

    /** Removes the records among these that nothing is counted in any more. */
    async dropEmpty(records: string[]): Promise<void> {
      await Promise.all(records.map((record) => dropIfEmpty(client, tables.stats, recordKey(event, `${record}|`))))
    },
  }
}

/** An entry as it lies in the table. */
export function readEntry(item: Record<string, unknown>): LedgerEntry {
  const { pk, cells, texts, bridges = [], ...entry } = StoredEntry.parse(item)
  return { key: pk, ...entry, cells: unpackCells(cells), ...(texts ? { noted: { texts, bridges } } : {}) }
}

/** GUARD ledger: nobody folded this reporter since its entry was read. */
function putEntry(table: string, event: string, { key, cells, noted, ...entry }: LedgerEntry): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: toItem({ pk: key, v: V, event, ...entry, ...noted, cells: packCells(cells) }),
      ...(entry.revision === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'revision = :seen',
            ExpressionAttributeValues: toItem({ ':seen': entry.revision - 1 }),
          }),
    },
  }
}

function addToRecord(table: string, event: string, cells: Contribution, now: Date): TransactWriteItem {
  const [first = ''] = cells.keys()
  const { collection, record } = readCellKey(first)
  const changes = [...cells].flatMap(([key, count]) => counters(readCellKey(key).facet, count))
  const set = { v: V, normVersion: NORM_VERSION, foldedAt: now.toISOString(), ...recordNormal(collection, record) }
  return {
    Update: {
      TableName: table,
      Key: toItem(recordKey(event, first)),
      UpdateExpression:
        `SET ${Object.keys(set)
          .map((name) => `#${name} = :${name}`)
          .join(', ')}` + ` ADD ${changes.map((_, i) => `#${nth(i)} :${nth(i)}`).join(',')}`,
      ExpressionAttributeNames: Object.fromEntries([
        ...Object.keys(set).map((name) => [`#${name}`, name]),
        ...changes.map(([name], i) => [`#${nth(i)}`, name]),
      ]),
      ExpressionAttributeValues: toItem({
        ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
        ...Object.fromEntries(changes.map(([, by], i) => [`:${nth(i)}`, by])),
      }),
    },
  }
}

/** Two signs for each of a thousand changes: an expression holds 4 KB, and so five hundred. */
function nth(i: number): string {
  return (36 + i).toString(36)
}

/** The counters of a facet, as attributes of the record's item: `reports`, or `kind=live.reports`. Those without change are left out. */
function counters(facet: string, count: Count): [string, number][] {
  return Object.entries(count).flatMap(([name, by]) =>
    by === 0 ? [] : [[facet ? `${facet}.${name}` : name, by] as [string, number]],
  )
}

function recordKey(event: string, cellKey: string): { pk: string; sk: string } {
  const { collection, record } = readCellKey(cellKey)
  return { pk: `${event}|${collection}`, sk: record }
}

async function dropIfEmpty(client: DynamoDBClient, table: string, key: object): Promise<void> {
  try {
    await client.send(
      new DeleteItemCommand({
        TableName: table,
        Key: toItem(key),
        // What came as a template is counted by another stage, which may be behind; a script may be one with others.
        ConditionExpression:
          '(attribute_not_exists(reports) OR reports = :none) AND (attribute_not_exists(#templated) OR #templated = :none) AND attribute_not_exists(heldBy) AND attribute_not_exists(pieces)',
        ExpressionAttributeNames: { '#templated': `${TEMPLATED}.reports` },
        ExpressionAttributeValues: toItem({ ':none': 0 }),
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
