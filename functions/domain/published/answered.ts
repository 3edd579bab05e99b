import type { Table as CubeTable } from '../cube/tables.ts'
import { type Cell, type Column, isSuppressed, type Row } from '../dataset/table.ts'
import { COUNT_COLUMNS } from '../editions/columns.ts'
import { exactShare } from '../exact-interval.ts'

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

/** A cell that tells rows apart. */
export function textIn(row: Row, name: string): string {
  const cell = row[name]
  return typeof cell === 'string' ? cell : ''
}

/** Beside sums over days: how many could not be added. */
export const SUPPRESSED_DAYS: Column = {
  name: 'suppressedDays',
  type: 'integer',
  title: { en: 'Suppressed days', fr: 'Jours supprimés' },
  description: {
    en: 'How many of the days summed here are suppressed, and so not in the sum. Reporters are not told of several days: one may stand in more than one.',
    fr: 'Combien des jours additionnés sont supprimés, et donc absents de la somme. Les personnes ne sont pas données sur plusieurs jours : une même personne peut figurer dans plusieurs.',
  },
}

/** The sum over rows of disjoint reports. */
export function together(rows: readonly Row[], query: Templated): Row {
  const counts = rows.map((row) => countsIn(row, query))
  return {
    reports: sumShown(counts.map(({ reports }) => reports)),
    reporters: null,
    complaints: sumShown(counts.map(({ complaints }) => complaints)),
    suppressedDays: counts.filter(({ reports }) => isSuppressed(reports)).length,
  }
}

/** What is suppressed adds nothing. */
export function sumShown(cells: readonly Cell[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)
}

const SHARED = [
  ['share', 'Share', 'Part', 'Complaints shown, of those shown in `of`.', 'Plaintes montrées, parmi celles de `of`.'],
  ['low', 'Low', 'Bas', 'Lower bound of the exact interval of 95 %, as if the counts were not protected.', 'Borne inférieure de l’intervalle exact à 95 %, comme si les nombres n’étaient pas protégés.'],
  ['high', 'High', 'Haut', 'Upper bound of it.', 'Borne supérieure.'],
] as const // prettier-ignore

/** `of`, and the share with its interval; all with a prefix when two are compared. */
export function shareColumns(prefix = ''): Column[] {
  const of: Column = {
    name: `${prefix}of`,
    type: 'integer',
    title: { en: 'Of', fr: 'Sur' },
    description: {
      en: 'Sum of the complaints shown in all answers: what is suppressed is not in it.',
      fr: 'Somme des plaintes montrées dans toutes les réponses : ce qui est supprimé n’y est pas.',
    },
  }
  const shares = SHARED.map(([name, en, fr, saysEn, saysFr]): Column => {
    return { name: `${prefix}${name}`, type: 'number', title: { en, fr }, description: { en: saysEn, fr: saysFr } }
  })
  return [of, ...shares]
}

/** Nothing where the count is not shown. */
export function shareOf(count: Cell, of: number) {
  return typeof count === 'number' ? exactShare(count, of) : { share: null, low: null, high: null }
}
