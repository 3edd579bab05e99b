import { wallClock } from '../zone-clock.ts'

/** The sender's clock at the moment of the text. */
export type LocalNow = {
  /** Milliseconds since 1970 as if the wall clock showed UTC. */
  wall: number
  /** `YYYY-MM-DD` */
  today: string
  /** The wall clock so many milliseconds ago. */
  ago: (ms: number) => number
}

const DAY_MS = 86_400_000
/** A clock may be ahead of ours. */
export const CLOCK_SLACK_MS = 10 * 60_000

export function localNow(now: Date, zone: string): LocalNow {
  const wall = wallClock(now.getTime(), zone)
  return { wall, today: dayOf(wall), ago: (ms) => wallClock(now.getTime() - ms, zone) }
}

/** `YYYY-MM-DD` */
export function dayOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10)
}

/** `YYYY-MM-DDTHH:mm` */
export function minuteOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16)
}

export function daysBefore(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T00:00Z`) - days * DAY_MS)
}

export function weekdayOfDay(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay()
}

/** The day as `YYYY-MM-DD`; undefined where there is none, as on 31 April. */
export function dayNamed(year: number, month: number, date: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date && year > 1999 ? dayOf(at.getTime()) : undefined
}
