import { countStore } from '../../functions/adapters/count-store.ts'
import { scriptCounts } from '../../functions/adapters/script-counts.ts'
import { publishNow } from '../../operate/publish.ts'
import { hostedOn, operated } from '../../test/support/exactly-once.ts'
import { exactDoor } from '../../test/support/exact-door.ts'
import { startStack, startStackProcess } from '../../test/support/stack.ts'
import { type Asked, exactTables, PAGED, publicTables } from './asked-tables.ts'
import { cellsIn, readUnitsOf } from './consumption.ts'
import { fillCounts } from './fill-counts.ts'
import type { Election } from './national-election.ts'
import type { Used } from './read-growth.ts'
import { type Call, startRecorder } from './recorder.ts'
import { interleave } from './samples.ts'
import { type Answer, type Getter, latePage, startGetter } from './timed-get.ts'

export type Filled = {
  records: number
  publishSeconds: number
  publishUnits: number
  asked: Asked
  used: Record<string, Used>
}

/** A local host whose stats table holds these counts and whose public reads an edition of them; and what each path reads there. */
export async function fillHost(dataDir: string, election: Election): Promise<Filled> {
  const recorder = startRecorder()
  const host = await startStack({
    event: 'bench',
    invented: true,
    dataDir,
    interpose: async (service, url, caller) =>
      caller === 'functions' && (service === 'dynamodb' || service === 's3') ? await recorder.interpose(service, url) : url,
  })
  const stack = operated(hostedOn(dataDir))
  const { LedgerTable: ledger, StatsTable: stats, EventSlug } = stack.outputs
  const counts = countStore(stack.dynamodb, { ledger, stats }, EventSlug)
  const scripts = scriptCounts(stack.dynamodb, stats, EventSlug)
  const records = await fillCounts(election, { counts, scripts, now: new Date() })
  const from = performance.now()
  await publishNow(stack)
  const publishSeconds = (performance.now() - from) / 1000
  const publishUnits = readUnitsOf(recorder.calls)
  const asked = { ...exactTables(election.hot), ...publicTables(election.hot) }
  const { headers } = await exactDoor({ url: host.url, dataDir })
  const getter = startGetter(host.url)
  const used = await usedBy(asked, { getter, headers, calls: recorder.calls })
  getter.close()
  for (const client of [stack.dynamodb, stack.sqs, stack.lambda, stack.secrets]) client.destroy()
  await host.stop()
  await recorder.stop()
  return { records, publishSeconds, publishUnits, asked, used }
} // prettier-ignore

type Door = { getter: Getter; headers: Record<string, string>; calls: Call[] }

/** Adds the late pages to what is asked. */
async function usedBy(asked: Asked, { getter, headers, calls }: Door): Promise<Record<string, Used>> {
  const used: Record<string, Used> = {}
  const counting = async (path: string) => {
    calls.length = 0
    const { status, rows } = await getter.get(path, headers)
    if (status !== 200) throw new Error(`${path} was answered ${status}`)
    const objects = calls.filter(({ service, operation }) => service === 's3' && operation === 'GET')
    return { units: readUnitsOf(calls), cells: cellsIn(calls), rows, objects: objects.length }
  }
  const countTwice = async (name: string, path: string) => {
    used[name] = { ...(await counting(path)), objectsAgain: (await counting(path)).objects }
  }
  for (const [name, path] of Object.entries(asked)) await countTwice(name, path)
  for (const name of Object.keys(asked).filter((each) => PAGED.some((table) => each.endsWith(` ${table}`)))) {
    const late = await latePage(getter, asked[name]!, headers)
    if (late) await countTwice(`${name}, late`, (asked[`${name}, late`] = late))
  }
  return used
}

export type Timed = { answers: Answer[]; held: Answer[] }

/** How long each path takes, and the floor: a function that answers without asking anybody. `held`: asked with the ETag of before. */
export async function timePaths(dataDir: string, asked: Asked, rounds: number): Promise<Record<string, Timed>> {
  const host = await startStackProcess(dataDir, { event: 'bench', invented: true })
  const { headers } = await exactDoor({ url: host.url, dataDir })
  const getter = startGetter(host.url)
  const runs: Record<string, () => Promise<Answer>> = {}
  for (const [name, path] of Object.entries({ [FLOOR]: '/v1/reports/template.csv', ...asked })) {
    const { etag } = await getter.get(path, headers)
    runs[name] = async () => await getter.get(path, headers)
    if (etag) runs[`${name}${HELD}`] = async () => await getter.get(path, { ...headers, 'if-none-match': etag })
  }
  await interleave(WARM_UP, runs)
  const answers = await interleave(rounds, runs)
  getter.close()
  await host.stop()
  const names = Object.keys(answers).filter((name) => !name.endsWith(HELD))
  return Object.fromEntries(names.map((name) => [name, { answers: answers[name]!, held: answers[`${name}${HELD}`] ?? [] }]))
} // prettier-ignore

export const FLOOR = 'floor'
const HELD = ' held'
const WARM_UP = 5
