import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { countStore } from '../adapters/count-store.ts'
import { readEnv } from '../adapters/env.ts'
import { log } from '../adapters/log.ts'
import { quiet } from '../adapters/quiet.ts'
import { readChangedReporters } from '../adapters/reporter-stream.ts'
import { tallyComplaints } from './tally-complaints.ts'

const env = readEnv({ LEDGER_TABLE: z.string(), STATS_TABLE: z.string(), EVENT: z.string() })
const counts = countStore(
  quiet(new DynamoDBClient({})),
  { ledger: env.LEDGER_TABLE, stats: env.STATS_TABLE },
  env.EVENT,
)

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { reporters, unreadable } = readChangedReporters(event.Records)
  await tallyComplaints(reporters, { counts, now: () => new Date() })
  log({ message: 'reporters folded', reporters: reporters.length, unreadable: unreadable.length })
  return { batchItemFailures: unreadable.map((itemIdentifier) => ({ itemIdentifier })) }
}
