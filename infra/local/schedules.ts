import type { Functions } from './lambda/functions.ts'
import type { HostState } from './host-state.ts'
import type { Schedule } from './template/stack.ts'

type Options = {
  schedules: Schedule[]
  state: HostState
  invoke: Functions['invoke']
  now?: () => number
}

/** How often is looked whether a call is due. */
const LOOK_MILLIS = 60_000
const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

export type Schedules = { look: () => Promise<void>; stop: () => void }

/**
 * Calls functions at the rate that the template says, first when that has passed once; one call that was due while the host was down is
 * made up for. What a call answers, or that it failed, stands in the function's log.
 */
export function startSchedules({ schedules, state, invoke, now = Date.now }: Options): Schedules {
  const look = async (): Promise<void> => {
    for (const { logicalId, target, millis, input } of schedules) {
      const due = state.dueAt(logicalId) ?? now() + millis
      const isDue = due <= now()
      state.setDueAt(logicalId, isDue ? now() + millis : due)
      if (isDue) await invoke(target, eventAt(input, new Date(now()))).catch(() => {})
    }
  }
  const timer = setInterval(() => void look(), LOOK_MILLIS)
  void look()
  return { look, stop: () => clearInterval(timer) }
}

/** `rate(20 hours)` in milliseconds. Throws for anything else: this host keeps no calendar. */
export function rateMillis(expression: string): number {
  const [, number, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  if (!number) throw new Error(`${expression}: the local host knows only schedules such as rate(1 day)`)
  return Number(number) * UNITS[unit as keyof typeof UNITS]
}

function eventAt(input: string, at: Date): object {
  return JSON.parse(input.replaceAll('<aws.scheduler.scheduled-time>', `${at.toISOString().slice(0, 19)}Z`)) as object
}
