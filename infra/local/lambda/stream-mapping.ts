import type { DynamoDBRecord } from 'aws-lambda'
import { createHash } from 'node:crypto'
import type { AwsCall } from '../aws-json.ts'
import { foldBatch, type StreamBatch } from './stream-batch.ts'
import type { Outcome } from './function-environment.ts'
import type { MappingSettings } from '../template/properties.ts'
import type { RunningMapping } from './queue-mapping.ts'

type Ports = {
  /** `arn` as the function sees it; `engineArn` as the engine calls the same stream. */
  source: { arn: string; engineArn: string; region: string; table: string }
  streams: AwsCall
  invoke: (event: object) => Promise<Outcome>
  checkpoint: { read: () => string | undefined; write: (sequenceNumber: string) => void }
  /** Sends the pointers of a batch that was given up. */
  giveUp: (batch: StreamBatch, condition: string, invokeCount: number) => Promise<void>
  longestPause: number
}

const POLL_MILLIS = 50

export function runStreamMapping(settings: MappingSettings, ports: Ports): RunningMapping {
  const { source, streams, checkpoint } = ports
  const { BatchSize = 100, MaximumBatchingWindowInSeconds: windowSeconds } = settings
  const stopping = new AbortController()
  let working: Promise<void> = Promise.resolve()
  let shardId = ''
  let iterator: { after: string | undefined; value: string } | undefined

  const findShard = async (): Promise<string> => {
    const { StreamDescription } = await streams<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
      'DescribeStream',
      {
        StreamArn: source.engineArn,
      },
    )
    if (StreamDescription.Shards.length > 1) throw new Error(`The stream of ${source.table} has more than one shard`)
    return StreamDescription.Shards[0]?.ShardId ?? ''
  }

  /** An iterator stands at its place until read past: while the checkpoint does not move, it is asked again. */
  const iteratorAfter = async (after: string | undefined): Promise<string> => {
    if (iterator && iterator.after === after) return iterator.value
    shardId ||= await findShard()
    const { ShardIterator } = await streams<{ ShardIterator: string }>('GetShardIterator', {
      StreamArn: source.engineArn,
      ShardId: shardId,
      ...(after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
    })
    iterator = { after, value: ShardIterator }
    return ShardIterator
  }

  const read = async (limit: number): Promise<DynamoDBRecord[]> => {
    const ShardIterator = await iteratorAfter(checkpoint.read())
    const page = { ShardIterator, Limit: Math.min(1_000, limit) }
    return (await streams<{ Records: DynamoDBRecord[] }>('GetRecords', page)).Records
  }

  /** Reads again until the batch is full or the window is over: the checkpoint has not moved, so nothing is skipped. */
  const collect = async (): Promise<DynamoDBRecord[]> => {
    let batch = await read(BatchSize)
    const until = Date.now() + windowSeconds * 1000
    while (batch.length > 0 && batch.length < BatchSize && Date.now() < until && !stopping.signal.aborted) {
      await pause(POLL_MILLIS)
      batch = await read(BatchSize)
    }
    return batch
  }

  const step = async (): Promise<void> => {
    const records = await collect()
    // A row whose content was erased by trimming keeps the numbering; it is no change.
    const batch = records.filter(({ dynamodb }) => Object.keys(dynamodb?.Keys ?? {}).length > 0)
    const last = records.at(-1)?.dynamodb?.SequenceNumber
    if (batch.length > 0) {
      const run = { settings, invoke: ports.invoke, giveUp: ports.giveUp, longestPause: ports.longestPause }
      const advance = (sequenceNumber: string) => checkpoint.write(sequenceNumber)
      await foldBatch({ shardId, records: batch.map(toLambdaRecord) }, { ...run, advance, signal: stopping.signal })
    } else if (last !== undefined) checkpoint.write(last)
    else await pause(POLL_MILLIS)
  }

  const toLambdaRecord = (record: DynamoDBRecord): DynamoDBRecord => ({
    ...record,
    eventID: createHash('md5').update(`${source.arn} ${record.dynamodb?.SequenceNumber}`).digest('hex'),
    awsRegion: source.region,
    eventSourceARN: source.arn,
  })

  const forgetAndPause = async () => {
    iterator = undefined
    await pause(500)
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) await step().catch(forgetAndPause)
  }
  working = loop()

  return {
    isDrained: async () => (await read(1)).length === 0,
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}

async function pause(millis: number): Promise<void> {
  await new Promise((done) => setTimeout(done, millis))
}
