import { DatabaseSync } from 'node:sqlite'
import type { AwsCall } from '../aws-json.ts'
import type { Table } from '../template/stack.ts'

const DAY = 24 * 60 * 60 * 1000

/** Without it every write scans the whole stream log: writes fall from 1,000 to 95 a second after 20,000 records. */
export function indexStreams(file: string): void {
  using database = open(file)
  database.exec('CREATE INDEX IF NOT EXISTS ix_stream ON _stream_records(table_name, CAST(sequence_number AS INTEGER))')
}

/**
 * Removes stream records older than 24 hours that every reader has passed; a machine that slept for a weekend loses none.
 * A table's newest row stays, because an empty log restarts its numbering, but what it held goes.
 */
export function trimStreams(file: string, now: Date, passed: (table: string) => number): void {
  using database = open(file)
  const before = Math.floor((now.getTime() - DAY) / 1000)
  const newest = database.prepare(
    'SELECT table_name AS name, MAX(CAST(sequence_number AS INTEGER)) AS last FROM _stream_records GROUP BY table_name',
  )
  const trim = database.prepare(
    'DELETE FROM _stream_records WHERE table_name = ? AND created_at < ? AND CAST(sequence_number AS INTEGER) <= ?',
  )
  const blank = database.prepare(
    "UPDATE _stream_records SET keys_json = '{}', new_image = NULL, old_image = NULL " +
      'WHERE table_name = ? AND created_at < ? AND CAST(sequence_number AS INTEGER) = ?',
  )
  for (const { name, last } of newest.all()) {
    const limit = Math.min(passed(String(name)), Number(last))
    trim.run(String(name), before, Math.min(limit, Number(last) - 1))
    if (limit === Number(last)) blank.run(String(name), before, Number(last))
  }
}

/** Leaves no deleted byte in free pages or in the write-ahead log. Works while the engine runs. */
export function eraseDeleted(file: string): void {
  using database = open(file)
  // Without this SQLite copies the database through a file in the machine's temporary folder.
  database.exec('PRAGMA temp_store = MEMORY')
  database.exec('VACUUM')
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}

function open(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: 5_000 })
}

/** Time to live: recorded by the engine, carried out here. Through the API, so that streams see the removals. */
export async function removeExpired(tables: Table[], now: Date, dynamodb: AwsCall): Promise<void> {
  const second = String(Math.floor(now.getTime() / 1000))
  for (const { name, KeySchema, TimeToLiveSpecification } of tables) {
    if (!TimeToLiveSpecification?.Enabled) continue
    const keys = KeySchema.map(({ AttributeName }) => AttributeName)
    const expired = {
      ExpressionAttributeNames: { '#ttl': TimeToLiveSpecification.AttributeName },
      ExpressionAttributeValues: { ':now': { N: second }, ':number': { S: 'N' } },
    }
    const condition = 'attribute_type(#ttl, :number) AND #ttl <= :now'
    let ExclusiveStartKey: object | undefined
    do {
      const page = await dynamodb<{ Items: Record<string, unknown>[]; LastEvaluatedKey?: object }>('Scan', {
        TableName: name,
        FilterExpression: condition,
        ExclusiveStartKey,
        ...expired,
      })
      for (const item of page.Items) {
        const Key = Object.fromEntries(keys.map((key) => [key, item[key]]))
        const removal = { TableName: name, Key, ConditionExpression: condition, ...expired }
        // Renewed since the scan: the condition fails, and the item stays.
        await dynamodb('DeleteItem', removal).catch(ignoreConditionFailure)
      }
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
  }
}

function ignoreConditionFailure(error: unknown): void {
  if (!(error instanceof Error) || !error.message.includes('ConditionalCheckFailed')) throw error
}
