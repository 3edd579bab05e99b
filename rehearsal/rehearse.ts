import { parseArgs } from 'node:util'
import { issueToken } from '../operate/issue-token.ts'
import { findStack } from '../operate/stack-outputs.ts'
import { outcomeTable } from './outcome-table.ts'
import { progress } from './progress.ts'
import { type ExactDoor, UnreadableError } from './counted.ts'
import { type Outcome, rehearse } from './rehearsal.ts'
import { GivenUpError } from './sender.ts'

const USAGE = `npm run rehearse -- [--reports 5000] [--seed 41] [--data .callwitness | --url https://… --token TOKEN] [--hard] [--marked] [--concurrency 24] [--quiet 60]

Plays an invented election week to a running stack and prints the truth beside what the stack counted.
  --data    the folder of the stack that runs here, whose issuer gives a token to read exact counts
  --url     another stack, and the token of an analyst there (npm run token)
  --hard    also tells calls again in ways that only weighing all fields sees through, and some that nothing does
  --marked  types the reporters' own numbers into every field
  --quiet   seconds without a change after which the counts are taken as final
Exit code: 0 as it should be · 1 the counts differ, or something was refused · 2 the stack cannot be reached`

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '41' },
    data: { type: 'string', default: '.callwitness' },
    url: { type: 'string' },
    token: { type: 'string' },
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
  const [reports, concurrency] = [whole(values.reports), whole(values.concurrency)]
  const sending = progress('sent', reports)
  let counting: ReturnType<typeof progress> | undefined
  try {
    const door = await doorAsked()
    const outcome = await rehearse({
      apiUrl: door.url,
      door,
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
    console.error(`${values.url ?? values.data}: ${error.message}`)
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

async function doorAsked(): Promise<ExactDoor> {
  const { url, token, data } = values
  if (url && token) return exactDoor(url, token)
  try {
    const stack = findStack({ data })
    return exactDoor(url ?? stack.outputs.ApiUrl, await issueToken(stack, data, { name: 'Rehearsal' }))
  } catch (cause) {
    throw new UnreadableError('no stack has been started on this folder', { cause })
  }
}

function exactDoor(url: string, token: string): ExactDoor {
  return { url, headers: { authorization: `Bearer ${token}`, purpose: 'Rehearsal: truth beside count' } }
}

function whole(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  console.error(USAGE)
  process.exit(2)
}
