import { startTables, type Tables } from '../../test/support/tables.ts'

/** What was asked of the engine: calls of every kind, those in vain included, and the write units that it says. */
export type Asked = { calls: number; writeUnits: number }

export type MeteredTables = Tables & { asked: Asked }

type Consumed = { CapacityUnits?: number; WriteCapacityUnits?: number }

/** The real engine with empty tables, which counts what is asked of it. */
export async function startMeteredTables(): Promise<MeteredTables> {
  const tables = await startTables()
  const asked: Asked = { calls: 0, writeUnits: 0 }
  tables.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        asked.calls += 1
        const isWrite = !/Get|Query|Scan/.test(commandName)
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
        const answer = await next(args)
        const { ConsumedCapacity = [] } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] }
        for (const { CapacityUnits = 0 } of [ConsumedCapacity].flat()) asked.writeUnits += isWrite ? CapacityUnits : 0
        return answer
      },
    { step: 'initialize', name: 'meter' },
  )
  return { ...tables, asked }
}

/** Does all of it, so many at once; milliseconds of each, and of all together. */
export async function timed<Item>(items: Item[], atOnce: number, work: (item: Item) => Promise<unknown>) {
  const rest = items.values()
  const millis: number[] = []
  const from = performance.now()
  const worker = async () => {
    for (const item of rest) {
      const start = performance.now()
      await work(item)
      millis.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { millis, seconds: (performance.now() - from) / 1000 }
}
