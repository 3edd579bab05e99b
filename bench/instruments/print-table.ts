type Cell = string | number

/** Columns as wide as their widest cell, numbers to the right. */
export function printTable(title: string, columns: string[], rows: Cell[][]): void {
  const texts = rows.map((row) => row.map(String))
  const widths = columns.map((column, i) => Math.max(column.length, ...texts.map((row) => row[i]?.length ?? 0)))
  const isNumeric = (i: number) => rows.every((row) => /^[<≥≤~]?\s?[\d.,]/.test(String(row[i])))
  const line = (cells: string[]) =>
    cells.map((cell, i) => (isNumeric(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ').trimEnd() // prettier-ignore
  console.log(`\n${title}\n${line(columns)}\n${widths.map((width) => '─'.repeat(width)).join('  ')}`)
  for (const row of texts) console.log(line(row))
}
