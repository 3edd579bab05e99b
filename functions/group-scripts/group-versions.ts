import type { Reporter } from '../domain/reporter.ts'
import { type Grouping, nodesOf } from '../domain/scripts/grouped.ts'
import { groupScripts, type GroupingPorts } from './group-scripts.ts'

/**
 * Groups these reporters. Versions that came before in the same batch may have been begun by an invocation that was cut off: of
 * those with something that the latest has no more, that is first brought to its end, so that it can be taken back whole.
 */
export async function groupVersions(
  reporters: Reporter[],
  superseded: readonly Reporter[],
  ports: GroupingPorts,
): Promise<void> {
  const latest = new Map(reporters.map((reporter) => [reporter.key, new Set(nodesOf(reporter, ports.grouping))]))
  const left = superseded.filter((reporter) => holdsMore(reporter, latest.get(reporter.key)!, ports.grouping))
  for (const round of roundsOf(left)) await groupScripts(round, ports)
  await groupScripts(reporters, ports)
}

function holdsMore(reporter: Reporter, latest: ReadonlySet<string>, grouping: Grouping): boolean {
  return nodesOf(reporter, grouping).some((node) => !latest.has(node))
}

/** Each reporter once in a round, earlier versions in earlier rounds. */
function roundsOf(versions: readonly Reporter[]): Reporter[][] {
  const rounds: Reporter[][] = []
  for (const those of Map.groupBy(versions, ({ key }) => key).values())
    for (const [i, reporter] of those.toSorted((a, b) => a.version - b.version).entries())
      (rounds[i] ??= []).push(reporter)
  return rounds
}
