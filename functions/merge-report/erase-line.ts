import type { ComplaintStore } from '../adapters/complaint-store.ts'
import { retryConflicts } from '../adapters/conflict.ts'
import { inParallel } from '../adapters/in-parallel.ts'
import type { LineErased } from '../domain/message.ts'
import { newReporter, type Reporter, reporterKey } from '../domain/reporter.ts'
import { type Ports as MergePorts, withdrawErased } from './merge-report.ts'

type Ports = MergePorts & { store: Pick<ComplaintStore, 'loadReporter' | 'saveErasure' | 'idsOfLine'> }

/**
 * Withdraws every report that named the line until then; answers how many. First the line itself is marked: whoever merges a report
 * of it from then on withdraws it, and those before are found by its lists. Done again it goes on where it ended.
 */
export async function eraseLine({ line, ...message }: LineErased, ports: Ports): Promise<number> {
  const reporter = await retryConflicts(() => markErased(line, message, ports))
  const ids = await ports.store.idsOfLine(line)
  let withdrawn = 0
  const withdraw = async (id: string) => {
    if ((await withdrawErased(id, reporter, ports)) === 'merged') withdrawn += 1
  }
  // Its own reports are all in one item, so they go one after the other; so do those of one list.
  const lists = Map.groupBy(ids, (id) => (id in reporter.reports ? '' : id.charAt('rpt_'.length)))
  await inParallel([...lists.values()], async (list) => {
    for (const id of list) await withdraw(id)
  })
  return withdrawn
}

type Erasure = Pick<LineErased, 'event' | 'acceptedAt'>

async function markErased(token: string, { event, acceptedAt }: Erasure, { store }: Ports): Promise<Reporter> {
  const key = reporterKey({ id: '', token })
  const reporter = (await store.loadReporter(key)) ?? newReporter(key, event)
  if (acceptedAt <= (reporter.erasedAt ?? '')) return reporter
  const erased = { ...reporter, version: reporter.version + 1, erasedAt: acceptedAt }
  await store.saveErasure(token, erased)
  return erased
}
