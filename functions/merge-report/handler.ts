import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { complaintStore } from '../adapters/complaint-store.ts'
import { readEnv } from '../adapters/env.ts'
import { mergePause } from '../adapters/merge-pause.ts'
import { quiet } from '../adapters/quiet.ts'
import { mergeBatch } from './merge-batch.ts'

const names = { COMPLAINT_TABLE: z.string(), WORD_TABLE: z.string(), STATS_TABLE: z.string(), EVENT: z.string() }
const env = readEnv(names)
const client = quiet(new DynamoDBClient({}))
const pause = mergePause(client, env.STATS_TABLE, env.EVENT)
const store = complaintStore(client, { complaints: env.COMPLAINT_TABLE, words: env.WORD_TABLE })

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const messages = event.Records.map(({ messageId, body }) => ({ messageId, body }))
  const failed = await mergeBatch(messages, { store, pause, event: env.EVENT })
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
