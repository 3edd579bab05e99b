import { scriptId } from '../../test/support/script-ids.ts'
import { addCounts, type Contribution, contribution, mostTelling, NONE } from '../../functions/domain/contribution.ts'
import type { Facts } from '../../functions/domain/facts.ts'
import { newReporter, type Reporter, reporterKey, withReport } from '../../functions/domain/reporter.ts'
import { ridingsOf } from '../../functions/domain/ridings/riding.ts'
import type { Grouped } from '../../functions/domain/scripts/script-cells.ts'
import { scriptContribution } from '../../functions/domain/scripts/templated-cells.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import type { Rehearsed } from '../../rehearsal/rehearsed.ts'
import { factsTold } from '../../test/support/matched-week.ts'
import { reportId } from '../../test/support/told.ts'

/** What so many complaints add up to in the stats table; with whom they tell of. */
export type Election = {
  counts: Contribution
  complaints: number
  callers: number
  scripts: number
  /** The script and the number that more complaints tell of than of any other, and the records that this script lies in. */
  hot: { script: string; caller: string; parts: string[] }
}

const WEEK = 2_000
/** A campaign of forty days: of a week of calls each campaign begins so many days earlier at most. */
const DAYS_EARLIER = 33
/** How many records a script of everywhere was counted in before these turned out to be one. */
const PARTS = 8
const RIDINGS = ridingsOf('2003').map(({ id }) => id)
const HOT = 'everywhere'

/**
 * A rehearsed week as often as it takes, each time with other reporters, numbers, scripts, places and days, so that the numbers and
 * scripts grow with the complaints; its bursts, a third of all, are told of the same numbers and one script every time.
 */
export function nationalElection(complaints: number): Election {
  const week = rehearsedWeek()
  const counts: Contribution = new Map()
  let counted = 0
  for (let copy = 0; counted < complaints; copy += 1) {
    for (const told of week) {
      if (counted >= complaints) break
      const { reporter, grouped } = again(told, copy)
      counted += mostTelling(reporter).length
      add(counts, contribution(reporter))
      add(counts, scriptContribution(reporter, grouped))
    }
  }
  return { counts, complaints: counted, ...named(counts) }
}

type Told = { reporter: Reporter; truths: Record<string, Rehearsed> }

function rehearsedWeek(): Told[] {
  const known = new Map<string, Told>()
  for (const [n, truth] of [...electionWeek({ reports: WEEK, seed: 'statistics' })].entries()) {
    if (!truth.isLive) continue
    const [id, key] = [reportId(n), reporterKey({ id: reportId(n), token: truth.line })]
    const { reporter, truths } = known.get(key) ?? { reporter: newReporter(key, 'bench'), truths: {} }
    known.set(key, { reporter: withReport(reporter, id, factsTold(truth.told)), truths: { ...truths, [id]: truth } })
  }
  return [...known.values()]
}

/** The same people of another place and time. */
function again({ reporter, truths }: Told, copy: number): { reporter: Reporter; grouped: Grouped } {
  const reports = Object.entries(reporter.reports)
  return {
    reporter: {
      ...reporter,
      key: `${reporter.key}${copy}`,
      reports: Object.fromEntries(reports.map(([id, facts]) => [id, { ...facts, ...elsewhere(facts, truths[id]!, copy) }])),
    },
    grouped: Object.fromEntries(reports.map(([id, facts]) => [id, groupedAs(facts, { ...truths[id]!, id, copy })])),
  }
} // prettier-ignore

function elsewhere(facts: Facts, { door, traits }: Rehearsed, copy: number): Partial<Facts> {
  const isBurst = traits.includes('burst')
  const { caller, riding, source, day } = facts
  const seed = isBurst ? 0 : numberIn(caller ?? '') + 7 * copy
  const known = RIDINGS.indexOf(riding?.slice('RIDING#'.length) ?? '')
  const called = earlier(day ?? '2011-05-02', seed % (DAYS_EARLIER + 1))
  return {
    door,
    receivedAt: `${earlier(called, -(copy % 3))}T${String(copy % 24).padStart(2, '0')}:00:00.000Z`,
    ...(day ? { day: called } : {}),
    ...(caller?.startsWith('CALLER#+') && !isBurst ? { caller: `CALLER#${fictional(copy * 421 + seed)}` } : {}),
    ...(known >= 0 ? { riding: `RIDING#${RIDINGS[(known + 13 * seed) % RIDINGS.length]}` } : {}),
    ...(source ? { source: `${source} ${copy}` } : {}),
  }
}

/** Bursts are one script, which lies in parts; of all others each number has its own. */
function groupedAs({ gist, caller }: Facts, { traits, id, copy }: Rehearsed & { id: string; copy: number }): Grouped[string] {
  const isBurst = traits.includes('burst')
  const name = isBurst ? `${HOT} ${Number(id.slice(-6)) % PARTS}` : caller?.startsWith('CALLER#+') ? `${caller} ${copy}` : gist && `${gist} ${copy}`
  return {
    ...(name ? { script: scriptId(name) } : {}),
    reasons: [...(gist ? (['gist'] as const) : []), ...(caller ? (['caller'] as const) : [])],
    isTemplated: traits.includes('false-alarm'),
  }
} // prettier-ignore

function earlier(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
}

function numberIn(caller: string): number {
  return Number(caller.replace(/\D/g, '').slice(1, 4)) + Number(caller.slice(-2)) || 0
}

/** One of 80,000 numbers that nobody has: a hundred of each area code. */
function fictional(n: number): string {
  return `+1${200 + (n % 800)}55501${String(Math.floor(n / 800) % 100).padStart(2, '0')}`
}

function add(sum: Contribution, more: Contribution): void {
  for (const [key, count] of more) sum.set(key, addCounts(sum.get(key) ?? NONE, count))
}

function named(counts: Contribution): Pick<Election, 'callers' | 'scripts' | 'hot'> {
  const totals = (collection: string) =>
    [...counts].flatMap(([key, { reports }]) => {
      const [of, record, facet] = key.split('|')
      return of === collection && facet === '' && record ? [{ record, reports }] : []
    })
  const most = (records: { record: string; reports: number }[]) =>
    records.reduce((a, b) => (b.reports > a.reports ? b : a)).record
  const [callers, scripts] = [totals('caller-ids'), totals('scripts')]
  const all = Array.from({ length: PARTS }, (_, part) => scriptId(`${HOT} ${part}`))
  // A script is called by the smallest of its names.
  const parts = all.filter((part) => scripts.some(({ record }) => record === part)).toSorted()
  const numbers = callers.filter(({ record }) => record.startsWith('CALLER#+'))
  const hot = { script: parts[0]!, caller: most(numbers).slice('CALLER#'.length), parts: parts.slice(1) }
  return { callers: callers.length, scripts: scripts.length, hot }
}
