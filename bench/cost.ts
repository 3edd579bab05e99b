import { rmSync } from 'node:fs'
import { cachedAssembly } from '../infra/local/cached-assembly.ts'
import { readAssembly } from '../infra/local/template/assembly.ts'
import { readStack } from '../infra/local/template/stack.ts'
import { electionWeek } from '../rehearsal/election-week.ts'
import type { Rehearsed } from '../rehearsal/rehearsed.ts'
import { calmMillis } from './instruments/calm.ts'
import type { Claim } from './instruments/claim.ts'
import { type Functions, type Usage, usageOf, writesByTable } from './instruments/consumption.ts'
import { type Costs, dollars, printLines, printMixes } from './instruments/cost-tables.ts'
import { monthly } from './instruments/monthly.ts'
import { type Played, playFold, playIntake } from './instruments/played.ts'
import { printTable } from './instruments/print-table.ts'
import { scattered } from './instruments/scattered.ts'

const REPORTS = 600
const CALM_REPORTS = 30
/** What it was when this was written, and a little more, so that a change that makes it dearer is seen. */
const AT_MOST = 25
const AIM = 12
/** Reports a second: the worst burst foreseen, and quieter hours, in which fewer are counted together. */
const RATES = [160, 20, 2]

/** Units and requests per report, counted from what the engines answer, and what a million reports cost with them. */
export async function cost(): Promise<Claim[]> {
  const assembly = readAssembly(await cachedAssembly({ event: 'bench', invented: true }))
  const stack = readStack(assembly)
  const calm = await calmMillis(electionWeek({ seed: 'calm', reports: CALM_REPORTS }))
  const functions = Object.fromEntries(
    stack.functions.map(({ name, MemorySize }) => [name, { memoryMb: MemorySize, millis: calm[name] ?? 0 }]),
  )
  const settings = { functions, ...streamSettings(stack) }
  const week = () => electionWeek({ seed: 'bench', reports: REPORTS })
  const rehearsal = await costsOf('rehearsal', week(), settings)
  const apart = await costsOf('scattered', scattered(week()), settings)

  printMixes([...rehearsal, ...apart])
  const [promised] = rehearsal
  printLines(promised!)
  const types = Object.values(assembly.template.Resources).map(({ Type }) => Type)
  printTable('Besides, in US dollars a month', ['what', 'how many', 'US$'], monthly({ ...stack, ...promised!, types }))
  const what = `a million reports, ${promised!.rate} a second,`
  return [{ what, measured: dollars(promised!), unit: ' US$', atMost: AT_MOST, aim: AIM }]
}

type Settings = { functions: Functions; table: string; mostRecords: number; windowSeconds: number }

async function costsOf(mix: string, reports: Iterable<Rehearsed>, settings: Settings): Promise<Costs[]> {
  const intake = await playIntake(reports)
  const before = usageOf(intake, settings.functions)
  const costs: Costs[] = []
  for (const rate of RATES) {
    const fold = await playFold(intake, recordsAt(rate, intake, settings))
    const after = usageOf(fold, settings.functions)
    const bytesPerReport = fold.storedBytes / REPORTS
    costs.push({ mix, rate, bytesPerReport, ...perReport([before, after], [intake, fold]) })
    rmSync(fold.dataDir, { recursive: true })
  }
  rmSync(intake.dataDir, { recursive: true })
  return costs
}

/** How many records of the stream one call is given when reports come at this rate. */
function recordsAt(rate: number, { calls }: Played, { table, mostRecords, windowSeconds }: Settings): number {
  const actions = calls.flatMap(({ isOk, input }) => (isOk ? ((input['TransactItems'] ?? []) as object[]) : []))
  const records = actions.filter((action) => JSON.stringify(action).includes(`"TableName":"${table}"`)).length
  return Math.min(mostRecords, Math.max(1, Math.round((rate * windowSeconds * records) / REPORTS)))
}

function streamSettings({ mappings }: ReturnType<typeof readStack>) {
  for (const { source, BatchSize = 100, MaximumBatchingWindowInSeconds } of mappings) {
    if (source.kind === 'stream')
      return { table: source.table.name, mostRecords: BatchSize, windowSeconds: MaximumBatchingWindowInSeconds }
  }
  throw new Error('no stream is read')
}

function perReport(usages: [Usage, Usage], played: [Played, Played]): Pick<Costs, 'perReport' | 'writes'> {
  const [first, second] = usages
  const names = Object.keys(first) as (keyof Usage)[]
  const writes = played.flatMap(({ calls }) => [...writesByTable(calls)])
  return {
    perReport: Object.fromEntries(names.map((name) => [name, (first[name] + second[name]) / REPORTS])) as Usage,
    writes: new Map(writes.map(([table, units]) => [table, units / REPORTS])),
  }
}
