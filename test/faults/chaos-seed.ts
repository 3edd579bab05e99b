import { exactDoor } from '../support/exact-door.ts'
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { freePort } from '../../infra/local/dynamodb/engine.ts'
import { Random } from '../../rehearsal/random.ts'
import { chaosStack } from '../support/chaos-stack.ts'
import { deadLetters, expectNoDifference, expectTruth, hostedOn, sendWeek } from '../support/exactly-once.ts'
import { PASSING_FAULTS, type Plan } from '../support/fault-plan.ts'
import { forgetCheckpoints } from '../support/forget-checkpoints.ts'
import { queued } from '../support/queued.ts'
import { newDataDir } from '../support/stack.ts'

/** What a run went through. */
export type Suffered = {
  faults: number
  kinds: number
  repeated: number
  kills: number
  replays: number
  poison: number
}

const REPORTS = 150
const STAGES = ['receive-report', 'merge-report', 'tally-complaints', 'group-scripts', 'answer-exact']

/** Plays a week to a stack that suffers as this seed says. Throws unless everything accepted is counted once, and poison alone is dead. */
export async function sufferSeed(seed: string, assembly: string): Promise<Suffered> {
  const random = new Random(`chaos ${seed}`)
  const dataDir = newDataDir()
  const poison = Array.from({ length: random.between(0, 3) }, (_, n) => `poison ${n}`)
  const options = {
    assembly,
    dataDir,
    port: await freePort(),
    visibilitySeconds: 1,
    longestPause: 100,
    environments: 2,
  }
  const stack = chaosStack(options, plansFor(random))
  await stack.start()
  for (const body of poison) await queued(hostedOn(dataDir)).put(body)

  const killAt = Array.from({ length: random.between(0, 3) }, () => random.between(1, REPORTS - 1)).toSorted(
    (a, b) => a - b,
  )
  let [kills, replays] = [0, 0]
  let restarting: Promise<void> | undefined
  const killAndRestart = async () => {
    kills += 1
    await stack.kill()
    if (random.chance(0.5)) replays += forgetCheckpoints(dataDir)
    await stack.start()
    restarting = undefined
  }
  const onDone = (done: number) => {
    if (done >= (killAt[kills] ?? Infinity)) restarting ??= killAndRestart()
  }
  try {
    const apiUrl = `http://127.0.0.1:${options.port}`
    const { truth, repeated } = await sendWeek(apiUrl, { seed: `chaos ${seed}`, reports: REPORTS, onDone })
    await restarting
    await stack.calm()
    await expectTruth(await exactDoor({ url: apiUrl, dataDir }), truth)
    await expectNoDifference(hostedOn(dataDir))
    assert.deepEqual(await deadLetters(hostedOn(dataDir)), { reports: poison.length, stream: 0 })
    assert.deepEqual((await queued(hostedOn(dataDir)).takeDead()).toSorted(), poison)
    const injected = stack.injected()
    const faults = [...injected.values()].reduce((sum, n) => sum + n, 0)
    assert.notEqual(faults, 0)
    const kinds = new Set([...injected.keys()].map((name) => name.split(' ').at(-1))).size
    return { faults, kinds, repeated, kills, replays, poison: poison.length }
  } finally {
    await restarting
    await stack.stop()
    rmSync(dataDir, { recursive: true })
  }
}

function plansFor(random: Random): Plan[] {
  const share = (low: number, high: number) => random.between(low, high) / 100
  const faults = PASSING_FAULTS.filter(() => random.chance(0.8))
  const plan = (caller: string, chance: number): Plan => ({
    faults: faults.length > 0 ? faults : PASSING_FAULTS,
    on: { caller },
    chance,
    millis: random.between(50, 1_500),
    ...(random.chance(0.3) ? { attempts: 1 } : {}),
  })
  return [...STAGES.map((caller) => plan(caller, share(5, 30))), plan('local-host', share(1, 6))]
}
