import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Outcome, rehearse } from '../../rehearsal/rehearsal.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { stored } from '../support/stored.ts'

const REPORTS = 250

let stack: PermittedStack
let outcome: Outcome
beforeAll(async () => {
  stack = await startPermittedStack({ environments: 4 })
  outcome = await rehearse({ apiUrl: stack.url, seed: 'end to end', reports: REPORTS, concurrency: 12 })
})
afterAll(() => stack.stop())

test('every request of a rehearsed election week is accepted, and repeated ones are answered alike', () => {
  expect(Object.fromEntries(outcome.sent.refused)).toEqual({})
  expect(outcome.sent).toMatchObject({ reports: REPORTS, unequal: 0 })
  expect(outcome.sent.requests).toBeGreaterThan(REPORTS)
})

test('with its certain duplicates all counts equal the truth: in all, per election, per riding, per caller ID, per source', () => {
  const { total, elections, ridings, callers, sources } = outcome.truth
  expect(outcome.count.total).toEqual(total)
  expect(outcome.count.elections).toEqual(elections)
  expect(outcome.count.ridings).toEqual(ridings)
  expect(outcome.count.callers).toEqual(callers)
  expect(outcome.count.sources).toEqual(sources)
})

test('it holds what makes the three counts differ', () => {
  const { reports, reporters, complaints } = outcome.truth.total
  expect(reports).toBeGreaterThan(complaints)
  expect(complaints).toBeGreaterThan(reporters)
  expect(outcome.truth.ridings.size).toBeGreaterThan(5)
  expect(outcome.truth.callers.size).toBeGreaterThan(5)
  expect(outcome.truth.sources.size).toBe(4)
})

test('nothing of it is left in a queue or in the dead letters', async () => {
  expect(await stored(stack)).toMatchObject({ ReportQueueUrl: 0, ReportDeadLetterUrl: 0, StreamDeadLetterUrl: 0 })
})
