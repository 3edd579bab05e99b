import { afterEach, expect, test } from 'vitest'
import { electionWeek } from '../../rehearsal/election-week.ts'
import { GivenUpError, send } from '../../rehearsal/sender.ts'
import { type Fault, ToyStack } from './toy-stack.ts'

const week = () => [...electionWeek({ seed: 'sent', reports: 200 })]
const stacks: ToyStack[] = []

async function stackThat(faultAt: (n: number) => Fault = () => undefined): Promise<ToyStack> {
  const stack = new ToyStack(faultAt)
  stacks.push(stack)
  await stack.start()
  return stack
}

afterEach(async () => {
  await Promise.all(stacks.splice(0).map((stack) => stack.stop()))
})

const ids = (reports: { key: string }[]) => reports.map(({ key }) => `rpt_${key}-post`).toSorted()

test('every report arrives, amended and withdrawn as the week says', async () => {
  const stack = await stackThat()
  const sent = await send(week(), { apiUrl: stack.url })
  expect([sent.reports, sent.refused.size, sent.unequal, sent.repeated]).toEqual([200, 0, 0, 0])
  const live = week().filter(({ isLive }) => isLive)
  expect(ids(live)).toEqual(
    stack
      .filed()
      .map(({ id }) => id)
      .toSorted(),
  )
  const told = new Map(stack.filed().map(({ id, body }) => [id, body]))
  for (const report of live) expect(told.get(`rpt_${report.key}-post`)?.call).toEqual(report.told.call)
})

test('a stack that fails before, after and instead of taking a request gets every report once', async () => {
  const faults: Fault[] = ['unanswered-before', 'busy', 'unanswered-after']
  const stack = await stackThat((n) => (n % 3 === 0 ? faults[(n / 3) % 3] : undefined))
  const sent = await send(week(), { apiUrl: stack.url, concurrency: 8 })
  expect(sent.repeated).toBeGreaterThan(50)
  expect([sent.refused.size, sent.unequal]).toEqual([0, 0])
  expect(ids(week())).toEqual([...stack.reports.keys()].toSorted())
})

test('a stack that goes away in the middle and comes back gets every report once', async () => {
  const stack = await stackThat()
  const port = Number(new URL(stack.url).port)
  const back = new ToyStack()
  stacks.push(back)
  let isDown = false
  const sent = await send(week(), {
    apiUrl: stack.url,
    concurrency: 4,
    onDone: ({ reports }) => {
      if (reports < 60 || isDown) return
      isDown = true
      for (const [id, report] of stack.reports) back.reports.set(id, report)
      void stack.stop().then(() => setTimeout(() => void back.start(port), 300))
    },
  })
  expect(sent.repeated).toBeGreaterThan(0)
  for (const [id] of stack.reports) expect(week().some(({ key }) => id === `rpt_${key}-post`)).toBe(true)
  expect(new Set([...stack.reports.keys(), ...back.reports.keys()]).size).toBe(200)
})

test('what is refused is told and not repeated', async () => {
  const stack = await stackThat((n) => (n <= 5 ? 'refuse' : undefined))
  const sent = await send(week().slice(0, 20), { apiUrl: stack.url })
  expect(sent.refused).toEqual(new Map([['422', 5]]))
})

test('a stack that never answers is given up', async () => {
  const stack = await stackThat(() => 'busy')
  await expect(send(week(), { apiUrl: stack.url, concurrency: 2, patienceMs: 200 })).rejects.toThrow(GivenUpError)
})

test('a request repeated with its key and answered with another id is noticed', async () => {
  const stack = await stackThat()
  const replayed = week().filter(({ requests }) => requests.length > 1 && requests.every(({ method, headers }) => method === 'POST' && headers['idempotency-key'])) // prettier-ignore
  const forgetful = replayed.map((report) => ({
    ...report,
    requests: report.requests.map((request, i) => ({ ...request, headers: { ...request.headers, 'idempotency-key': `${report.key}-${i}` } })), // prettier-ignore
  }))
  expect((await send(forgetful, { apiUrl: stack.url })).unequal).toBeGreaterThan(0)
})
