import * as z from 'zod/mini'
import type { WrittenTime } from './written-time.ts'
import { instantsOf, wallClock } from './zone-clock.ts'

/** When the call came: its own wall clock as it was written, and the instants that this may mean. */
export const CallTime = z.object({
  precision: z.enum(['minute', 'hour', 'day', 'month', 'unknown']),
  /** `YYYY-MM` */
  month: z.optional(z.string()),
  /** `YYYY-MM-DD` */
  day: z.optional(z.string()),
  /** `HH:mm`, or `HH` */
  time: z.optional(z.string()),
  /** `Z` or `±HH:mm`, where one was written. */
  offset: z.optional(z.string()),
  /** First and last instant (UTC, to the millisecond) at which one of the place's clocks showed what was written. */
  earliest: z.optional(z.string()),
  latest: z.optional(z.string()),
  /** Hour of the day where the call came, 0 to 23; absent where that is not known. */
  hour: z.optional(z.number()),
})
export type CallTime = z.infer<typeof CallTime>

/** Where the clock hung: the IANA zones kept there, and whether the place is a riding or only the widest that is known. */
export type Place = { zones: readonly string[]; isRiding: boolean }

const MINUTE_MS = 60_000

/** The instants that a written time may mean in a place. */
export function callTime(written: WrittenTime | undefined, place: Place): CallTime {
  if (!written) return { precision: 'unknown' }
  const { offset } = written
  const read = (wall: number) =>
    offset ? [wall - offsetMs(offset)] : place.zones.flatMap((zone) => instantsOf(wall, zone))
  const [first, last] = wallMinutes(written)
  const [earliest, latest] = [Math.min(...read(first)), Math.max(...read(last))]
  const hour = offset ? hourByOffset(written, [earliest, latest], place) : writtenHour(written)
  return {
    ...written,
    earliest: new Date(earliest).toISOString(),
    latest: new Date(latest + MINUTE_MS - 1).toISOString(),
    ...(hour === undefined ? {} : { hour }),
  }
}

/** The first and the last minute of what was written, as if the wall clock showed UTC. */
function wallMinutes({ month, day, time }: WrittenTime): [number, number] {
  if (time?.includes(':')) {
    const minute = Date.parse(`${day}T${time}Z`)
    return [minute, minute]
  }
  if (time) return [Date.parse(`${day}T${time}:00Z`), Date.parse(`${day}T${time}:59Z`)]
  if (day) return [Date.parse(`${day}T00:00Z`), Date.parse(`${day}T23:59Z`)]
  const [year = 0, monthNumber = 0] = month.split('-').map(Number)
  return [Date.UTC(year, monthNumber - 1), Date.UTC(year, monthNumber) - MINUTE_MS]
}

function writtenHour({ time }: WrittenTime): number | undefined {
  return time ? Number(time.slice(0, 2)) : undefined
}

/** The hour on the riding's own clock, if all its clocks agree. Without a riding an offset is trusted to be that of the place, "Z" is not. */
function hourByOffset(written: WrittenTime, instants: number[], { zones, isRiding }: Place): number | undefined {
  if (!isRiding) return written.offset === 'Z' ? undefined : writtenHour(written)
  const [hour, ...others] = new Set(
    zones.flatMap((zone) => instants.map((instant) => new Date(wallClock(instant, zone)).getUTCHours())),
  )
  return others.length === 0 ? hour : undefined
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))
  return (offset.startsWith('-') ? -minutes : minutes) * MINUTE_MS
}
