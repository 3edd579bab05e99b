import { linksOf } from '../functions/domain/scripts/script-links.ts'
import { groupedOf } from '../functions/domain/scripts/grouped.ts'
import { medoidOf, type Worded } from '../functions/domain/scripts/medoid.ts'
import { unpackFeatures } from '../functions/domain/text-features.ts'
import { explainAndEnd, findStack, readFlags, type RunningStack, WHERE_HELP } from './stack-outputs.ts'
import { readComplaints } from './stored-counts.ts'
import { groupingOf, readScripts } from './stored-scripts.ts'

const HELP = `npm run scripts -- [--data DIR | --aws]

Lists the scripts of two complaints or more, the largest first: what their reports have in common, and which report tells it most clearly.
${WHERE_HELP}`

export type ListedScript = {
  script: string
  complaints: number
  /** How many reports have which in common with others. */
  links: Record<string, number>
  /** The report with the clearest wording; its words are read only by who may break the glass. */
  clearest: string | undefined
}

/** The scripts with at least two complaints, the largest first. */
export async function listScripts(stack: RunningStack): Promise<ListedScript[]> {
  const [{ reporters }, { roots, spans }, grouping] = [await readComplaints(stack), await readScripts(stack), await groupingOf(stack)] // prettier-ignore
  const scripts = new Map<string, { complaints: Set<string>; links: Record<string, number>; texts: Worded[] }>()
  for (const reporter of reporters.values()) {
    const grouped = groupedOf(reporter, { grouping, roots, spans })
    for (const [id, facts] of Object.entries(reporter.reports)) {
      const { script, reasons = [] } = grouped[id] ?? {}
      if (!script) continue
      const known = scripts.get(script) ?? { complaints: new Set(), links: {}, texts: [] }
      known.complaints.add(facts.complaintId)
      for (const reason of new Set(reasons)) known.links[reason] = (known.links[reason] ?? 0) + 1
      if (facts.text && linksOf(facts, grouping.quoted).some(({ reason }) => reason === 'text'))
        known.texts.push({ id, features: unpackFeatures(facts.text) })
      scripts.set(script, known)
    }
  }
  return [...scripts]
    .map(([script, { complaints, links, texts }]) => ({
      script,
      complaints: complaints.size,
      links,
      clearest: medoidOf(texts),
    })) // prettier-ignore
    .filter(({ complaints }) => complaints > 1)
    .toSorted((a, b) => b.complaints - a.complaints || (a.script < b.script ? -1 : 1))
}

function lineOf({ script, complaints, links, clearest = '' }: ListedScript): string {
  const why = Object.entries(links).map(([reason, reports]) => `${reason} ${reports}`)
  return `${script}  ${String(complaints).padStart(6)}  ${clearest.padEnd(30)}  ${why.join(', ')}`
}

if (import.meta.main) {
  await explainAndEnd(HELP, async () => {
    const scripts = await listScripts(findStack(readFlags()))
    console.log('script                          complaints  report with the clearest wording  in common, by reports')
    console.log(scripts.map(lineOf).join('\n'))
    return 0
  })
}
