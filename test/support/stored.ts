import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Host } from '../../infra/local/host.ts'

const CREDENTIALS = { region: 'local', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }

/** How many items each table holds and how many messages each queue, by the name of the stack's output. */
export async function stored({ outputs, endpoints }: Host): Promise<Record<string, number>> {
  const dynamodb = new DynamoDBClient({ ...CREDENTIALS, endpoint: endpoints.dynamodb })
  const sqs = new SQSClient({ ...CREDENTIALS, endpoint: endpoints.sqs })
  const amounts: Record<string, number> = {}
  for (const [name, value] of Object.entries(outputs)) {
    if (name.endsWith('Table')) {
      const { Count = 0 } = await dynamodb.send(new ScanCommand({ TableName: value, ConsistentRead: true }))
      amounts[name] = Count
    } else if (/(Queue|DeadLetter)Url$/.test(name)) amounts[name] = await messagesIn(sqs, value)
  }
  dynamodb.destroy()
  sqs.destroy()
  return amounts
}

/** The names of the tables and queues that hold anything. */
export async function storing(host: Host): Promise<string[]> {
  return Object.entries(await stored(host)).flatMap(([name, amount]) => (amount > 0 ? [name] : []))
}

async function messagesIn(sqs: SQSClient, url: string): Promise<number> {
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }))
  const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: taken } = Attributes
  return Number(visible) + Number(taken)
}
