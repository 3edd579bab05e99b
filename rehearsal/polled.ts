import type { Counts } from './expected.ts'
import type { Cells } from './rehearsed.ts'

const DAY_MS = 86_400_000

/** Where a report counts among the answers about an earlier poll: `misdirected received yes`. */
export function pollAnswers({ poll, day, isMisdirected }: Cells): string[] {
  const group = isMisdirected ? 'misdirected' : 'others'
  if (!poll) return [`${group} received not-asked`]
  const { received, how, askedBy, preference, receivedOn } = poll
  if (received !== 'yes') return [`${group} received ${received}`]
  return [
    `${group} received yes`,
    `${group} how ${how ?? 'not-answered'}`,
    `${group} askedBy ${askedBy ?? 'not-answered'}`,
    `${group} preference ${preference ?? 'not-answered'}`,
    `${group} daysBefore ${day && receivedOn ? daysBefore(receivedOn, day) : 'not-answered'}`,
  ]
}

function daysBefore(poll: string, call: string): string {
  const days = (Date.parse(call) - Date.parse(poll)) / DAY_MS
  if (days < 0) return 'after-the-call'
  if (days > 30) return '31-plus'
  return days < 4 ? '0-3' : days < 8 ? '4-7' : days < 15 ? '8-14' : '15-30'
}

/** How many people stand on each side of each comparison, each once: `polled misdirected exposed`. */
export function comparedOf(people: readonly Cells[][]): Map<string, Counts> {
  const sides = people.flatMap(sidesOf)
  const count = (side: string) => ({ reports: 0, reporters: sides.filter((one) => one === side).length, complaints: 0 })
  return new Map([...new Set(sides)].map((side) => [side, count(side)]))
}

function sidesOf(told: readonly Cells[]): string[] {
  const group = told.some(({ isMisdirected }) => isMisdirected) ? 'misdirected' : 'others'
  const polls = told.flatMap(({ poll }) => poll ?? [])
  const polled = polls.filter(({ received }) => received === 'yes')
  const [preference, ...others] = new Set(polled.flatMap((poll) => poll.preference ?? []))
  const isNot = polled.length === 0 && polls.some(({ received }) => received === 'no')
  const isPlain = preference !== undefined && others.length === 0
  const side = (comparison: string, isExposed: boolean) =>
    `${comparison} ${group} ${isExposed ? 'exposed' : 'unexposed'}`
  return [
    ...(polled.length > 0 || isNot ? [side('polled', !isNot)] : []),
    ...(isPlain || isNot ? [side('polled-opponent', preference === 'opponent')] : []),
    ...(isPlain ? [side('opponent-among-polled', preference === 'opponent')] : []),
  ]
}
