import type { Language } from '../problem-texts.ts'

/** The same in both languages. */
export type Bilingual = Record<Language, string>

/** Something is counted, and too few stand behind it to show it. */
export const SUPPRESSED = Object.freeze({ suppressed: true } as const)
export type Suppressed = { readonly suppressed: true }

/** Null: not known, not asked, or not applicable. Zero is a value. A date is `2026-11-26`, a datetime `2026-11-26T10:03:00Z`. */
export type Cell = string | number | boolean | null | Suppressed

/** Every column of the table is named, also where nothing is known. */
export type Row = Readonly<Record<string, Cell>>

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'

/** Where something comes from. */
export type Source = { title: Bilingual; path?: string }

/** What a column means. Its name has dots where JSON nests: `riding.name.en`. */
export type Column = {
  name: string
  type: ColumnType
  title: Bilingual
  description: Bilingual
  unit?: Bilingual
  source?: Source
  /** Of a text that is a code: every code there is. */
  values?: readonly { value: string; title: Bilingual }[]
  /** Its cells may be suppressed. By definition, not by what is in them: the files have the same columns in every edition. */
  isProtected?: boolean
  /** It always has a value. */
  isRequired?: boolean
}

/** What a table means, the same for the API, its files and the code book. */
export type TableDefinition = {
  name: string
  title: Bilingual
  description: Bilingual
  columns: readonly Column[]
  /** Names of the columns that tell a row from every other. */
  key: readonly string[]
}

export type Table = TableDefinition & { rows: readonly Row[] }

export function isSuppressed(cell: Cell): cell is Suppressed {
  return typeof cell === 'object' && cell !== null
}

/** One text for each row of the table, whatever its order. */
export function rowKey({ key }: TableDefinition, row: Row): string {
  return JSON.stringify(key.map((name) => row[name]))
}
