import { cpSync, globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { awsCaller } from '../../infra/local/aws-json.ts'
import type { Host } from '../../infra/local/host.ts'
import type { Rehearsed } from '../../rehearsal/rehearsed.ts'
import { send } from '../../rehearsal/sender.ts'
import { startStack } from '../../test/support/stack.ts'
import { type Call, startRecorder } from './recorder.ts'
import { variantOf } from './variant.ts'

/** What a part of the way did: the calls to the engines, how often each function was called, what was logged, and what the tables hold then. */
export type Played = {
  calls: Call[]
  invocations: Record<string, number>
  logLines: string[]
  storedBytes: number
  dataDir: string
}

/** The way from the request to the stored complaint. The stream is not read: how many it brings at once depends on the hour. */
export async function playIntake(week: Iterable<Rehearsed>): Promise<Played> {
  return await play(
    newFolder(),
    { mappings: ['queue'] },
    async (url) => void (await send(week, { apiUrl: url, concurrency: 16 })),
  )
}

/** The rest of the way: the stream of an intake, in batches of so many records. */
export async function playFold(intake: Played, streamBatch: number): Promise<Played> {
  const dataDir = newFolder()
  cpSync(intake.dataDir, dataDir, { recursive: true, filter: (file) => !file.endsWith('.log') })
  return await play(dataDir, { mappings: ['stream'], streamBatch }, async () => {})
}

async function play(
  dataDir: string,
  variant: Parameters<typeof variantOf>[0],
  work: (url: string) => Promise<void>,
): Promise<Played> {
  const { directory, remove } = await variantOf(variant)
  const { calls, interpose, stop } = startRecorder()
  const host = await startStack({ assembly: directory, dataDir, interpose })
  await work(host.url)
  await host.idle({ withinMillis: 600_000 })
  const invocations = Object.entries(host.invocations()).map(([name, counted]) => [name, counted.invocations])
  const storedBytes = await bytesIn(host)
  await host.stop()
  await stop()
  remove()
  return { calls, invocations: Object.fromEntries(invocations), logLines: linesIn(host.logsDir), storedBytes, dataDir }
}

function linesIn(logsDir: string): string[] {
  const files = globSync(join(logsDir, '*.log'))
  return files.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((line) => line !== '')
}

const UNIT = 4096

/** All tables together, told by what reading them whole consumes. */
async function bytesIn({ endpoints, outputs }: Host): Promise<number> {
  const call = awsCaller('dynamodb', endpoints.dynamodb, 'bench', 'ca-central-1')
  let units = 0
  for (const [name, TableName] of Object.entries(outputs)) {
    if (!name.endsWith('Table')) continue
    let ExclusiveStartKey: object | undefined
    do {
      const input = { TableName, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL', ExclusiveStartKey }
      const page = await call<{ ConsumedCapacity: { CapacityUnits: number }; LastEvaluatedKey?: object }>('Scan', input)
      units += page.ConsumedCapacity.CapacityUnits
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
  }
  return units * UNIT
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'callwitness-bench-'))
}
