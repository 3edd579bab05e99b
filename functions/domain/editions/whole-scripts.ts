import { shortId } from '../scripts/script-cells.ts'
import type { CountRecord } from '../stats-row.ts'

/**
 * Each script with all that was found to be part of it, as one record. Reporters who stand under several of the parts are noted as
 * meetings, and taken off.
 */
export function wholeScripts(
  scripts: readonly CountRecord[],
  meetings: readonly CountRecord[],
  named: Named = byName(scripts),
): CountRecord[] {
  const met = Map.groupBy(meetings, ({ record }) => record.split(' ')[0]!)
  return [...Map.groupBy(scripts, (script) => nameOf(script, named))].map(([record, pieces]) => {
    const counters = sumOf(pieces.map((piece) => piece.counters))
    const own = new Set(pieces.map((piece) => shortId(piece.record)))
    for (const piece of pieces)
      for (const meeting of met.get(piece.record) ?? [])
        takeOff(counters, meeting, { piece: shortId(piece.record), own })
    return { record, counters }
  })
}

type Told = { scripts: readonly CountRecord[]; pairs: readonly CountRecord[]; meetings: readonly CountRecord[] }

/** Each number displayed with each script as it is called now, as one record: `pairs` are of a number and a part of a script. */
export function wholePairs({ scripts, pairs, meetings }: Told): CountRecord[] {
  const named = byName(scripts)
  const met = Map.groupBy(meetings, ({ record }) => record.split(' ')[0]!)
  return [...Map.groupBy(pairs, ({ record }) => record.split(' ')[0]!)].flatMap(([number, those]) => {
    const within = ({ record, counters }: CountRecord) => ({ record: record.slice(number.length + 1), counters })
    const pieces = those.map(within).map((piece) => ({ ...named.get(piece.record), ...piece }))
    const whole = wholeScripts(pieces, (met.get(number) ?? []).map(within), named)
    return whole.map(({ record, counters }) => ({ record: `${number} ${record}`, counters }))
  })
}

type Named = ReadonlyMap<string, CountRecord>

function byName(scripts: readonly CountRecord[]): Named {
  return new Map(scripts.map((script) => [script.record, script]))
}

/** What the script is called that this record is of. */
function nameOf(script: CountRecord, named: Named): string {
  let top = script
  // As many steps as there are scripts: what is written while this is read may lead in a circle.
  for (let steps = 0; steps < named.size; steps += 1) {
    const holder = top.heldBy === undefined ? undefined : named.get(top.heldBy)
    if (!holder) break
    top = holder
  }
  return top.scriptName ?? top.record
}

function sumOf(all: CountRecord['counters'][]): CountRecord['counters'] {
  const sum: CountRecord['counters'] = {}
  for (const counters of all) for (const [name, n] of Object.entries(counters)) sum[name] = (sum[name] ?? 0) + n
  return sum
}

/** Each meeting is noted under all who meet: it is counted under the first. */
function takeOff(
  counters: CountRecord['counters'],
  meeting: CountRecord,
  { piece, own }: { piece: string; own: Set<string> },
): void {
  const those = meeting.record.split(' ')[1]!.split('.').filter((short) => own.has(short)) // prettier-ignore
  if (those[0] !== piece) return
  for (const [name, n] of Object.entries(meeting.counters))
    if (/(?:^|\.)reporters$/.test(name)) counters[name] = (counters[name] ?? 0) - (those.length - 1) * n
}
