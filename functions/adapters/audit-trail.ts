import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { ClientProblem } from '../domain/problems.ts'
import { UnavailableError } from '../domain/rejected.ts'
import { toItem } from './dynamodb.ts'

/** One request for exact counts: who asked what for which purpose, when, what came of it, and how many rows that is. */
export type AuditEntry = {
  requestId: string
  at: string
  who: { sub: string; name: string | null }
  query: { table: string; parameters: Record<string, string | undefined> }
  purpose: string
  outcome: 'answered' | ClientProblem
  rows: number
}

export type AuditTrail = ReturnType<typeof auditTrail>

/** Writes the trail, and cannot read it. */
export function auditTrail(client: DynamoDBClient, table: string, event: string) {
  return {
    /** Throws an UnavailableError unless the entry is kept, as a new one: no answer may leave then. */
    async put(entry: AuditEntry): Promise<void> {
      const put = new PutItemCommand({
        TableName: table,
        Item: toItem({ pk: `${event}|${entry.requestId}`, ...entry, query: withoutAbsent(entry.query) }),
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      await client.send(put).catch((error: unknown) => {
        throw new UnavailableError('the trail cannot be written', { cause: error })
      })
    },
  }
}

function withoutAbsent({ table, parameters }: AuditEntry['query']): object {
  return {
    table,
    parameters: Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)),
  }
}
