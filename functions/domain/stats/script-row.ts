import { wholeScripts } from '../editions/whole-scripts.ts'
import { shortId } from '../scripts/script-cells.ts'
import { LINK_REASONS } from '../scripts/script-links.ts'
import { TEMPLATED } from '../scripts/templated-cells.ts'
import {
  callDays,
  type CountRecord,
  type CountRecords,
  countsOf,
  facetValues,
  ridingsOf,
  withoutTemplates,
} from '../stats-row.ts'

import { collect } from './as-asked.ts'
import { inTurns } from './in-turns.ts'
import { piecesOf, within } from './script-pieces.ts'

type Shown = (record: CountRecord) => CountRecord

/** Whoever shows another number in each call could fill a row. */
const MOST_CALLERS = 100

/** All that is counted of a script, in whatever parts; a reporter who stands under several of them is one. */
export async function wholeScript(record: CountRecord, records: CountRecords): Promise<CountRecord> {
  const pieces = await piecesOf(record, records)
  if (pieces.length === 1) return { record: record.record, counters: pieces[0]!.counters }
  const meetings = await inTurns(
    pieces,
    async (piece) => await collect(records.list('script-meetings', within(piece.record))),
  )
  const [whole] = wholeScripts(pieces, meetings.flat())
  return { record: record.record, counters: whole!.counters }
}

type Asked = { atLeast: number; isWithout: boolean; province?: string | undefined }

/**
 * What is said of a script with at least so many complaints; nothing of one that is part of another, which is counted there. With a
 * province the three counts, and how many complaints are enough, are of that alone.
 */
export async function scriptRow(record: CountRecord, { atLeast, isWithout, province }: Asked, records: CountRecords) {
  if (record.partOf) return undefined
  const facet = province ? `province=${province}` : ''
  const all = await piecesOf(record, records)
  const shown = (piece: CountRecord) => (isWithout ? withoutTemplates(piece) : piece)
  const whole = { record: record.record, counters: sum(all.map(shown)) }
  const counts = countsOf(whole, facet)
  if (counts.complaints < atLeast) return undefined
  const callers = await inTurns(all, async (piece) => await callersOf(piece, shown, records))
  const links = LINK_REASONS.map((reason) => [reason, whole.counters[`link=${reason}.reports`] ?? 0])
  const { reports, reporters, complaints } = countsOf({ record: '', counters: sum(all) }, TEMPLATED)
  return {
    script: { id: record.record },
    ...counts,
    reporters: (counts.reporters ?? 0) - (await metTwice(all, { shown, facet }, records)),
    // It is not counted by province who gave no line.
    ...(province ? { anonymousShare: null } : {}),
    ...callDays(whole),
    provinces: facetValues(whole.counters, 'province').toSorted(),
    ridings: ridingsOf(whole),
    languages: facetValues(whole.counters, 'language').toSorted(),
    callerIds: [...new Set(callers.flat())].toSorted().slice(0, MOST_CALLERS),
    links: Object.fromEntries(links),
    templated: { reports, reporters, complaints },
  }
}

function sum(pieces: CountRecord[]): Record<string, number> {
  const counters: Record<string, number> = {}
  for (const piece of pieces)
    for (const [name, n] of Object.entries(piece.counters)) counters[name] = (counters[name] ?? 0) + n
  return counters
}

/** How many times too often reporters were counted who stand under several of these. */
async function metTwice(
  pieces: CountRecord[],
  { shown, facet }: { shown: Shown; facet: string },
  records: CountRecords,
): Promise<number> {
  if (pieces.length < 2) return 0
  const own = new Set(pieces.map(({ record }) => shortId(record)))
  const surplus = await inTurns(pieces, async ({ record }) => {
    let here = 0
    for await (const meeting of records.list('script-meetings', within(record))) {
      const met = meeting.record.slice(record.length + 1).split('.').filter((short) => own.has(short)) // prettier-ignore
      // Each meeting is noted under all who meet: it is counted under the first.
      if (met[0] === shortId(record)) here += (met.length - 1) * (countsOf(shown(meeting), facet).reporters ?? 0)
    }
    return here
  })
  return surplus.reduce((total, here) => total + here, 0)
}

async function callersOf({ record }: CountRecord, shown: Shown, records: CountRecords): Promise<string[]> {
  const callers: string[] = []
  for await (const caller of records.list('script-callers', { ...within(record), limit: MOST_CALLERS })) {
    if ((shown(caller).counters['reports'] ?? 0) > 0) callers.push(caller.record.slice(record.length + 1))
    if (callers.length === MOST_CALLERS) break
  }
  return callers
}
