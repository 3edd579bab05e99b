import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { complaintStore } from '../adapters/complaint-store.ts'
import { countStore } from '../adapters/count-store.ts'
import { readEnv } from '../adapters/env.ts'
import { log } from '../adapters/log.ts'
import { quiet } from '../adapters/quiet.ts'
import { readChangedReporters } from '../adapters/reporter-stream.ts'
import { scriptCounts } from '../adapters/script-counts.ts'
import { readQuotedNumbers, readScriptIds } from '../adapters/script-ids.ts'
import { scriptStore } from '../adapters/script-store.ts'
import { groupVersions } from './group-versions.ts'

const env = readEnv({
  COMPLAINT_TABLE: z.string(),
  SCRIPT_TABLE: z.string(),
  STATS_TABLE: z.string(),
  QUOTED_NUMBERS: z.string(),
  SCRIPT_SECRET_ARN: z.string(),
  EVENT: z.string(),
})
const client = quiet(new DynamoDBClient({}))
const ports = {
  scripts: scriptStore(client, env.SCRIPT_TABLE, env.EVENT),
  counts: countStore(client, { ledger: env.SCRIPT_TABLE, stats: env.STATS_TABLE }, env.EVENT),
  scriptCounts: scriptCounts(client, env.STATS_TABLE, env.EVENT),
  complaints: complaintStore(client, { complaints: env.COMPLAINT_TABLE, words: '' }),
  now: () => new Date(),
}
const quoted = readQuotedNumbers(env.QUOTED_NUMBERS)
const readIds = readScriptIds(new SecretsManagerClient({}), env.SCRIPT_SECRET_ARN)

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { reporters, superseded, unreadable } = readChangedReporters(event.Records)
  await groupVersions(reporters, superseded, { ...ports, grouping: { quoted, idOf: await readIds() } })
  log({ message: 'reporters grouped', reporters: reporters.length, unreadable: unreadable.length })
  return { batchItemFailures: unreadable.map((itemIdentifier) => ({ itemIdentifier })) }
}
