import type { AddressInfo } from 'node:net'
import { ACCOUNT } from '../template/identities.ts'
import { groupCommits } from './group-commit.ts'
import { sqsInternals, type Persistence, type SqsQueue } from './internals.ts'

/** One queue as the engine is to hold it; `isConsumed` when the host itself reads it for a function. */
export type QueueSettings = { name: string; arn: string; attributes: Record<string, string>; isConsumed: boolean }
export type SqsEngine = { url: string; sweep: (now: Date) => Promise<void>; stop: () => Promise<void> }

export async function startSqsEngine(directory: string, region: string, queues: QueueSettings[]): Promise<SqsEngine> {
  const { SqsStore, SnsStore, S3Store, PersistenceManager, buildApp, INVALID_MESSAGE_BODY_CHAR } = await sqsInternals()
  // It refuses every character outside the basic plane, emoji for one; SQS takes them.
  INVALID_MESSAGE_BODY_CHAR.compile('[^\\t\\n\\r\\u{20}-\\u{D7FF}\\u{E000}-\\u{FFFD}\\u{10000}-\\u{10FFFF}]', 'u')

  const persistence = new PersistenceManager(directory)
  persistence.db.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY')
  cureMessageReady(persistence)
  const commits = groupCommits(persistence)
  const sqsStore = new SqsStore()
  const snsStore = new SnsStore()
  sqsStore.region = region
  persistence.loadSqsAndSns(sqsStore, snsStore)
  // Only after loading: replacing a row while loading would delete the messages that hang on it.
  sqsStore.persistence = persistence

  for (const { name, arn, attributes, isConsumed } of queues) {
    const found = sqsStore.getQueueByName(name)
    if (found) found.persistence = persistence
    found?.setAttributes(attributes)
    // Clients find a queue by the end of its URL; where the host listens changes with every start.
    const queue = found ?? sqsStore.createQueue(name, `http://127.0.0.1/${ACCOUNT}/${name}`, arn, attributes)
    if (isConsumed) releaseInFlight(queue)
  }

  const app = buildApp({ logger: false, stores: { sqsStore, snsStore, s3Store: new S3Store() } })
  app.addHook('onSend', commits.settled)
  app.addHook('preClose', async () => {
    commits.flush()
    persistence.close()
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sweep: async (now) => {
      commits.flush()
      for (const queue of sqsStore.allQueues()) removeExpired(queue, now)
      persistence.db.exec('VACUUM')
      persistence.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    stop: async () => await app.close(),
  }
}

/** ChangeMessageVisibility(0) clears a column that must not be null, fails, and the message never comes back. */
function cureMessageReady(persistence: Persistence): void {
  const ready = persistence.db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  )
  persistence.updateMessageReady = (messageId) => void ready.run(String(messageId))
}

/** Nobody works any more on what was in flight when the host ended: it is seen again at once, the receive counted. */
function releaseInFlight(queue: SqsQueue): void {
  for (const entry of queue.inflightMessages.values()) entry.visibilityDeadline = 0
}

/** The retention period: recorded by the engine, carried out here. */
function removeExpired(queue: SqsQueue, now: Date): void {
  const oldest = now.getTime() - Number(queue.attributes['MessageRetentionPeriod']) * 1000
  const isExpired = ({ sentTimestamp }: { sentTimestamp: number }) => sentTimestamp < oldest
  for (const [handle, { message }] of queue.inflightMessages)
    if (isExpired(message)) queue.inflightMessages.delete(handle)
  queue.messages = queue.messages.filter((message) => !isExpired(message))
  queue.delayedMessages = queue.delayedMessages.filter((message) => !isExpired(message))
  queue.persistence.db
    .prepare('DELETE FROM sqs_messages WHERE queue_name = ? AND sent_timestamp < ?')
    .run(queue.name, oldest)
}
