import { DatabaseSync } from 'node:sqlite'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectTruth, expectWhole, sendWeek } from '../support/exactly-once.ts'
import { newDataDir, startStack } from '../support/stack.ts'

test('a stream that is read again from its start changes no count', async () => {
  const dataDir = newDataDir()
  const first = await startStack({ dataDir, environments: 2 })
  const { truth } = await sendWeek(first.url, { seed: 'replayed', reports: 60 })
  await first.idle()
  await expectTruth(first.url, truth)
  await first.stop()
  expect(forgetCheckpoints(dataDir)).toBe(1)

  const second = await startStack({ dataDir, environments: 2 })
  await second.idle()
  expect(second.invocations()['tally-complaints']?.invocations).toBeGreaterThan(0)
  await expectTruth(second.url, truth)
  await expectWhole(second)
  await second.stop()
  rmSync(dataDir, { recursive: true })
})

/** The next host begins at the mapping's starting position, as on its first day. */
function forgetCheckpoints(dataDir: string): number | bigint {
  using state = new DatabaseSync(join(dataDir, 'host.db'))
  return state.prepare("DELETE FROM state WHERE key LIKE 'checkpoint %'").run().changes
}
