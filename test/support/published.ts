import type { SNSEvent, SNSMessage } from 'aws-lambda'

export const TOPIC_ARN = 'arn:aws:sns:ca-central-1:000000000000:SmsTopic'

const TEXT = {
  originationNumber: '+15195550123',
  destinationNumber: '+15195550100',
  messageKeyword: 'KEYWORD_000000000000',
  messageBody: 'Got a call from 450 555 0146',
  inboundMessageId: '00000000-0000-4000-8000-000000000001',
  previousPublishedMessageId: '00000000-0000-4000-8000-000000000000',
}

/** The event by which SNS calls a function with what AWS End User Messaging published: a text, or with `Message` anything. */
export function published(more: Partial<typeof TEXT> & Partial<SNSMessage> = {}): SNSEvent {
  const { TopicArn = TOPIC_ARN, Timestamp = '2026-05-02T14:03:00.000Z', Message, ...text } = more
  const Sns = {
    Type: 'Notification',
    MessageId: '00000000-0000-4000-8000-00000000000a',
    TopicArn,
    Message: Message ?? JSON.stringify({ ...TEXT, ...text }),
    Timestamp,
    SignatureVersion: '1',
    Signature: '',
    SigningCertUrl: '',
    UnsubscribeUrl: '',
    MessageAttributes: {},
  } as SNSMessage
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: `${TopicArn}:1`, Sns }] }
}
