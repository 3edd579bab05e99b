import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergePause } from '../../functions/adapters/merge-pause.ts'
import { publishNow } from '../../operate/publish.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { operated, sendWeek } from '../support/exactly-once.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, send, senderTo } from '../support/sender.ts'

const A_SECOND = 10
/** Beyond the pause of an edition and what is left behind of a merge that it met: on this host a message comes again after two seconds. */
const MOST_LAG_MILLIS = 60_000

let stack: PermittedStack
beforeAll(async () => {
  stack = await startPermittedStack({ invented: true })
  await sendWeek(stack.url, { seed: 'before', reports: 100 })
  await stack.idle()
})
afterAll(() => stack.stop())

/** Ten a second, of different people, places and texts, until it is told to stop; when each was kept. */
function keepSending() {
  const keptAt: number[] = []
  const sender = senderTo(stack)
  let isWanted = true
  const run = async () => {
    const answers: Promise<void>[] = []
    for (let n = 0; isWanted; n += 1) {
      const report = aReport({ message: `They said poll ${n % 7} has moved` }, { riding: ['Guelph', 'Halifax', 'Laval', 'Milton'][n % 4]!, reporter: { phone: `519-555-01${String(n % 100).padStart(2, '0')}` } }) // prettier-ignore
      answers.push(sender.kept(report).then(() => void keptAt.push(Date.now())))
      await sleep(1000 / A_SECOND)
    }
    await Promise.all(answers)
  }
  const running = run()
  return { keptAt, stop: async () => ((isWanted = false), await running) }
}

/** When so many more reports were counted. */
async function watchCounts(from: number, isDone: () => boolean): Promise<{ at: number; counted: number }[]> {
  const seen: { at: number; counted: number }[] = []
  while (!isDone()) {
    const [reports = 0] = await senderTo(stack).counts()
    seen.push({ at: Date.now(), counted: reports - from })
    await sleep(500)
  }
  return seen
}

test('while ten reports come a second an edition is published, and each of them is counted once, soon', async () => {
  const [before = 0] = await senderTo(stack).counts()
  const sending = keepSending()
  let isDone = false
  const watching = watchCounts(before, () => isDone)
  await sleep(2000)
  const from = performance.now()
  const { latest } = await publishNow(operated(stack))
  const publishedIn = performance.now() - from
  expect((await send(`${stack.url}/v1/editions/latest.json`)).json['edition']).toBe(latest)
  await sleep(3000)
  await sending.stop()
  await stack.idle()
  await sleep(1000)
  isDone = true
  const seen = await watching
  const lags = sending.keptAt.map((kept, n) => (seen.find(({ counted }) => counted > n)?.at ?? Infinity) - kept)
  console.info(`published in ${(publishedIn / 1000).toFixed(1)} s while ${lags.length} reports came; counted after at most ${(Math.max(...lags) / 1000).toFixed(1)} s`) // prettier-ignore
  expect(sending.keptAt.length).toBeGreaterThan(100)
  expect(Math.max(...lags)).toBeLessThan(MOST_LAG_MILLIS)
  expect((await senderTo(stack).counts())[0]).toBe(before + sending.keptAt.length)
  expect(isClean(await recount(operated(stack), { repair: false }))).toBe(true)
})

test('a publisher that was killed in its pause holds nothing up for longer than half a minute', async () => {
  const [before = 0] = await senderTo(stack).counts()
  const { dynamodb, outputs } = operated(stack)
  // Twenty seconds of the half minute have passed.
  await mergePause(dynamodb, outputs.StatsTable, outputs.EventSlug, () => Date.now() - 20_000).begin()
  const from = performance.now()
  await senderTo(stack).kept(aReport())
  while ((await senderTo(stack).counts())[0] === before) await sleep(500)
  expect(performance.now() - from).toBeGreaterThan(5_000)
  expect(performance.now() - from).toBeLessThan(MOST_LAG_MILLIS)
  await stack.idle()
  expect((await senderTo(stack).counts())[0]).toBe(before + 1)
})
