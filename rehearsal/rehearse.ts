import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { outcomeTable } from './outcome-table.ts'
import { progress } from './progress.ts'
import { UnreadableError } from './published.ts'
import { type Outcome, rehearse } from './rehearsal.ts'
import { GivenUpError } from './sender.ts'

const USAGE = `npm run rehearse -- [--reports 5000] [--seed 41] [--url http://127.0.0.1:8080] [--hard] [--marked] [--concurrency 24] [--quiet 60]

Plays an invented election week to a running stack and prints the truth beside what the stack counted.
  --hard    also tells calls again in ways that only weighing all fields sees through, and some that nothing does
  --marked  types the reporters' own numbers into every field
  --quiet   seconds without a change after which the counts are taken as final
Exit code: 0 as it should be · 1 the counts differ, or something was refused · 2 the stack cannot be reached`

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '41' },
    url: { type: 'string' },
    hard: { type: 'boolean', default: false },
    marked: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '24' },
    quiet: { type: 'string', default: '60' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) console.log(USAGE)
else process.exitCode = await main()

async function main(): Promise<number> {
  const apiUrl = values.url ?? apiUrlOfLocalStack()
  const [reports, concurrency] = [whole(values.reports), whole(values.concurrency)]
  const sending = progress('sent', reports)
  let counting: ReturnType<typeof progress> | undefined
  try {
    const outcome = await rehearse({
      apiUrl,
      seed: values.seed,
      reports,
      concurrency,
      quietMs: whole(values.quiet) * 1000,
      isHard: values.hard,
      isMarked: values.marked,
      onDone: (sent) => sending.show(sent.reports),
      onPoll: (total, expected) => (counting ??= (sending.end(), progress('counted', expected))).show(total.reports),
    })
    counting?.end()
    console.log(outcomeTable(outcome.comparison))
    return verdict(outcome)
  } catch (error) {
    if (!(error instanceof UnreadableError || error instanceof GivenUpError)) throw error
    console.error(`${apiUrl}: ${error.message}`)
    return 2
  }
}

function verdict({ sent, isExact, wasFresh, comparison }: Outcome): number {
  const refused = [...sent.refused].map(([answer, times]) => `${times} × ${answer}`).join(', ')
  console.log(`\n${sent.requests} requests answered, ${sent.repeated} repetitions${refused && `, refused: ${refused}`}`)
  if (sent.unequal > 0) console.log(`${sent.unequal} requests repeated with their key were given another id`)
  if (refused || sent.unequal > 0) return 1
  if (comparison.total.count.reports === 0)
    console.log(
      'Nothing new was counted: this week had been played to this stack before. Another --seed gives another.',
    )
  else if (!wasFresh)
    console.log(
      'The stack was not empty: reporters and calls can be the same as before, so only the reports are compared.',
    )
  else if (isExact) console.log('Every count is the truth.')
  else if (values.hard)
    console.log('What differs are hard ones: calls told again so that nothing certain is left to see.')
  const isRight =
    isExact || (values.hard || !wasFresh ? comparison.total.truth.reports === comparison.total.count.reports : false)
  return isRight ? 0 : 1
}

function apiUrlOfLocalStack(): string {
  try {
    const { outputs } = JSON.parse(readFileSync('.callwitness/outputs.json', 'utf8')) as {
      outputs: { ApiUrl?: string }
    }
    if (outputs.ApiUrl) return outputs.ApiUrl
  } catch {
    // No stack of this folder has been started yet: the usual address will say so.
  }
  return 'http://127.0.0.1:8080'
}

function whole(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  console.error(USAGE)
  process.exit(2)
}
