import { parseArgs } from 'node:util'
import { changedAssembly, withReceives } from '../support/changed-assembly.ts'
import { sufferSeed } from './chaos-seed.ts'

const USAGE = `npm run chaos -- [--seeds N | --seed X]

Plays invented election weeks to a stack whose calls fail, that is killed and whose stream is replayed, all as a seed says, and
checks each time that everything accepted is counted once. By default as many seeds as begin within three minutes.`

const MINUTES = 3

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) console.log(USAGE)
else process.exitCode = (await campaign(seeds())) === 0 ? 0 : 1

function* seeds(): Generator<string> {
  if (values.seed) return yield values.seed
  const until = Date.now() + MINUTES * 60_000
  for (let n = 1; values.seeds ? n <= Number(values.seeds) : Date.now() < until; n += 1) yield String(n)
}

/** How many seeds did not end as they must. */
async function campaign(chosen: Iterable<string>): Promise<number> {
  // Poison dies within a minute; nothing good fails as often in a row.
  const assembly = await changedAssembly((template) => withReceives(25, template))
  let [runs, failures] = [0, 0]
  for (const seed of chosen) {
    const started = Date.now()
    const outcome = await sufferSeed(seed, assembly.directory).catch((error: unknown) => error)
    runs += 1
    if (outcome instanceof Error) failures += 1
    report(seed, (Date.now() - started) / 1000, outcome)
  }
  assembly.remove()
  console.log(`${runs} seeds, ${failures} failures`)
  return failures
}

function report(seed: string, seconds: number, outcome: unknown): void {
  const facts = outcome instanceof Error ? [`FAILED: npm run chaos -- --seed ${seed}\n${outcome.stack}`] : Object.entries(Object(outcome)).map(([name, n]) => `${name} ${String(n)}`) // prettier-ignore
  console.log(`seed ${seed}`.padEnd(10), `${seconds.toFixed(0)} s`.padStart(6), '', facts.join(', '))
}
