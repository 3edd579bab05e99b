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

/** The same of a Parquet file, which says by itself what is absent. */
export function parquetSchema(table: Table): object {
  return { $schema: `${PROFILES}/tableschema.json`, fields: table.columns.flatMap(storedFields), missingValues: [] }
}

function storedFields({ name, type, isRequired, isProtected }: Column): object[] {
  // frictionless-py 5 reads integers as floats where one of them is null, and then takes them for wrong integers.
  const isFloat = type === 'integer' && (!isRequired || isProtected)
  const value = { name, type: isFloat ? 'number' : FIELD_TYPES[type] }
  return isProtected ? [value, { name: `${name}.suppressed`, type: 'boolean' }] : [value]
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
