import type { SQSRecord, SQSRecordAttributes } from 'aws-lambda'
import type { AwsCall } from '../aws-json.ts'
import { readBatchAnswer } from './batch-answer.ts'
import type { Outcome } from './function-environment.ts'
import type { MappingSettings } from '../template/properties.ts'

/** A running event source mapping. `isDrained` tells whether nothing waits, is in flight or delayed. */
export type RunningMapping = { isDrained: () => Promise<boolean>; stop: () => Promise<void> }

type Source = { arn: string; url: string; region: string }
type Message = {
  MessageId: string
  ReceiptHandle: string
  MD5OfBody: string
  MD5OfMessageAttributes?: string
  Body: string
  Attributes: SQSRecordAttributes
  MessageAttributes?: Record<string, { DataType: string; StringValue?: string; BinaryValue?: string }>
}

/** As many invocations at once as Lambda would start with, when the mapping does not bound them. */
const CONCURRENCY = 5
/** Lambda's own pollers wait for up to 20 seconds; so do these. */
const WAIT_SECONDS = 20
const PAUSE_AFTER_ERROR = 500

type Ports = {
  source: Source
  sqs: AwsCall
  invoke: (event: object) => Promise<Outcome>
  environments: number
}

export function runQueueMapping(
  settings: MappingSettings,
  { source, sqs, invoke, environments }: Ports,
): RunningMapping {
  const { BatchSize = 10, MaximumBatchingWindowInSeconds: windowSeconds, ScalingConfig } = settings
  const isReported = settings.FunctionResponseTypes.includes('ReportBatchItemFailures')
  // No more than can run at once: what waited for an environment would use up its visibility.
  const most = Math.min(ScalingConfig?.MaximumConcurrency ?? CONCURRENCY, environments)
  const running = new Set<Promise<void>>()
  let isStopped = false

  const receive = async (count: number, waitSeconds: number): Promise<Message[]> => {
    const { Messages = [] } = await sqs<{ Messages?: Message[] }>('ReceiveMessage', {
      QueueUrl: source.url,
      MaxNumberOfMessages: Math.min(10, count),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    })
    return Messages
  }

  /** Up to BatchSize messages; after the first, waits no longer than the batching window for more. */
  const collect = async (): Promise<Message[]> => {
    const batch = await receive(BatchSize, WAIT_SECONDS)
    const until = Date.now() + windowSeconds * 1000
    while (batch.length > 0 && batch.length < BatchSize && !isStopped && Date.now() < until) {
      // Whole seconds are what a receive can wait for; a shorter rest is looked at without waiting.
      const more = await receive(BatchSize - batch.length, Math.floor((until - Date.now()) / 1000))
      if (more.length === 0) await new Promise((done) => setTimeout(done, 50))
      batch.push(...more)
    }
    return batch
  }

  const process = async (batch: Message[]): Promise<void> => {
    const outcome = await invoke({ Records: batch.map((message) => toRecord(message, source)) })
    const identifiers = batch.map(({ MessageId }) => MessageId)
    const result = readBatchAnswer(outcome, identifiers, isReported)
    // What failed stays in flight until its visibility timeout, as on AWS; then the redrive policy counts.
    if (result === 'failure') return
    const done = batch.filter(({ MessageId }) => result === 'success' || !result.failed.has(MessageId))
    for (let i = 0; i < done.length; i += 10) {
      const Entries = done.slice(i, i + 10).map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }))
      await sqs('DeleteMessageBatch', { QueueUrl: source.url, Entries })
    }
  }

  const loop = async (): Promise<void> => {
    while (!isStopped) {
      try {
        const batch = await collect()
        // A receive that ended with the host: nobody works on it, and the next host sees it again at once.
        if (batch.length === 0 || isStopped) continue
        // Lost on the way (an engine that stops, a fault): the messages come back after their visibility timeout.
        const work: Promise<void> = process(batch)
          .catch(() => {})
          .finally(() => running.delete(work))
        running.add(work)
        if (running.size >= most) await Promise.race(running)
      } catch {
        if (!isStopped) await new Promise((done) => setTimeout(done, PAUSE_AFTER_ERROR))
      }
    }
  }
  void loop()

  return {
    isDrained: async () => {
      const names = ['', 'NotVisible', 'Delayed'].map((state) => `ApproximateNumberOfMessages${state}`)
      const { Attributes } = await sqs<{ Attributes: Record<string, string> }>('GetQueueAttributes', {
        QueueUrl: source.url,
        AttributeNames: names,
      })
      return running.size === 0 && names.every((name) => Number(Attributes[name]) === 0)
    },
    /** A receive that still waits ends with the engine: it holds nothing. */
    stop: async () => {
      isStopped = true
      await Promise.all(running)
    },
  }
}

function toRecord(message: Message, { arn, region }: Source): SQSRecord {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    {
      ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
      ...(value.BinaryValue === undefined ? {} : { binaryValue: value.BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
      dataType: value.DataType,
    },
  ])
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    ...(message.MD5OfMessageAttributes && { md5OfMessageAttributes: message.MD5OfMessageAttributes }),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: region,
  } as SQSRecord
}
