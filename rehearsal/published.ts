import { setTimeout as sleep } from 'node:timers/promises'
import type { Counts, Tables } from './expected.ts'

/** The statistics cannot be read: the stack is not there, or publishes none (`rawCounts` is off). */
export class UnreadableError extends Error {
  override name = 'UnreadableError' as const
}

type Row = Counts & {
  election?: string
  riding?: { id: string }
  callerId?: { kind: string; e164?: string }
  source?: string | null
  ageBand?: string
  group?: string
  question?: string
  answer?: string
}
type Sides = { exposed: number; unexposed: number }
type Compared = { comparison: string; misdirected: Sides; others: Sides }

/** Where the tables are read: for an analyst, under another path and with their token. */
export type Door = { under: string; headers: Record<string, string> }
const PUBLIC: Door = { under: '/v1/stats', headers: {} }

export async function readTables(apiUrl: string, door: Door = PUBLIC): Promise<Tables> {
  const [summary, ridings, callers, sources, ages, polls, compared] = await Promise.all([
    readRows(apiUrl, 'summary', door),
    readRows(apiUrl, 'ridings', door),
    readRows(apiUrl, 'caller-ids', door),
    readRows(apiUrl, 'sources', door),
    readRows(apiUrl, 'ages', door),
    readRows(apiUrl, 'earlier-polls', door),
    readRows<Compared>(apiUrl, 'earlier-polls/odds-ratios', door),
  ])
  const elections = keyed(summary, ({ election }) => election)
  const total = elections.get('all') ?? { reports: 0, reporters: 0, complaints: 0 }
  elections.delete('all')
  return {
    total,
    elections,
    ridings: keyed(ridings, ({ riding }) => riding?.id),
    callers: keyed(callers, ({ callerId }) => callerId?.e164 ?? callerId?.kind),
    // The rows without a source are sums of a door.
    sources: keyed(sources.filter(({ source }) => source), ({ source }) => source ?? undefined), // prettier-ignore
    ages: told(keyed(ages, ({ ageBand }) => ageBand)),
    polls: told(keyed(polls, ({ group, question, answer }) => `${group} ${question} ${answer}`)),
    compared: told(new Map(compared.flatMap(sidesOf))),
  }
}

export async function readTotal(apiUrl: string): Promise<Counts> {
  const rows = await readRows(apiUrl, 'summary', PUBLIC)
  return keyed(rows, ({ election }) => election).get('all') ?? { reports: 0, reporters: 0, complaints: 0 }
}

export type WaitOptions = {
  read: () => Promise<Counts>
  isExpected: (total: Counts) => boolean
  /** Given up after so long without a change. */
  quietMs: number
  onPoll?: (total: Counts) => void
}

/** What `read` gives, asked again each second for a minute: a stack that was killed may be coming back. */
export async function patiently<T>(read: () => Promise<T>, attempts = 60): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (attempts <= 1) throw error
    await sleep(1_000)
    return patiently(read, attempts - 1)
  }
}

/** The total once it is as expected and stays so for two looks, or once it has stopped changing. Outages in between are waited out. */
export async function waitUntilCounted({ read, isExpected, quietMs, onPoll }: WaitOptions): Promise<Counts> {
  let last = await patiently(read)
  let changedAt = Date.now()
  for (let steady = 0; ;) {
    onPoll?.(last)
    if (steady >= 2 && isExpected(last)) return last
    if (Date.now() - changedAt > quietMs) return last
    await sleep(500)
    const total = await read().catch(() => last)
    const isSame = JSON.stringify(total) === JSON.stringify(last)
    steady = isSame ? steady + 1 : 0
    if (!isSame) changedAt = Date.now()
    last = total
  }
}

async function readRows<T = Row>(apiUrl: string, table: string, { under, headers }: Door): Promise<T[]> {
  const rows: T[] = []
  for (let url: URL | undefined = new URL(`${under}/${table}`, apiUrl); url;) {
    const response: Response = await fetch(url, { headers: { accept: 'application/json', ...headers } }).catch(
      unreachable,
    )
    if (!response.ok) throw new UnreadableError(`${url.pathname} answers ${response.status}`)
    rows.push(...((await response.json()) as { rows: T[] }).rows)
    url = nextPage(response.headers.get('link'), url)
  }
  return rows
}

/** Tables that come whole have rows in which nothing is counted. */
function told(counts: Map<string, Counts>): Map<string, Counts> {
  return new Map([...counts].filter(([, { reports, reporters }]) => reports > 0 || reporters > 0))
}

function sidesOf({ comparison, ...groups }: Compared): [string, Counts][] {
  return (['misdirected', 'others'] as const).flatMap((group) =>
    (['exposed', 'unexposed'] as const).map((side): [string, Counts] => [
      `${comparison} ${group} ${side}`,
      { reports: 0, reporters: groups[group][side], complaints: 0 },
    ]),
  )
}

function unreachable(cause: unknown): never {
  throw new UnreadableError('nothing answers there', { cause })
}

function nextPage(link: string | null, from: URL): URL | undefined {
  const next = link?.split(',').find((part) => /;\s*rel="?next"?/.test(part))
  const target = next && /<([^>]+)>/.exec(next)?.[1]
  return target ? new URL(target, from) : undefined
}

function keyed(rows: Row[], keyOf: (row: Row) => string | undefined): Map<string, Counts> {
  return new Map(
    rows.map((row) => [
      keyOf(row) ?? '?',
      { reports: row.reports, reporters: row.reporters, complaints: row.complaints },
    ]),
  )
}
