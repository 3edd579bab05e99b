import { fieldLabel } from '../../functions/domain/field-labels.ts'
import type { Language } from '../../functions/domain/problem-texts.ts'
import { choiceName } from './choice-words.ts'
import type { Columns } from './columns.ts'
import { IMPORT_TEXTS } from './import-texts.ts'
import type { Problem } from './post-row.ts'
import type { RowError } from './read-row.ts'
import type { Reason } from './refused-rows.ts'

type Named = { headers: string[]; columns: Columns; language: Language }

/** What an import found in a row, in words, with the header of the column where it stands. */
export function ownReasons(errors: RowError[], named: Named): Reason[] {
  return errors.map(({ pointer, code, column }) => ({
    column: column === undefined ? headerOf(pointer, named) : (named.headers[column] ?? ''),
    pointer,
    code,
    reason: IMPORT_TEXTS[code][named.language],
  }))
}

/** What the API found. */
export function problemReasons({ type, title, errors = [] }: Problem, named: Named): Reason[] {
  const code = type.split(':').at(-1) ?? type
  if (code === 'idempotency-key-reused') return ownReasons([{ pointer: '', code: 'imported-before' }], named)
  if (errors.length === 0) return [{ column: '', pointer: '', code, reason: title }]
  return errors.map((error) => ({
    column: headerOf(error.pointer, named),
    pointer: error.pointer,
    code: error.code,
    reason: error.allowed ? `${error.message} (${namesOf(error.allowed, named)})` : error.message,
  }))
}

function namesOf(choices: string[], { language }: Named): string {
  return choices.map((choice) => choiceName(choice, language)).join(', ')
}

/** The header of the column that tells a field; of a field without a column what people call it. */
function headerOf(pointer: string, { headers, columns, language }: Named): string {
  if (pointer === '') return ''
  const column = columns.get(pointer.slice(1).replaceAll('/', '.'))
  return column === undefined ? fieldLabel(pointer, language) : (headers[column] ?? '')
}
