// A record is one item: with every day since 2000 in it, each change would cost a hundred times what it does.
const DAYS_TOLD_APART = 400

/** The day of a call, or, when it was long past at reception, its month. */
export function callDay(day: string, receivedAt: string): string {
  const daysAgo = (Date.parse(receivedAt) - Date.parse(day)) / 86_400_000
  return daysAgo > DAYS_TOLD_APART ? day.slice(0, 7) : day
}
