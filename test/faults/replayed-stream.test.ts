import { exactDoor } from '../support/exact-door.ts'
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectTruth, expectWhole, sendWeek } from '../support/exactly-once.ts'
import { forgetCheckpoints } from '../support/forget-checkpoints.ts'
import { newDataDir, startStack } from '../support/stack.ts'

test('a stream that is read again from its start changes no count', async () => {
  const dataDir = newDataDir()
  const first = await startStack({ dataDir, environments: 2 })
  const { truth } = await sendWeek(first.url, { seed: 'replayed', reports: 60 })
  await first.idle()
  await expectTruth(await exactDoor(first), truth)
  await first.stop()
  expect(forgetCheckpoints(dataDir)).toBe(2)

  const second = await startStack({ dataDir, environments: 2 })
  await second.idle()
  expect(second.invocations()['tally-complaints']?.invocations).toBeGreaterThan(0)
  await expectTruth(await exactDoor(second), truth)
  await expectWhole(second)
  await second.stop()
  rmSync(dataDir, { recursive: true })
})
