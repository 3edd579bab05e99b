import type { Reporter } from '../domain/reporter.ts'
import { notedOf } from '../domain/scripts/grouped.ts'
import { bandsOf } from '../domain/scripts/min-hash.ts'
import { sentTexts } from '../domain/scripts/sent-texts.ts'
import { groupScripts, type GroupingPorts } from './group-scripts.ts'

/**
 * Groups these reporters. Versions that came before in the same batch may have been begun by an invocation that was cut off: where a
 * text stands in bands that the latest tells no more, or the reporter on a bridge, the earlier one is first brought to its end, so that
 * it can be taken back whole.
 */
export async function groupVersions(
  reporters: Reporter[],
  superseded: readonly Reporter[],
  ports: GroupingPorts,
): Promise<void> {
  const begun = await begunOf(superseded, reporters, ports)
  for (const round of roundsOf(begun)) await groupScripts(round, ports)
  await groupScripts(reporters, ports)
}

/** Those of which something stands that the latest version of their reporter does not tell. */
async function begunOf(
  superseded: readonly Reporter[],
  reporters: Reporter[],
  { scripts, grouping }: GroupingPorts,
): Promise<Reporter[]> {
  const latest = new Map(reporters.map((reporter) => [reporter.key, notedOf(reporter, grouping)]))
  const left = superseded.map((reporter) => {
    const [now, sent] = [latest.get(reporter.key)!, sentTexts([reporter], grouping)]
    const bridges = notedOf(reporter, grouping).bridges.filter((id) => !now.bridges.includes(id))
    const texts = [...sent].flatMap(([id, { features }]) => (now.texts.includes(id) ? [] : [{ id, features }]))
    return { reporter, texts, bridges }
  })
  const { bands } = await scripts.bands(left.flatMap(({ texts }) => texts.flatMap(({ features }) => bandsOf(features))))
  const banded = new Set([...bands.values()].flat().map(({ id }) => id))
  const known = await scripts.bridges(left.flatMap(({ bridges }) => bridges))
  const isNoted = (id: string, { key }: Reporter) => known.get(id)?.witnesses.includes(key) ?? false
  return left.flatMap(({ reporter, texts, bridges }) => {
    const isBegun = texts.some(({ id }) => banded.has(id)) || bridges.some((id) => isNoted(id, reporter))
    return isBegun ? [reporter] : []
  })
}

/** Each reporter once in a round, earlier versions in earlier rounds. */
function roundsOf(versions: readonly Reporter[]): Reporter[][] {
  const rounds: Reporter[][] = []
  for (const those of Map.groupBy(versions, ({ key }) => key).values())
    for (const [i, reporter] of those.toSorted((a, b) => a.version - b.version).entries())
      (rounds[i] ??= []).push(reporter)
  return rounds
}
