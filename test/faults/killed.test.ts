import { exactDoor } from '../support/exact-door.ts'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freePort } from '../../infra/local/dynamodb/engine.ts'
import { readTotal, waitUntilCounted } from '../../rehearsal/counted.ts'
import { expectTruth, expectWhole, hostedOn, sendWeek } from '../support/exactly-once.ts'
import { newDataDir, type StackProcess, startStackProcess } from '../support/stack.ts'

let dataDir: string
let stack: StackProcess
beforeEach(() => void (dataDir = newDataDir()))
afterEach(async () => {
  await stack.stop()
  rmSync(dataDir, { recursive: true })
})

test('a host that is killed again and again in the middle of a rehearsal counts everything accepted once', async () => {
  const [reports, kills] = [120, 3]
  const options = { port: await freePort(), visibilitySeconds: 1 }
  stack = await startStackProcess(dataDir, options)
  let killed = 0
  let restarting: Promise<void> | undefined
  const killAndRestart = async () => {
    await stack.kill()
    killed += 1
    stack = await startStackProcess(dataDir, options)
    restarting = undefined
  }
  const onDone = (done: number) => {
    if (done > ((killed + 1) * reports) / (kills + 1)) restarting ??= killAndRestart()
  }
  const { truth, repeated } = await sendWeek(stack.url, { seed: 'killed', reports, concurrency: 6, onDone })
  await restarting
  await waitUntilCounted({
    read: async () => await readTotal(await exactDoor({ url: stack.url, dataDir })),
    isExpected: (total) => JSON.stringify(total) === JSON.stringify(truth.total),
    quietMs: 30_000,
  })
  await expectTruth(await exactDoor({ url: stack.url, dataDir }), truth)
  // Scripts are grouped behind the counts.
  await vi.waitFor(async () => await expectWhole(hostedOn(dataDir)), { timeout: 60_000, interval: 1_000 })
  expect(killed).toBe(kills)
  expect(repeated).toBeGreaterThan(0)
})
