import { join } from 'node:path'
import { awsCaller } from './aws-json.ts'
import type { Closing } from './closing.ts'
import { startDynamoDbEngine } from './dynamodb/engine.ts'
import { createTables } from './dynamodb/tables.ts'
import { eraseDeleted, indexStreams, removeExpired, trimStreams } from './dynamodb/upkeep.ts'
import type { HostState } from './host-state.ts'
import { startS3 } from './s3/s3-api.ts'
import { startSecrets } from './secrets.ts'
import { queueSettings } from './sqs/queue-settings.ts'
import { startSqsThread } from './sqs/thread.ts'
import type { Stack } from './template/stack.ts'

/** What the functions call. */
export type Service = Engine | 'lambda' | 'sms-voice'
type Engine = 'dynamodb' | 'sqs' | 'secretsmanager' | 's3'

type Options = {
  stack: Stack
  directory: string
  state: HostState
  closing: Closing
  visibilitySeconds: number | undefined
  onExit: (reason: string) => void
}

export type Engines = {
  endpoints: Record<Engine, string>
  /** The engine's own ARN of each table's stream. */
  streamArns: Map<string, string>
  /** Carries out what has expired and erases what was deleted; `passed` tells how far a table's stream was read. */
  sweep: (now: Date, passed: (table: string) => number) => Promise<void>
}

/** The services behind the functions, each on a port of its own, with what the template wants in them. */
export async function startEngines({ stack, directory, state, closing, ...options }: Options): Promise<Engines> {
  const { region, tables } = stack
  const dynamodb = await startDynamoDbEngine({
    file: join(directory, 'dynamodb.db'),
    stalePid: state.enginePid(),
    onExit: options.onExit,
  })
  closing.add(dynamodb.stop)
  state.setEnginePid(dynamodb.pid)
  const call = awsCaller('dynamodb', dynamodb.url, 'local-host', region)
  const streamArns = await createTables(tables, call)
  const { file } = dynamodb
  if (file) indexStreams(file)

  const queues = queueSettings(stack, options.visibilitySeconds)
  const sqs = await startSqsThread({ directory: join(directory, 'queues'), region, queues }, options.onExit)
  closing.add(sqs.stop)
  const secrets = await startSecrets(stack.secrets, join(directory, 'secrets'))
  closing.add(secrets.stop)
  const s3 = await startS3(
    stack.buckets.map(({ name }) => name),
    join(directory, 'buckets'),
  )
  closing.add(s3.stop)
  return {
    endpoints: { dynamodb: dynamodb.url, sqs: sqs.url, secretsmanager: secrets.url, s3: s3.url },
    streamArns,
    sweep: async (now, passed) => {
      await removeExpired(tables, now, call)
      if (file) {
        trimStreams(file, now, passed)
        eraseDeleted(file)
      }
      await sqs.sweep(now)
    },
  }
}
