import { exactDoor } from '../support/exact-door.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '../../operate/list-audit.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { readTables } from '../../rehearsal/counted.ts'
import { type Outcome, rehearse } from '../../rehearsal/rehearsal.ts'
import { operated } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { send } from '../support/sender.ts'
import { stored } from '../support/stored.ts'

const REPORTS = 250

let stack: PermittedStack
let outcome: Outcome
beforeAll(async () => {
  stack = await startPermittedStack({ environments: 4 })
  outcome = await rehearse({
    apiUrl: stack.url,
    door: await exactDoor(stack),
    seed: 'end to end',
    reports: REPORTS,
    concurrency: 12,
  })
})
afterAll(() => stack.stop())

test('every request of a rehearsed election week is accepted, and repeated ones are answered alike', () => {
  expect(Object.fromEntries(outcome.sent.refused)).toEqual({})
  expect(outcome.sent).toMatchObject({ reports: REPORTS, unequal: 0 })
  expect(outcome.sent.requests).toBeGreaterThan(REPORTS)
})

test('with its certain duplicates all counts equal the truth: in all, per election, per riding, per caller ID, per source, per age, per answer about earlier polls', () => {
  const { total, elections, ridings, callers, sources, ages, polls, compared } = outcome.truth
  expect(outcome.count.total).toEqual(total)
  expect(outcome.count.elections).toEqual(elections)
  expect(outcome.count.ridings).toEqual(ridings)
  expect(outcome.count.callers).toEqual(callers)
  expect(outcome.count.sources).toEqual(sources)
  expect(outcome.count.ages).toEqual(ages)
  expect(outcome.count.polls).toEqual(polls)
  expect(outcome.count.compared).toEqual(compared)
})

test('of each number displayed the ridings are those of its calls, and its hours have three counts, which are the truth', async () => {
  const week = [...electionWeek({ seed: 'end to end', reports: REPORTS })].filter(({ isLive }) => isLive)
  const numbers = Map.groupBy(week, ({ cells }) => cells.caller)
  const telling = mostTelling(week)
  const { headers } = await exactDoor(stack)
  const most = [...numbers].filter(([caller]) => caller?.startsWith('+')).toSorted(([, a], [, b]) => b.length - a.length) // prettier-ignore
  for (const [caller, reports] of most.slice(0, 5)) {
    const { json } = await send(`${stack.url}/v1/exact/caller-ids/${caller}`, { headers })
    const [row] = json['rows'] as { ridings: string[]; hours: Record<string, object> }[]
    const hours = Map.groupBy(reports, ({ told }) => told.call.receivedAt?.match(/T(\d\d)/)?.[1])
    expect(row).toMatchObject(outcome.truth.callers.get(caller!)!)
    expect(row!.ridings).toEqual([...new Set(reports.flatMap(({ cells }) => cells.riding ?? []))].filter((id) => id !== 'unresolved').toSorted()) // prettier-ignore
    for (const [hour, cell] of Object.entries(row!.hours)) expect(cell).toEqual(truthOf(hours.get(hour) ?? [], telling))
  }
})

type Rehearsed = ReturnType<typeof electionWeek> extends Iterable<infer T> ? T : never

/** Of each call the report that tells it best: its complaint counts where that does. */
function mostTelling(week: Rehearsed[]): Map<string, Rehearsed> {
  const telling = new Map<string, Rehearsed>()
  for (const report of week) if (report.clarity > (telling.get(report.callId)?.clarity ?? -1)) telling.set(report.callId, report) // prettier-ignore
  return telling
}

function truthOf(reports: Rehearsed[], telling: Map<string, Rehearsed>): object {
  return {
    reports: reports.length,
    reporters: new Set(reports.map(({ line, callId }) => line ?? callId)).size,
    complaints: reports.filter((report) => telling.get(report.callId) === report).length,
  }
}

test('of each number displayed the timeline has three counts, which are the truth', async () => {
  const week = [...electionWeek({ seed: 'end to end', reports: REPORTS })].filter(({ isLive }) => isLive)
  const telling = mostTelling(week)
  // Told fifteen years later, a call counts in its month.
  const monthOf = ({ told }: Rehearsed) => /^(\d{4}-\d\d)-\d\d/.exec(told.call.receivedAt ?? '')?.[1]
  const { headers } = await exactDoor(stack)
  const numbers = Map.groupBy(week, ({ cells }) => cells.caller)
  const most = [...numbers].filter(([caller]) => caller?.startsWith('+')).toSorted(([, a], [, b]) => b.length - a.length) // prettier-ignore
  for (const [caller, reports] of most.slice(0, 5)) {
    const { json } = await send(`${stack.url}/v1/exact/timeline?callerId=${encodeURIComponent(caller!)}`, { headers })
    const rows = (json['rows'] as Record<string, unknown>[]).filter(({ period }) => period !== 'undated')
    const months = [...Map.groupBy(reports, monthOf)].filter(([month]) => month !== undefined).toSorted()
    const truth = months.map(([period, those]) => ({ period, ...truthOf(those, telling) }))
    expect(
      rows.map(({ period, reports, reporters, complaints }) => ({ period, reports, reporters, complaints })),
    ).toEqual(truth)
  }
})

test('analysts are given the truth exactly, with a record of each page', async () => {
  const purpose = 'to see that each page is on record'
  const door = await exactDoor(stack)
  expect(await readTables({ ...door, headers: { ...door.headers, purpose } })).toEqual(outcome.truth)
  const own = (await listAudit(operated(stack))).filter((entry) => entry.purpose === purpose)
  expect(own.map(({ query }) => query.table).toSorted()).toEqual([
    'ages',
    'caller-ids',
    'earlier-polls',
    'odds-ratios',
    'ridings',
    'sources',
    'summary',
  ])
})

test('it holds what makes the three counts differ', () => {
  const { reports, reporters, complaints } = outcome.truth.total
  expect(reports).toBeGreaterThan(complaints)
  expect(complaints).toBeGreaterThan(reporters)
  expect(outcome.truth.ridings.size).toBeGreaterThan(5)
  expect(outcome.truth.callers.size).toBeGreaterThan(5)
  expect(outcome.truth.sources.size).toBe(4)
  expect(outcome.truth.ages.size).toBeGreaterThan(7)
  expect(outcome.truth.polls.size).toBeGreaterThan(15)
  expect(outcome.truth.compared.size).toBeGreaterThan(7)
})

test('nothing of it is left in a queue or in the dead letters', async () => {
  expect(await stored(stack)).toMatchObject({ ReportQueueUrl: 0, ReportDeadLetterUrl: 0, StreamDeadLetterUrl: 0 })
})
