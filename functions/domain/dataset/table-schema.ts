import { CSV_MISSING, CSV_SUPPRESSED } from './csv-table.ts'
import type { Bilingual, Column, Table } from './table.ts'

export const PROFILES = 'https://datapackage.org/profiles/2.0'

const FIELD_TYPES: Record<Column['type'], string> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
}

/** What the columns of a CSV file are, as Table Schema 2.0 says it. */
export function tableSchema(table: Table): object {
  const isRequired = (name: string) => table.columns.some((column) => column.name === name && column.isRequired)
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: table.columns.map(field),
    missingValues: [
      { value: CSV_MISSING, label: 'missing' },
      { value: CSV_SUPPRESSED, label: 'suppressed' },
    ],
    ...(table.key.every(isRequired) ? { primaryKey: table.key } : {}),
  }
}

function field(column: Column): object {
  const { name, type, title, description, unit, values, isRequired, isProtected } = column
  return {
    name,
    type: FIELD_TYPES[type],
    ...said('title', title),
    ...said('description', description),
    ...(unit ? said('unit', unit) : {}),
    ...(values ? { categories: values.map(({ value, title: { en: label } }) => ({ value, label })) } : {}),
    ...(isRequired && !isProtected ? { constraints: { required: true } } : {}),
  }
}

/** English under the name of the standard, French beside it: what is no part of the standard is allowed by it. */
export function said(name: string, { en, fr }: Bilingual): object {
  return { [name]: en, [`${name}@fr`]: fr }
}
