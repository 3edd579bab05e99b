import { electionWeek } from './election-week.ts'
import { Expected, type Tables } from './expected.ts'
import { send, type Sent } from './sender.ts'

const DEMO_REPORTS = 150

/**
 * Plays a small election week to a stack; resolves once every report is accepted, with what will be counted of them. Always the
 * same reports: played to the same stack again, it adds nothing.
 */
export async function playDemo(apiUrl: string): Promise<{ sent: Sent; truth: Tables }> {
  const expected = new Expected()
  const week = electionWeek({ seed: 'demo', reports: DEMO_REPORTS })
  const sent = await send(week, {
    apiUrl,
    concurrency: 8,
    patienceMs: 20_000,
    onReport: (report) => expected.add(report),
  })
  return { sent, truth: expected.tables() }
}
