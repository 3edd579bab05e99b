import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod/mini'
import { countRecords } from '../adapters/count-records.ts'
import { readCubeCounts } from '../adapters/cube-counts.ts'
import { editionStore } from '../adapters/edition-store.ts'
import { readEnv } from '../adapters/env.ts'
import { eventKeys, keyed } from '../adapters/keys.ts'
import { log } from '../adapters/log.ts'
import { mergePause } from '../adapters/merge-pause.ts'
import { objectStore } from '../adapters/object-store.ts'
import { quiet } from '../adapters/quiet.ts'
import { publishDataset, type Published } from './publish-dataset.ts'
import { PublishRequest } from './publish-request.ts'

const env = readEnv({
  STATS_TABLE: z.string(),
  DRAFT_BUCKET: z.string(),
  EDITION_BUCKET: z.string(),
  SECRET_ARN: z.string(),
  EVENT: z.string(),
  INVENTED: z.enum(['true', 'false']),
  EDITIONS_URL: z.string(),
  REVIEW_HOURS: z.string(),
})
const readKeys = eventKeys(new SecretsManagerClient({}), { secret: env.SECRET_ARN, event: env.EVENT })
const client = quiet(new DynamoDBClient({}))
const records = countRecords(client, env.STATS_TABLE, env.EVENT, { isConsistent: true })
const pause = mergePause(client, env.STATS_TABLE, env.EVENT)
const s3 = quiet(new S3Client({}))
const buckets = { drafts: objectStore(s3, env.DRAFT_BUCKET), editions: objectStore(s3, env.EDITION_BUCKET) }
const ports = {
  readCounts: async () => await readCubeCounts({ records, pause }),
  editions: editionStore(buckets, env.EVENT),
  readKeyed: async () => {
    const { editions } = await readKeys()
    return (...parts: string[]) => keyed(editions, ...parts)
  },
  now: () => new Date(),
  reviewMillis: Number(env.REVIEW_HOURS) * 3_600_000,
  about: { event: env.EVENT, isInvented: env.INVENTED === 'true', baseUrl: env.EDITIONS_URL || undefined },
}

/** Called by the schedule, and by an operator who has a draft written, approved or thrown away. */
export async function handler(event: unknown): Promise<Published> {
  const published = await publishDataset(PublishRequest.parse(event), ports)
  const { outcome, latest, released, draft } = published
  log({ message: 'editions', outcome, latest, released, draft: draft?.edition })
  return published
}
