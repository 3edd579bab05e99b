import { randomUUID } from 'node:crypto'
import type { StreamBatch } from './stream-batch.ts'

/** The message that Lambda sends about a batch it gave up: pointers into the stream, no record. */
export function describeFailedBatch(
  { shardId, records }: StreamBatch,
  {
    functionArn,
    streamArn,
    condition,
    invokeCount,
  }: { functionArn: string; streamArn: string; condition: string; invokeCount: number },
): string {
  const arrival = (at: number) =>
    new Date((records.at(at)?.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString()
  return JSON.stringify({
    requestContext: { requestId: randomUUID(), functionArn, condition, approximateInvokeCount: invokeCount },
    ...(invokeCount > 0 && {
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    }),
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records.at(0)?.dynamodb?.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb?.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(0),
      approximateArrivalOfLastRecord: arrival(-1),
      batchSize: records.length,
      streamArn,
    },
  })
}
