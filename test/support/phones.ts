import { randomUUID } from 'node:crypto'
import type { HeldCount } from '../../functions/domain/held.ts'
import { deriveKeys } from '../../functions/adapters/keys.ts'
import { dialogueStore } from '../../functions/adapters/dialogue-store.ts'
import { reportQueue } from '../../functions/adapters/report-queue.ts'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { applyChange, type Report } from '../../functions/domain/report.ts'
import { type Ports, receiveText } from '../../functions/receive-sms/receive-text.ts'
import { EVENT, SECRET, startEngines } from './engines.ts'

export type Phone = {
  /** Sends one text and answers what comes back. */
  text: (body: string, again?: { messageId?: string; media?: { count: number; types: string[] } }) => Promise<string[]>
}

/** Phones that text receive-sms, on the real table and queue; the clock is set by hand. */
export async function startPhones() {
  const engines = await startEngines()
  let now = Date.parse('2026-05-04T15:00:00Z')
  const asked: { action: 'count' | 'erase'; token: string; code?: string }[] = []
  let holdings: HeldCount = { reports: 0, doors: [] }
  const ports: Ports = {
    event: EVENT,
    keys: deriveKeys(SECRET, EVENT),
    dialogues: dialogueStore(engines.tables.client, 'dialogues'),
    queue: reportQueue(engines.queue.client, engines.queue.url),
    openLine: {
      count: async (token, code) => {
        asked.push({ action: 'count', token, code })
        return holdings
      },
      erase: async (token) => void asked.push({ action: 'erase', token }),
    },
    now: () => new Date(now),
  }
  const phone = (from: string, changed: Partial<Ports> = {}): Phone => ({
    text: async (body, { messageId = randomUUID(), media = { count: 0, types: [] } } = {}) =>
      await receiveText({ messageId, from, to: '+18885550100', body, media }, { ...ports, ...changed }),
  })
  return {
    ...engines,
    ports,
    phone,
    /** What open-line was asked for. */
    asked,
    holds: (held: HeldCount) => (holdings = held),
    pass: (minutes: number) => (now += minutes * 60_000),
    /** The reports that the queue holds by now, as merge-report would fold them. */
    reports: async (): Promise<Report[]> => foldChanges(await engines.drain()),
  }
}
export type Phones = Awaited<ReturnType<typeof startPhones>>

export function foldChanges(changes: ReportMessage[]): Report[] {
  const reports = new Map<string, Report>()
  for (const change of changes) reports.set(change.id, applyChange(reports.get(change.id), change))
  return [...reports.values()]
}
