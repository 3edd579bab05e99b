import type { DynamoDBRecord } from 'aws-lambda'
import { setTimeout as pause } from 'node:timers/promises'
import { readBatchAnswer } from './batch-answer.ts'
import type { Outcome } from './function-environment.ts'
import type { MappingSettings } from '../template/properties.ts'

export type StreamBatch = { shardId: string; records: DynamoDBRecord[] }

type Run = {
  settings: MappingSettings
  invoke: (event: object) => Promise<Outcome>
  /** Called once everything up to and including this number is done or given up; durable when it returns. */
  advance: (sequenceNumber: string) => void
  giveUp: (batch: StreamBatch, condition: string, invokeCount: number) => Promise<void>
  longestPause: number
  signal: AbortSignal
}

const FIRST_PAUSE = 100

/**
 * Takes one batch through its function in order: retried with growing pauses, cut at the first failed record, halved when that
 * is set, given up when the template says so. Returns early, with the checkpoint where it is, when the host stops.
 */
export async function foldBatch(batch: StreamBatch, run: Run): Promise<void> {
  const { settings, invoke, advance, giveUp, longestPause, signal } = run
  const isReported = settings.FunctionResponseTypes.includes('ReportBatchItemFailures')
  let { records } = batch
  for (let attempt = 0; !signal.aborted; attempt++) {
    const expired = records.filter((record) => isTooOld(record, settings.MaximumRecordAgeInSeconds))
    if (expired.length > 0) {
      await giveUp({ ...batch, records: expired }, 'RecordAgeExceeded', attempt)
      advance(sequenceNumber(expired.at(-1)))
      records = records.slice(expired.length)
      if (records.length === 0) return
    }
    const outcome = await invoke({ Records: records })
    const result = readBatchAnswer(outcome, records.map(sequenceNumber), isReported)
    if (result === 'success') return advance(sequenceNumber(records.at(-1)))

    const failedAt = result === 'failure' ? 0 : records.findIndex((record) => result.failed.has(sequenceNumber(record)))
    if (failedAt > 0) {
      // What came before the first failed record is done; splitting there does not count as a retry.
      advance(sequenceNumber(records[failedAt - 1]))
      records = records.slice(failedAt)
      attempt = -1
      continue
    }
    if (settings.BisectBatchOnFunctionError && records.length > 1) {
      const middle = Math.ceil(records.length / 2)
      await foldBatch({ ...batch, records: records.slice(0, middle) }, run)
      return await foldBatch({ ...batch, records: records.slice(middle) }, run)
    }
    if (settings.MaximumRetryAttempts >= 0 && attempt >= settings.MaximumRetryAttempts) {
      await giveUp({ ...batch, records }, 'RetryAttemptsExhausted', attempt + 1)
      return advance(sequenceNumber(records.at(-1)))
    }
    const millis = Math.min(longestPause, FIRST_PAUSE * 2 ** Math.min(attempt, 20))
    await pause(millis, undefined, { signal }).catch(() => {})
  }
}

function sequenceNumber(record: DynamoDBRecord | undefined): string {
  return record?.dynamodb?.SequenceNumber ?? ''
}

function isTooOld(record: DynamoDBRecord, seconds: number): boolean {
  const born = record.dynamodb?.ApproximateCreationDateTime
  return seconds >= 0 && born !== undefined && Date.now() / 1000 - born > seconds
}
