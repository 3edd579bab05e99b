/** Below titles, a header stands among the first ten rows that are not blank. */
export const MOST_ABOVE = 10

/** Which of some rows names the columns. One known name is a header only below rows of a single cell: a word among data may be one. */
export function headerAmong(rows: string[][], isKnown: (header: string) => boolean): number {
  const known = rows.map((cells) => cells.filter((cell) => isKnown(cell)).length)
  const isTitle = (cells: string[]) => cells.filter((cell) => cell.trim() !== '').length < 2
  const most = known.map((count, n) => (count > 1 || rows.slice(0, n).every(isTitle) ? count : 0))
  return Math.max(0, most.indexOf(Math.max(...most)))
}
