import { compare, isEqual, type Line, since } from './comparison.ts'
import { electionWeek, type WeekOptions } from './election-week.ts'
import { type Counts, Expected, type Tables } from './expected.ts'
import { type ExactDoor, patiently, readTables, readTotal, waitUntilCounted } from './counted.ts'
import type { Rehearsed } from './rehearsed.ts'
import { send, type SendOptions, type Sent } from './sender.ts'

export type RehearsalOptions = WeekOptions &
  Omit<SendOptions, 'onReport'> & {
    /** Where the counts are read. */
    door: ExactDoor
    /** How long the counts may stand still before they are taken as final. */
    quietMs?: number
    onPoll?: (total: Counts, expected: number) => void
  }

export type Outcome = {
  sent: Sent
  truth: Tables
  count: Tables
  comparison: ReturnType<typeof compare>
  /** Every line, in E.164, that was given as a reporter's own: none may be found anywhere afterwards. */
  linesGiven: ReadonlySet<string>
  /** False when the stack had counted something before: its reporters and calls may be these again. */
  wasFresh: boolean
  /** Whether every count is the truth. */
  isExact: boolean
}

/** Plays an election week to a running stack, waits until it is counted, and puts truth beside count. */
export async function rehearse(options: RehearsalOptions): Promise<Outcome> {
  const { door, onPoll, quietMs = 60_000 } = options
  const before = await readTables(door)
  const expected = new Expected()
  const linesGiven = new Set<string>()
  const onReport = (report: Rehearsed) => {
    expected.add(report)
    for (const line of report.lines) linesGiven.add(line)
  }
  const sent = await send(electionWeek(options), { ...options, onReport })
  const truth = expected.tables()
  await waitUntilCounted({
    read: () => readTotal(door),
    isExpected: (total) =>
      isSame(total, truth.total, before.total) || (options.isHard === true && isAll(total, truth.total, before.total)),
    quietMs,
    onPoll: (total) => onPoll?.(total, before.total.reports + truth.total.reports),
  })
  const count = since(before, await patiently(() => readTables(door)))
  const comparison = compare(truth, count)
  const all: Line[] = Object.values(comparison).flat()
  return {
    sent,
    truth,
    count,
    comparison,
    linesGiven,
    wasFresh: before.total.reports === 0,
    isExact: all.every(isEqual),
  }
}

function isSame(total: Counts, truth: Counts, before: Counts): boolean {
  return (
    isAll(total, truth, before) &&
    total.reporters === before.reporters + truth.reporters &&
    total.complaints === before.complaints + truth.complaints
  )
}

function isAll(total: Counts, truth: Counts, before: Counts): boolean {
  return total.reports === before.reports + truth.reports
}
