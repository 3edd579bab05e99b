const DAY_MS = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

// Made when first needed, and kept: one costs as much as a thousand uses.
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(zone, clock)
  return clock
}

/** What a wall clock in this IANA zone shows at an instant (both in milliseconds since 1970, the answer as if it were UTC). */
export function wallClock(instant: number, zone: string): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/**
 * The instants at which a wall clock in this zone shows `wall` (milliseconds as if it were UTC): one, or two where clocks were
 * turned back. In an hour that clocks skipped, the two that are meant by those who turned theirs too early or too late.
 */
export function instantsOf(wall: number, zone: string): number[] {
  // The offsets on either side of any change that is near. No zone changes twice within two days.
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((instant) => wallClock(instant, zone) - instant)
  const readings = [...new Set(offsets)].map((offset) => wall - offset)
  const shown = readings.filter((instant) => wallClock(instant, zone) === wall)
  return shown.length > 0 ? shown : readings
}
