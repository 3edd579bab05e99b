import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context, SNSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { answerProblems } from '../adapters/answer-problems.ts'
import { dialogueStore } from '../adapters/dialogue-store.ts'
import { readEnv } from '../adapters/env.ts'
import { gatewayTokens } from '../adapters/gateway-tokens.ts'
import type { HttpAnswer } from '../adapters/http-answer.ts'
import { type InboundText, isTopicEvent, readTopicTexts, readTwilioText } from '../adapters/inbound-sms.ts'
import { eventKeys } from '../adapters/keys.ts'
import { log } from '../adapters/log.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { openLineClient } from '../adapters/open-line-client.ts'
import { quiet } from '../adapters/quiet.ts'
import { reportQueue } from '../adapters/report-queue.ts'
import { textSender } from '../adapters/text-sender.ts'
import { twiml } from '../adapters/twiml.ts'
import { RejectedError } from '../domain/rejected.ts'
import { answerText, receiveText } from './receive-text.ts'

const env = readEnv({
  REPORT_QUEUE_URL: z.url(),
  DIALOGUE_TABLE: z.string(),
  SECRET_ARN: z.string(),
  SMS_SECRET_ARN: z.string(),
  SMS_TOPIC_ARN: z.string(),
  OPEN_LINE_FUNCTION: z.string(),
  PUBLIC_URL: z.string(),
  EVENT: z.string(),
})
const secrets = new SecretsManagerClient({})
const readKeys = eventKeys(secrets, { secret: env.SECRET_ARN, event: env.EVENT })
const readTokens = gatewayTokens(secrets, env.SMS_SECRET_ARN)
const client = quiet(new DynamoDBClient({}))
const ports = {
  event: env.EVENT,
  dialogues: dialogueStore(client, env.DIALOGUE_TABLE),
  queue: reportQueue(quiet(new SQSClient({})), env.REPORT_QUEUE_URL),
  openLine: openLineClient(quiet(new LambdaClient({})), env.OPEN_LINE_FUNCTION),
  writer: textSender(quiet(new PinpointSMSVoiceV2Client({}))),
  now: () => new Date(),
}

/** Twilio asks, and writes what it is answered. */
const answerWebhook = middy(async (event: APIGatewayProxyEventV2): Promise<HttpAnswer> => {
  const text = readTwilioText(event, { tokensOf: await readTokens(), publicUrl: env.PUBLIC_URL })
  return twiml(await receiveText(text, { ...ports, keys: await readKeys() }))
})
  .use(logRequests())
  .use(answerProblems())

/** AWS End User Messaging only tells; what is answered is ours to send. What fails comes again, and ends with the dead letters. */
async function answerTopic(event: SNSEvent): Promise<void> {
  for (const text of textsOf(event)) await answerText(text, { ...ports, keys: await readKeys() })
}

// What another topic says is not kept either: thrown, it would lie with the dead letters.
function textsOf(event: SNSEvent): InboundText[] {
  try {
    return readTopicTexts(event, env.SMS_TOPIC_ARN)
  } catch (error) {
    if (!(error instanceof RejectedError)) throw error
    log({ message: 'not from our topic', problem: error.problem })
    return []
  }
}

export const handler = async (event: APIGatewayProxyEventV2 | SNSEvent, context: Context) =>
  isTopicEvent(event) ? await answerTopic(event) : await answerWebhook(event, context)
