import { log, nameOf } from '../adapters/log.ts'
import { ReportMessage } from '../domain/message.ts'
import { mergeReport } from './merge-report.ts'

type Queued = { messageId: string; body: string }
type Ports = Parameters<typeof mergeReport>[1] & {
  /** The one event this deployment serves. */
  event: string
}

/** Merges each message of a batch; answers the ids of those that failed and must come again. */
export async function mergeBatch(batch: Queued[], ports: Ports): Promise<string[]> {
  const failed: string[] = []
  const merge = async ({ messageId, message }: Read) => {
    try {
      if (message.event !== ports.event) throw new Error('a report of another event')
      const outcome = await mergeReport(message, ports)
      log({ message: 'change merged', id: message.id, type: message.type, outcome })
    } catch (error) {
      failed.push(messageId)
      log({ message: 'change not merged', id: message.id, type: message.type, error: nameOf(error) })
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

type Read = { messageId: string; message: ReportMessage }

function readMessage({ messageId, body }: Queued): Read | { messageId: string } {
  try {
    return { messageId, message: ReportMessage.parse(JSON.parse(body)) }
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
    const { id, line, marker } = queued.message
    const keys = [id, line ?? marker].filter((key) => key !== undefined)
    let group = keys.map((key) => groupOf.get(key)).find((known) => known !== undefined)
    if (!group) groups.push((group = []))
    group.push(queued)
    for (const key of keys) groupOf.set(key, group)
  }
  return groups
}
