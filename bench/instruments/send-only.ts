import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** The floor of receive-report: what is posted goes to the queue as it is; with a key, a conditional put comes first. */
const { REPORT_QUEUE_URL, GUARD_TABLE } = process.env
const queue = new SQSClient({})
const tables = new DynamoDBClient({})

export async function handler({ headers, body }: APIGatewayProxyEventV2): Promise<{ statusCode: number }> {
  const key = headers['idempotency-key']
  if (key) {
    const Item = { pk: { S: key } }
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' }
    await tables.send(new PutItemCommand({ TableName: GUARD_TABLE, Item, ...condition }))
  }
  await queue.send(new SendMessageCommand({ QueueUrl: REPORT_QUEUE_URL, MessageBody: body }))
  return { statusCode: 202 }
}
