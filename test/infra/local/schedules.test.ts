import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHostState } from '../../../infra/local/host-state.ts'
import { rateMillis, startSchedules } from '../../../infra/local/schedules.ts'
import { readAssembly } from '../../../infra/local/template/assembly.ts'
import { readStack } from '../../../infra/local/template/stack.ts'
import { cachedAssembly } from '../../../infra/local/cached-assembly.ts'

const DAY = 86_400_000
let directory: string
let now: number
let calls: unknown[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'schedules-'))
  now = Date.parse('2026-05-01T12:00:00Z')
  calls = []
})
afterEach(() => rmSync(directory, { recursive: true }))

/** A host's clock, from its start to its end, with looks at these times. */
async function host(times: number[], invoke = async (_: string, event: unknown) => void calls.push(event)) {
  const { schedules } = readStack(readAssembly(await cachedAssembly({ event: 'ca-ge-test', invented: false })))
  const state = openHostState(directory)
  const running = startSchedules({ schedules, state, invoke: invoke as never, now: () => now })
  for (const time of times) {
    now = time
    await running.look()
  }
  running.stop()
  state.close()
}

test('the publisher is called once a day, told the time as AWS tells it, and not when the host starts', async () => {
  const start = now
  await host([start, start + DAY - 1, start + DAY, start + DAY + 60_000, start + 2 * DAY])
  expect(calls).toEqual([{ asOf: '2026-05-02T12:00:00Z' }, { asOf: '2026-05-03T12:00:00Z' }])
})

test('a call that was due while the host was down is made once when it is up again', async () => {
  const start = now
  await host([start])
  await host([start + 5 * DAY, start + 5 * DAY + 60_000])
  expect(calls).toEqual([{ asOf: '2026-05-06T12:00:00Z' }])
})

test('a call that fails is not repeated before its next time', async () => {
  const start = now
  let tries = 0
  const failing = async () => {
    tries += 1
    throw new Error('cannot')
  }
  await host([start, start + DAY, start + DAY + 60_000], failing)
  expect(tries).toBe(1)
})

test('a rate is read as AWS writes it; a calendar is refused', () => {
  expect([rateMillis('rate(1 day)'), rateMillis('rate(20 hours)'), rateMillis('rate(5 minutes)')]).toEqual([DAY, 72_000_000, 300_000]) // prettier-ignore
  expect(() => rateMillis('cron(0 6 * * ? *)')).toThrow('knows only schedules such as rate(1 day)')
})
