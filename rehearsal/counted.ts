import { setTimeout as sleep } from 'node:timers/promises'
import type { Counts, Tables } from './expected.ts'

/** The counts cannot be read: the stack is not there, or does not take the token. */
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

/** Where exact counts are read, and what an analyst shows there: a token, and a purpose. */
export type ExactDoor = { url: string; headers: Record<string, string> }

export async function readTables(door: ExactDoor): Promise<Tables> {
  const [summary, ridings, callers, sources, ages, polls, compared] = await Promise.all([
    readRows(door, 'summary'),
    readRows(door, 'ridings'),
    readRows(door, 'caller-ids'),
    readRows(door, 'sources'),
    readRows(door, 'ages'),
    readRows(door, 'earlier-polls'),
    readRows<Compared>(door, 'earlier-polls/odds-ratios'),
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

export async function readTotal(door: ExactDoor): Promise<Counts> {
  const rows = await readRows(door, 'summary')
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

async function readRows<T = Row>({ url: api, headers }: ExactDoor, table: string): Promise<T[]> {
  const rows: T[] = []
  for (let url: URL | undefined = new URL(`/v1/exact/${table}`, api); url;) {
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
