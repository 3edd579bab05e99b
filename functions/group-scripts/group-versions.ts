import type { Reporter } from '../domain/reporter.ts'
import { type Grouping, textIdsOf } from '../domain/scripts/grouped.ts'
import { bandsOf } from '../domain/scripts/min-hash.ts'
import { sentTexts } from '../domain/scripts/sent-texts.ts'
import type { Features } from '../domain/text-features.ts'
import { groupScripts, type GroupingPorts } from './group-scripts.ts'

/**
 * Groups these reporters. Versions that came before in the same batch may have been begun by an invocation that was cut off: where a
 * text stands in bands that the latest tells no more, the earlier one is first brought to its end, so that it can be taken back whole.
 */
export async function groupVersions(
  reporters: Reporter[],
  superseded: readonly Reporter[],
  ports: GroupingPorts,
): Promise<void> {
  const { scripts, grouping } = ports
  const latest = new Map(reporters.map((reporter) => [reporter.key, new Set(textIdsOf(reporter, grouping))]))
  const left = new Map(superseded.map((reporter) => [reporter, leftTexts(reporter, latest.get(reporter.key)!, grouping)])) // prettier-ignore
  const { bands } = await scripts.bands([...left.values()].flat().flatMap(({ features }) => bandsOf(features)))
  const banded = new Set([...bands.values()].flat().map(({ id }) => id))
  const begun = superseded.filter((reporter) => left.get(reporter)!.some(({ id }) => banded.has(id)))
  for (const round of roundsOf(begun)) await groupScripts(round, ports)
  await groupScripts(reporters, ports)
}

function leftTexts(
  reporter: Reporter,
  latest: ReadonlySet<string>,
  grouping: Grouping,
): { id: string; features: Features }[] {
  return [...sentTexts([reporter], grouping)].flatMap(([id, { features }]) =>
    latest.has(id) ? [] : [{ id, features }],
  )
}

/** Each reporter once in a round, earlier versions in earlier rounds. */
function roundsOf(versions: readonly Reporter[]): Reporter[][] {
  const rounds: Reporter[][] = []
  for (const those of Map.groupBy(versions, ({ key }) => key).values())
    for (const [i, reporter] of those.toSorted((a, b) => a.version - b.version).entries())
      (rounds[i] ??= []).push(reporter)
  return rounds
}
