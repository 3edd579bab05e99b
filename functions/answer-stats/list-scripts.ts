import type { CountRecords } from '../adapters/count-records.ts'
import { shortId } from '../domain/scripts/script-cells.ts'
import { callDays, type CountRecord, countsOf, facetValues, withoutTemplates } from '../domain/stats-row.ts'

type Records = Pick<CountRecords, 'list' | 'get'>

/** The record of a script, or of what it has become part of. */
export async function recordOfScript(script: string, records: Records): Promise<CountRecord | undefined> {
  const record = await records.get('scripts', script)
  return record?.partOf ? recordOfScript(record.partOf, records) : record
}

/** What is said of a script; nothing of one that is part of another, which is counted there. */
export async function scriptRow(record: CountRecord, records: Records, isWithout: boolean) {
  if (record.partOf) return undefined
  const all = [record, ...(await partsOf(record, records))]
  const pieces = all.map((piece) => (isWithout ? withoutTemplates(piece) : piece))
  const whole = { record: record.record, counters: sum(pieces) }
  const counts = countsOf(whole)
  const callers = await Promise.all(all.map(async (piece) => await callersOf(piece, records)))
  const links = facetValues(whole.counters, 'link').map((reason) => [reason, whole.counters[`link=${reason}.reports`]])
  const { reports, reporters, complaints } = countsOf({ record: '', counters: sum(all) }, 'templated:')
  return {
    script: { id: record.record },
    ...counts,
    reporters: (counts.reporters ?? 0) - (await metTwice(pieces, records)),
    ...callDays(whole),
    provinces: facetValues(whole.counters, 'province').toSorted(),
    ridings: facetValues(whole.counters, 'riding').map((riding) => `ocd-division/country:ca/ed:${riding}`).toSorted(), // prettier-ignore
    languages: facetValues(whole.counters, 'language').toSorted(),
    callerIds: [...new Set(callers.flat())].toSorted(),
    links: Object.fromEntries(links),
    templated: { reports, reporters, complaints },
  }
}

/** Those that are still part of this one, and not of what another invocation made of it meanwhile. */
async function partsOf({ record, parts = [] }: CountRecord, records: Records): Promise<CountRecord[]> {
  const found = await Promise.all(parts.map(async (part) => await records.get('scripts', part)))
  const those = found.filter((part) => part?.partOf === record).filter((part) => part !== undefined)
  return [...those, ...(await Promise.all(those.map(async (part) => await partsOf(part, records)))).flat()]
}

function sum(pieces: CountRecord[]): Record<string, number> {
  const counters: Record<string, number> = {}
  for (const piece of pieces)
    for (const [name, n] of Object.entries(piece.counters)) counters[name] = (counters[name] ?? 0) + n
  return counters
}

/** How many times too often reporters were counted who stand under several of these. */
async function metTwice(pieces: CountRecord[], records: Records): Promise<number> {
  if (pieces.length < 2) return 0
  const own = new Set(pieces.map(({ record }) => shortId(record)))
  let surplus = 0
  for (const { record } of pieces) {
    for await (const meeting of records.list('script-meetings', within(record))) {
      const met = meeting.record.slice(record.length + 1).split('.').filter((short) => own.has(short)) // prettier-ignore
      // Each meeting is noted under all who meet: it is counted under the first.
      if (met[0] === shortId(record)) surplus += (met.length - 1) * (meeting.counters['reporters'] ?? 0)
    }
  }
  return surplus
}

async function callersOf({ record }: CountRecord, records: Records): Promise<string[]> {
  const callers: string[] = []
  for await (const caller of records.list('script-callers', within(record))) callers.push(caller.record.slice(record.length + 1)) // prettier-ignore
  return callers
}

function within(record: string): { from: string; to: string } {
  return { from: `${record} `, to: `${record} ~` }
}
