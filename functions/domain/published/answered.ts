import type { Table as CubeTable } from '../cube/tables.ts'
import { type Cell, type Column, isSuppressed, type Row, SUPPRESSED } from '../dataset/table.ts'
import { COUNT_COLUMNS } from '../editions/columns.ts'

/** The rows of one table of an edition. */
export type EditionTables = (name: PublishedTable) => Promise<readonly Row[]>
export type PublishedTable = CubeTable | 'odds-ratios'

/** What is answered: cells as they were published, or computed from such. */
export type Answered = { columns: readonly Column[]; rows: readonly Row[] }

type Templated = { templated: 'with' | 'without' }

export const COUNTS = ['reports', 'reporters', 'complaints'] as const

/** The three counts, in the order of the exact tables. */
export const COUNTED: readonly Column[] = COUNTS.map((count) => COUNT_COLUMNS.find(({ name }) => name === count)!)

/** A row's counts with what came as a template, or without. */
export function countsIn(row: Row | undefined, { templated }: Templated): Record<(typeof COUNTS)[number], Cell> {
  const cell = (count: string): Cell => row?.[templated === 'with' ? count : `withoutTemplates.${count}`] ?? null
  return { reports: cell('reports'), reporters: cell('reporters'), complaints: cell('complaints') }
}

/** Of few people or of nobody: what is counted of a row that the edition does not list. */
export const NOT_SHOWN: Row = Object.fromEntries(COUNT_COLUMNS.map(({ name }) => [name, SUPPRESSED]))

/** A cell that tells rows apart. */
export function textIn(row: Row, name: string): string {
  const cell = row[name]
  return typeof cell === 'string' ? cell : ''
}

/** Beside sums over days: how many could not be added. */
export const DAYS_NOT_SHOWN: Column = {
  name: 'daysNotShown',
  type: 'integer',
  title: { en: 'Days not shown', fr: 'Jours non montrés' },
  description: {
    en: 'How many of these days are not in the sum: suppressed, or not listed in this edition, which counts their calls among the undated.',
    fr: 'Combien de ces jours ne sont pas dans la somme : supprimés, ou non listés dans cette édition, qui compte leurs appels sans date.',
  },
}

/** The sum over the rows of days that are listed; reporters are not told, since one may stand in several. `unlisted`: of how many more days nothing is known. */
export function together(rows: readonly Row[], query: Templated, unlisted = 0): Row {
  const counts = rows.map((row) => countsIn(row, query))
  return {
    reports: sumCell(counts.map(({ reports }) => reports)),
    reporters: null,
    complaints: sumCell(counts.map(({ complaints }) => complaints)),
    daysNotShown: unlisted + counts.filter(({ reports }) => typeof reports !== 'number').length,
  }
}

/** Zero only where nobody is in any of them. */
function sumCell(cells: readonly Cell[]): Cell {
  const sum = sumShown(cells)
  if (sum > 0 || (cells.length > 0 && cells.every((cell) => cell === 0))) return sum
  return cells.some(isSuppressed) ? SUPPRESSED : null
}

/** What is suppressed adds nothing. */
export function sumShown(cells: readonly Cell[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)
}
