import type { Server } from 'node:http'
import type { DatabaseSync } from 'node:sqlite'

/**
 * The parts of fauxqs that its public API does not reach. Its `startFauxqs` listens on every interface of the machine,
 * so the host puts store and persistence together itself. The version is pinned, and a test holds each cure below.
 */
type Write = (...given: unknown[]) => void
export type Persistence = {
  db: DatabaseSync
  loadSqsAndSns: (sqs: SqsStore, sns: object) => void
  transaction: (work: () => void) => void
  insertMessage: Write
  deleteMessage: Write
  updateMessageInflight: Write
  updateMessageReady: Write
  updateQueueAttributes: Write
  close: () => void
}
export type Message = { messageId: string; sentTimestamp: number; approximateReceiveCount: number }
export type SqsQueue = {
  name: string
  persistence: Persistence
  attributes: Record<string, string>
  messages: Message[]
  delayedMessages: Message[]
  inflightMessages: Map<string, { message: Message; visibilityDeadline: number }>
  setAttributes: (attributes: Record<string, string>) => void
}
export type SqsStore = {
  region: string
  persistence: Persistence
  allQueues: () => Iterable<SqsQueue>
  getQueueByName: (name: string) => SqsQueue | undefined
  createQueue: (name: string, url: string, arn: string, attributes: Record<string, string>) => SqsQueue
}

type App = {
  server: Server
  addHook: (name: 'preClose' | 'onSend', work: () => Promise<void>) => unknown
  listen: (where: { host: string; port: number }) => Promise<string>
  close: () => Promise<void>
}

type Internals = {
  SqsStore: new () => SqsStore
  SnsStore: new () => object
  S3Store: new () => object
  PersistenceManager: new (directory: string) => Persistence
  INVALID_MESSAGE_BODY_CHAR: RegExp
  buildApp: (options: { logger: boolean; stores: { sqsStore: SqsStore; snsStore: object; s3Store: object } }) => App
}

export async function sqsInternals(): Promise<Internals> {
  const entry = import.meta.resolve('fauxqs')
  const files = [
    './app.js',
    './persistence.js',
    './sqs/sqsStore.js',
    './sqs/sqsTypes.js',
    './sns/snsStore.js',
    './s3/s3Store.js',
  ]
  const modules: object[] = await Promise.all(files.map((file) => import(new URL(file, entry).href)))
  return Object.assign({}, ...modules) as Internals
}
