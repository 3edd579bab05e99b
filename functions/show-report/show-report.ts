import type { StoredReport } from '../adapters/complaint-store.ts'
import type { StoredReports } from '../adapters/stored-reports.ts'
import { orUnavailable } from '../adapters/dynamodb.ts'
import type { ScriptStore } from '../adapters/script-store.ts'
import { shownReport } from '../adapters/shown-report.ts'
import { factsOf } from '../domain/facts.ts'
import type { Told } from '../domain/message.ts'
import type { Grouping } from '../domain/scripts/grouped.ts'
import { signsOf } from '../domain/scripts/script-links.ts'

type Ports = { reports: StoredReports; scripts: Pick<ScriptStore, 'rootsWithin'>; grouping: Grouping }

/** All that is held on a report. One that the queue still holds is `accepted`: its receipt proves that it was. */
export async function showReport(
  id: string,
  ports: Ports,
): Promise<{ id: string; status: string; scriptId?: string | null }> {
  const { report, words } = await ports.reports.get(id)
  if (!report) return { id, status: 'accepted' }
  if (!report.told) return { id, status: 'withdrawn' }
  return { id, ...shownReport(report, report.told, words), scriptId: await scriptOf(report, report.told, ports) }
}

/** Who reads cannot shorten a chain of joined scripts. */
const MOST_LINKS = 50

/** As far as it is grouped: the script's name may still become a smaller one, and past a long chain it is an older one. */
async function scriptOf(report: StoredReport, told: Told, { scripts, grouping }: Ports): Promise<string | null> {
  const { normal, wordFacts = {}, receivedAt } = report
  const [sign] = normal ? signsOf(factsOf({ told, normal, words: wordFacts, receivedAt }), grouping.quoted) : []
  if (!sign) return null
  const node = grouping.idOf(sign.name)
  return (await orUnavailable(scripts.rootsWithin([node], MOST_LINKS))).rootOf(node)
}
