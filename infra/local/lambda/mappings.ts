import { awsCaller } from '../aws-json.ts'
import { describeFailedBatch } from './failed-batch.ts'
import type { Outcome } from './function-environment.ts'
import type { HostState } from '../host-state.ts'
import { ACCOUNT } from '../template/identities.ts'
import { runQueueMapping, type RunningMapping } from './queue-mapping.ts'
import { runStreamMapping } from './stream-mapping.ts'
import type { Mapping, Stack } from '../template/stack.ts'

type Options = {
  stack: Stack
  state: HostState
  streamArns: Map<string, string>
  sqsUrl: string
  dynamodbUrl: string
  invoke: (functionName: string, event: object) => Promise<Outcome>
  longestPause: number
  environments: number
}

export type Mappings = {
  isDrained: () => Promise<boolean>
  /** The sequence number that every reader of the table's stream has passed. */
  passed: (table: string) => number
  stop: () => Promise<void>
}

export function startMappings(options: Options): Mappings {
  const { stack, state, streamArns, sqsUrl, dynamodbUrl, invoke, longestPause, environments } = options
  const { region } = stack
  const sqs = awsCaller('sqs', sqsUrl, 'local-host', region)
  const streams = awsCaller('streams', dynamodbUrl, 'local-host', region)
  const queueUrl = (name: string) => `${sqsUrl}/${ACCOUNT}/${name}`
  const enabled = stack.mappings.filter(({ Enabled }) => Enabled)

  const run = (mapping: Mapping): RunningMapping => {
    const { source, functionName, logicalId, onFailure } = mapping
    const call = async (event: object) => await invoke(functionName, event)
    if (source.kind === 'queue') {
      const { arn, name } = source.queue
      return runQueueMapping(mapping, { source: { arn, url: queueUrl(name), region }, sqs, invoke: call, environments })
    }
    const { table } = source
    const functionArn = stack.functions.find(({ name }) => name === functionName)?.arn ?? ''
    return runStreamMapping(mapping, {
      source: { arn: table.streamArn, engineArn: streamArns.get(table.name) ?? '', region, table: table.name },
      streams,
      invoke: call,
      checkpoint: {
        read: () => state.checkpoint(logicalId),
        write: (sequenceNumber) => state.setCheckpoint(logicalId, sequenceNumber),
      },
      giveUp: async (batch, condition, invokeCount) => {
        if (!onFailure) return
        const about = { functionArn, streamArn: table.streamArn, condition, invokeCount }
        await sqs('SendMessage', { QueueUrl: queueUrl(onFailure.name), MessageBody: describeFailedBatch(batch, about) })
      },
      longestPause,
    })
  }
  const running = enabled.toSorted(queuesFirst).map(run)

  return {
    // Queues first: what a queue's consumer wrote is in the stream before the queue is empty.
    isDrained: async () => {
      for (const mapping of running) if (!(await mapping.isDrained())) return false
      return true
    },
    passed: (table) => {
      const readers = enabled.filter(({ source }) => source.kind === 'stream' && source.table.name === table)
      return Math.min(...readers.map(({ logicalId }) => Number(state.checkpoint(logicalId) ?? 0)))
    },
    stop: async () => void (await Promise.all(running.map(async (mapping) => await mapping.stop()))),
  }
}

function queuesFirst(a: Mapping, b: Mapping): number {
  return a.source.kind.localeCompare(b.source.kind)
}
