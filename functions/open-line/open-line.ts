import type { LineReports } from '../adapters/line-reports.ts'
import type { Keys } from '../adapters/keys.ts'
import { log } from '../adapters/log.ts'
import type { OneTimeCodes } from '../adapters/one-time-codes.ts'
import type { ReportQueue } from '../adapters/report-queue.ts'
import type { StoredReports } from '../adapters/stored-reports.ts'
import { countByDoor, type ErasedCount, type HeldCount, type LineRequest } from '../domain/held.ts'
import { RejectedError } from '../domain/rejected.ts'
import { type HeldReports, showAll } from './show-all.ts'

export type Ports = {
  event: string
  keys: Keys
  lines: LineReports
  reports: StoredReports
  codes: OneTimeCodes
  queue: Pick<ReportQueue, 'send'>
  now: () => Date
  newMessageId: () => string
}

/** What a line asks of itself. Its number was seen by whoever asks for it: here it is a token. */
export async function answerLine(request: LineRequest, ports: Ports): Promise<HeldCount | ErasedCount> {
  const { action, token } = request
  const held = await ports.lines.current(token)
  // A code that opens nothing would tell nothing else.
  if (action === 'count' && held.length > 0)
    await ports.codes.register(ports.keys, { code: request.code, token, now: ports.now() })
  if (action === 'erase') await sendErasure(token, ports)
  log({ action, token, reports: held.length })
  return action === 'count' ? countByDoor(held.map(({ told }) => told!)) : { reports: held.length }
}

/** Also where nothing is stored yet: what the queue still holds is to be withdrawn as well. */
async function sendErasure(line: string, { queue, event, now, newMessageId }: Ports): Promise<void> {
  const stamp = { acceptedAt: now().toISOString(), messageId: newMessageId() }
  await queue.send({ v: 1, type: 'line.erased', event, line, ...stamp })
}

/** All that is held of the line that was given this code, once. Throws a RejectedError for every other text, and when nothing is left. */
export async function openHeld(code: string, ports: Ports): Promise<HeldReports> {
  const { codes, keys, now } = ports
  const opened = await codes.take(keys, { code, now: now() })
  if (!opened) throw new RejectedError('unknown-report')
  const { token } = opened
  const held = await showAll(token, ports).catch(async (error: unknown) => {
    // Whoever got no answer asks again.
    await codes.putBack(keys, code, opened)
    throw error
  })
  const reports = held.reports.length + (held.more?.length ?? 0)
  log({ action: 'show', token, reports })
  // As for a line that never had one.
  if (reports === 0) throw new RejectedError('unknown-report')
  return held
}
