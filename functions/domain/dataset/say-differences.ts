import type { Difference } from './differences.ts'
import { type Cell, isSuppressed } from './table.ts'

type CellChange = Extract<Difference, { kind: 'cell' }>

/**
 * The differences as somebody reads them who has to approve a draft: what cells mean and what went away first, then how many cells changed in
 * each column and which way, with at most `most` examples of each.
 */
export function sayDifferences(all: readonly Difference[], most = 5): string {
  if (all.length === 0) return 'Nothing changed.\n'
  const cells = all.filter((difference) => difference.kind === 'cell')
  const others = all.filter((difference) => difference.kind !== 'cell')
  const chapters = ORDER.flatMap((kind) => {
    const those = others.filter((difference) => difference.kind === kind)
    return grouped(those, tableOf).map((group) => shortened(group.map(sayOne), most))
  })
  const columns = grouped(cells, (cell) => `${cell.table}, ${cell.column}`).map((group) => sayColumn(group, most))
  return [...chapters, ...columns].map((chapter) => `${chapter}\n`).join('')
}

const ORDER = [
  'about',
  'table-removed',
  'table-added',
  'column-removed',
  'column-added',
  'definition',
  'row-removed',
  'row-added',
] as const

function sayOne(difference: Difference): string {
  switch (difference.kind) {
    case 'about':
      return `${difference.what}: ${difference.before} → ${difference.after}`
    case 'table-added':
      return `${difference.table}: a new table, ${difference.rows} rows`
    case 'table-removed':
      return `${difference.table}: the table is gone, ${difference.rows} rows`
    case 'column-added':
      return `${difference.table}, ${difference.column}: a new column`
    case 'column-removed':
      return `${difference.table}, ${difference.column}: the column is gone`
    case 'definition':
      return `${[difference.table, difference.column].filter(Boolean).join(', ')}: ${difference.what} was ${difference.before}, is ${difference.after}`
    case 'row-added':
      return `${difference.table}: a new row ${difference.row}`
    case 'row-removed':
      return `${difference.table}: the row ${difference.row} is gone`
    case 'cell':
      return `  ${difference.row}: ${sayCell(difference.before)} → ${sayCell(difference.after)}`
  }
}

/** What can happen to a cell: the surprising first, since counts grow. */
const WAYS: [string, (change: CellChange) => boolean][] = [
  ['shown that were suppressed', ({ before, after }) => isSuppressed(before) && !isSuppressed(after)],
  ['suppressed that were shown', ({ before, after }) => !isSuppressed(before) && isSuppressed(after)],
  ['missing that were known', ({ after }) => after === null],
  ['known that were missing', ({ before }) => before === null],
  [
    'less than before',
    ({ before, after }) => typeof before === 'number' && typeof after === 'number' && after < before,
  ],
  [
    'more than before',
    ({ before, after }) => typeof before === 'number' && typeof after === 'number' && after > before,
  ],
  ['otherwise changed', () => true],
]

function sayColumn(changes: CellChange[], most: number): string {
  const [{ table, column }] = changes as [CellChange]
  const ways = WAYS.map(([way]) => ({ way, those: changes.filter((change) => wayOf(change) === way) }))
  return ways
    .filter(({ those }) => those.length > 0)
    .map(({ way, those }) => `${table}, ${column}: ${those.length} ${way}\n${shortened(those.map(sayOne), most, '  ')}`)
    .join('\n')
}

function wayOf(change: CellChange): string {
  return WAYS.find(([, is]) => is(change))![0]
}

function shortened(lines: string[], most: number, indent = ''): string {
  const rest = lines.length - most
  return [...lines.slice(0, most), ...(rest > 0 ? [`${indent}… and ${rest} more`] : [])].join('\n')
}

function tableOf(difference: Difference): string {
  return 'table' in difference ? difference.table : ''
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): T[][] {
  return [...Map.groupBy(items, nameOf).values()]
}

function sayCell(cell: Cell): string {
  if (cell === null) return 'missing'
  return isSuppressed(cell) ? 'suppressed' : JSON.stringify(cell)
}
