import { spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { playDemo } from '../../rehearsal/demo.ts'
import { Expected } from '../../rehearsal/expected.ts'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { rehearse } from '../../rehearsal/rehearsal.ts'
import { countsOf } from './certain-rule.ts'
import { type Fault, ToyStack } from './toy-stack.ts'

let fault: (n: number) => Fault
let stack: ToyStack

beforeEach(async () => {
  fault = () => undefined
  stack = new ToyStack((n) => fault(n))
  await stack.start()
})
afterEach(() => stack.stop())

const play = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((ended) => {
    const child = spawn(process.execPath, ['rehearsal/rehearse.ts', '--url', stack.url, '--token', 'toy', ...args])
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => (out += data))
    child.stderr.on('data', (data) => (err += data))
    child.on('close', (code) => ended({ code, out, err }))
  })

test('with certain duplicates, an independent count of what was sent is the truth in every cell', async () => {
  const { isExact, comparison, wasFresh } = await rehearse({
    apiUrl: stack.url,
    door: { url: stack.url, headers: {} },
    seed: 'exact',
    reports: 1_200,
  })
  expect([isExact, wasFresh]).toEqual([true, true])
  expect(comparison.ridings.length).toBeGreaterThan(30)
  expect(comparison.callers.length).toBeGreaterThan(30)
  expect(comparison.sources).toHaveLength(4)
  expect(comparison.ages).toHaveLength(9)
  expect(comparison.polls.length).toBeGreaterThan(30)
  expect(comparison.compared).toHaveLength(12)
  expect(comparison.total.truth.complaints).toBeLessThan(comparison.total.truth.reports)
})

test('the hard ones show as a difference: more complaints than calls', async () => {
  const { isExact, comparison } = await rehearse({
    apiUrl: stack.url,
    door: { url: stack.url, headers: {} },
    seed: 'hard',
    reports: 600,
    isHard: true,
  })
  expect(isExact).toBe(false)
  expect(comparison.total.count.reports).toBe(comparison.total.truth.reports)
  expect(comparison.total.count.complaints).toBeGreaterThan(comparison.total.truth.complaints)
})

test('a stack that is away while its counts are read is waited for', async () => {
  const port = Number(new URL(stack.url).port)
  const sent = rehearse({
    apiUrl: stack.url,
    door: { url: stack.url, headers: {} },
    seed: 'away',
    reports: 60,
    onDone: ({ reports }) => {
      if (reports === 60) void stack.stop().then(() => setTimeout(() => void stack.start(port), 1_500))
    },
  })
  expect((await sent).isExact).toBe(true)
})

test('the truth adds up: each table counts every report that has such a cell', () => {
  const expected = new Expected()
  const reports = [...electionWeek({ seed: 'sum', reports: 900 })]
  for (const report of reports) expected.add(report)
  const { total, elections, ridings, callers } = expected.tables()
  const sum = (table: typeof ridings, field: 'reports' | 'complaints') => [...table.values()].reduce((all, counts) => all + counts[field], 0) // prettier-ignore
  const live = reports.filter(({ isLive }) => isLive)
  expect(sum(elections, 'reports')).toBe(total.reports)
  expect(sum(elections, 'complaints')).toBe(total.complaints)
  expect(sum(ridings, 'reports')).toBe(elections.get('federal')!.reports)
  expect(sum(callers, 'reports')).toBe(live.filter(({ cells }) => cells.caller).length)
  expect(total.complaints).toBe(new Set(live.map(({ callId }) => callId)).size)
})

test('the demo is small, quick and always the same', async () => {
  const { sent, truth } = await playDemo(stack.url)
  await playDemo(stack.url)
  expect([sent.reports, sent.refused.size]).toEqual([150, 0])
  expect(countsOf(stack.filed()).summary[0]).toEqual({ election: 'all', ...truth.total })
})

test('npm run rehearse prints truth beside count, and ends with 0 when they are equal', async () => {
  const { code, out, err } = await play('--reports', '300')
  expect(out).toContain('Every count is the truth.')
  expect(out).toMatch(/Guelph +\d+/)
  expect(out).toMatch(/withheld +\d+/)
  expect(err).toMatch(/sent 300\/300/)
  expect(err).toMatch(/counted \d+\/\d+/)
  expect(code).toBe(0)
})

test('npm run rehearse ends with 1 when something was refused, or was played before', async () => {
  fault = (n) => (n === 7 ? 'refuse' : undefined)
  const refused = await play('--reports', '100', '--quiet', '1')
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('refused: 1 × 422')])
  const again = await play('--reports', '100', '--seed', 'x', '--quiet', '1')
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('The stack was not empty')])
  const same = await play('--reports', '100', '--seed', 'x', '--quiet', '1')
  expect([same.code, same.out]).toEqual([1, expect.stringContaining('Nothing new was counted')])
})

test('npm run rehearse ends with 2 when nothing answers, or it is asked for what is no number', async () => {
  await stack.stop()
  const { code, err } = await play()
  expect([code, err]).toEqual([2, expect.stringContaining('nothing answers there')])
  const { code: usage } = await play('--reports', 'many')
  expect(usage).toBe(2)
  await stack.start()
})
