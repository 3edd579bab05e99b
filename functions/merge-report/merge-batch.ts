import { log, nameOf } from '../adapters/log.ts'
import type { MergePause } from '../adapters/merge-pause.ts'
import { QueuedMessage } from '../domain/message.ts'
import { eraseLine } from './erase-line.ts'
import { mergeReport } from './merge-report.ts'

type Queued = { messageId: string; body: string }
type Ports = Parameters<typeof eraseLine>[1] & {
  /** The one event this deployment serves. */
  event: string
  pause: Pick<MergePause, 'isOver'>
}

/** Merges each message of a batch; answers the ids of those that failed and must come again: all of them while merging pauses. */
export async function mergeBatch(batch: Queued[], ports: Ports): Promise<string[]> {
  if (!(await ports.pause.isOver())) return batch.map(({ messageId }) => messageId)
  const failed: string[] = []
  const merge = async ({ messageId, message }: Read) => {
    try {
      if (message.event !== ports.event) throw new Error('a report of another event')
      const outcome = await (message.type === 'line.erased' ? eraseLine(message, ports) : mergeReport(message, ports))
      log({ message: 'change merged', ...subjectOf(message), outcome })
    } catch (error) {
      failed.push(messageId)
      log({ message: 'change not merged', ...subjectOf(message), error: nameOf(error) })
    }
  }
  const read = batch.map(readMessage)
  failed.push(...read.flatMap((queued) => ('message' in queued ? [] : [queued.messageId])))
  const groups = byReporter(read.filter((queued) => 'message' in queued))
  await Promise.all(
    groups.map(async (group) => {
      for (const queued of group) await merge(queued)
    }),
  )
  return failed
}

type Read = { messageId: string; message: QueuedMessage }

function subjectOf(message: QueuedMessage): Record<string, string> {
  const { type } = message
  return message.type === 'line.erased' ? { line: message.line, type } : { id: message.id, type }
}

function readMessage({ messageId, body }: Queued): Read | { messageId: string } {
  try {
    return { messageId, message: QueuedMessage.parse(JSON.parse(body)) }
  } catch (error) {
    log({ message: 'message not readable', messageId, error: nameOf(error) })
    return { messageId }
  }
}

/** GUARD sequence: changes of one report or one reporter are merged one after the other, not against each other. */
function byReporter(batch: Read[]): Read[][] {
  const groups: Read[][] = []
  const groupOf = new Map<string, Read[]>()
  for (const queued of batch) {
    const keys = keysOf(queued.message)
    let group = keys.map((key) => groupOf.get(key)).find((known) => known !== undefined)
    if (!group) groups.push((group = []))
    group.push(queued)
    for (const key of keys) groupOf.set(key, group)
  }
  return groups
}

function keysOf(message: QueuedMessage): string[] {
  if (message.type === 'line.erased') return [message.line]
  const { id, line, marker } = message
  return [id, line ?? marker].filter((key) => key !== undefined)
}
