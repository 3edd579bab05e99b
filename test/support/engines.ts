import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QueuedMessage } from '../../functions/domain/message.ts'
import { SCRIPT_SECRET } from './script-ids.ts'
import { startSecrets } from '../../infra/local/secrets.ts'
import { startSqsEngine } from '../../infra/local/sqs/engine.ts'
import { startTables } from './tables.ts'

const SECRET_ARN = 'arn:aws:secretsmanager:local:000000000000:secret:event'
const SCRIPT_SECRET_ARN = 'arn:aws:secretsmanager:local:000000000000:secret:scripts'
export const SECRET = JSON.stringify({ receiptVersion: 1, master: 'k'.repeat(64) })
const SECRETS = [
  { logicalId: 'event', arn: SECRET_ARN, name: 'event', SecretString: SECRET },
  { logicalId: 'scripts', arn: SCRIPT_SECRET_ARN, name: 'scripts', SecretString: SCRIPT_SECRET },
]
export const EVENT = 'ca-ge-test'

/** The real engines that the door stands on: guards, queue and secret, on free ports and in a folder that goes with them. */
export async function startEngines() {
  const directory = mkdtempSync(join(tmpdir(), 'callwitness-'))
  const queue = { name: 'reports', arn: 'arn:aws:sqs:local:000000000000:reports', attributes: {}, isConsumed: false }
  const [tables, sqs, secrets] = await Promise.all([
    startTables(),
    startSqsEngine(directory, 'local', [queue]),
    startSecrets(SECRETS, directory),
  ])
  const { protocol, hostname, port } = await tables.client.config.endpoint!()
  const client = new SQSClient({ endpoint: sqs.url, region: 'local', credentials: tables.client.config.credentials })
  const queueUrl = `${sqs.url}/000000000000/reports`
  return {
    tables,
    queue: { client, url: queueUrl },
    /** What a function finds in its environment. */
    env: {
      REPORT_QUEUE_URL: queueUrl,
      GUARD_TABLE: 'guards',
      DIALOGUE_TABLE: 'dialogues',
      SECRET_ARN,
      SCRIPT_SECRET_ARN,
      EVENT,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'receive-report',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${port}`,
      AWS_ENDPOINT_URL_SQS: sqs.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    },
    /** Takes all messages out of the queue; answers the changes of reports, or all that there was. */
    drain: async () => (await drain(client, queueUrl)).filter((message) => message.type !== 'line.erased'),
    drainAll: async () => await drain(client, queueUrl),
    async stop() {
      client.destroy()
      await Promise.all([tables.stop(), sqs.stop(), secrets.stop()])
      rmSync(directory, { recursive: true })
    },
  }
}
export type Engines = Awaited<ReturnType<typeof startEngines>>

async function drain(client: SQSClient, QueueUrl: string): Promise<QueuedMessage[]> {
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
  if (Messages.length === 0) return []
  const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }))
  await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
  const taken = Messages.map(({ Body }) => QueuedMessage.parse(JSON.parse(Body!)))
  return [...taken, ...(await drain(client, QueueUrl))]
}
