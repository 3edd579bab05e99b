import { createHash, randomUUID } from 'node:crypto'
import type { PortCall } from './port-call.ts'

export type ServiceAnswer = { status: number; headers?: Record<string, string>; body: string }

/** What a service answers that has too much to do; nothing was done. */
export function throttled({ service, operation, body }: PortCall): ServiceAnswer {
  if (operation === 'TransactWriteItems') return cancelled(body, 'ThrottlingError')
  if (service === 'sqs') return refusal('com.amazonaws.sqs#RequestThrottled')
  if (service === 's3') return { status: 503, body: '<Error><Code>SlowDown</Code><Message>injected</Message></Error>' }
  if (service === 'lambda') return { ...refusal('TooManyRequestsException'), status: 429 }
  if (service === 'secretsmanager' || service === 'sms-voice') return refusal('ThrottlingException')
  return refusal('com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException')
}

/** What a service answers that is broken; nothing was done. */
export const unavailable: ServiceAnswer = { status: 503, body: '{"__type":"ServiceUnavailable","message":"injected"}' }

/** Another transaction held one of the items. */
export function contended({ body }: PortCall): ServiceAnswer {
  return cancelled(body, 'TransactionConflict')
}

function cancelled(body: string, Code: string): ServiceAnswer {
  const { TransactItems } = JSON.parse(body) as { TransactItems: unknown[] }
  const CancellationReasons = TransactItems.map((_, i) => (i === 0 ? { Code, Message: 'injected' } : { Code: 'None' }))
  return refusal('com.amazonaws.dynamodb.v20120810#TransactionCanceledException', { CancellationReasons })
}

function refusal(type: string, facts: object = {}): ServiceAnswer {
  return { status: 400, body: JSON.stringify({ __type: type, message: 'injected', Message: 'injected', ...facts }) }
}

/** What a queue answers that has taken a message. */
export function queuedAnswer({ body }: PortCall): ServiceAnswer {
  const MD5OfMessageBody = createHash('md5').update(messageBodyOf(body)).digest('hex')
  return { status: 200, body: JSON.stringify({ MessageId: randomUUID(), MD5OfMessageBody }) }
}

export function messageBodyOf(sendMessage: string): string {
  return (JSON.parse(sendMessage) as { MessageBody: string }).MessageBody
}

type BatchGet = { RequestItems: Record<string, { Keys: unknown[] }> }

/** A BatchGetItem of which only half of the keys are asked, and what is then said to be unprocessed. */
export function halved(body: string): { asked: string | undefined; unprocessed: BatchGet['RequestItems'] } {
  const { RequestItems, ...rest } = JSON.parse(body) as BatchGet
  const part = (from: (count: number) => number, to: (count: number) => number) =>
    Object.fromEntries(
      Object.entries(RequestItems)
        .map(([table, { Keys, ...settings }]) => {
          return [table, { ...settings, Keys: Keys.slice(from(Keys.length), to(Keys.length)) }] as const
        })
        .filter(([, { Keys }]) => Keys.length > 0),
    )
  const half = (count: number) => Math.floor(count / 2)
  const asked = part(() => 0, half)
  const isEmpty = Object.keys(asked).length === 0
  return {
    asked: isEmpty ? undefined : JSON.stringify({ ...rest, RequestItems: asked }),
    unprocessed: part(half, (count) => count),
  }
}
