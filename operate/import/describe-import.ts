import { fieldLabel } from '../../functions/domain/field-labels.ts'
import { TIME_OF_DAY } from './column-names.ts'
import type { Proposal } from './columns.ts'
import type { Imported } from './import-file.ts'
import type { Survey } from './survey.ts'

const ORDERS = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }

type Found = {
  path: string
  headerLine: number
  isBelowTitle: boolean
  headers: string[]
  proposal: Proposal
  survey: Survey
}

/** What would be read from a file, for a person to agree to. Names of columns and numbers of rows; no cell. */
export function describeColumns({ path, headerLine, isBelowTitle, headers, proposal, survey }: Found): string {
  const name = (column: number) => showHeader(headers[column] ?? '', column)
  const told = [...proposal.columns].toSorted(([, a], [, b]) => a - b)
  const width = Math.max(...told.map(([, column]) => name(column).length))
  const lines = told.map(([field, column]) => `  ${name(column).padEnd(width)}  → ${field}${noteOf(field, survey)}`)
  const left = proposal.leftOut.map(({ column, why }) => `  ${name(column)}${why ? ` (${why})` : ''}`)
  return [
    `${path}: ${count(survey.rows, 'row')}${survey.blankRows > 0 ? `, ${survey.blankRows} blank` : ''}${encodingsOf(survey)}`,
    ...(isBelowTitle ? [`columns are named in line ${headerLine}; nothing above it is sent`] : []),
    ...lines,
    ...(left.length > 0 ? ['left out:', ...left] : []),
  ].join('\n')
}

/**
 * What must not be overlooked before anything is sent: columns that are left out because nothing says whose phone they are, or because the file
 * of columns, which is read in place of the headers, says nothing of them.
 */
export function describeDoubts(headers: string[], { leftOut }: Proposal): string {
  const names = (columns: Proposal['leftOut']) =>
    columns.map(({ column }) => `"${showHeader(headers[column] ?? '', column)}"`).join(', ')
  const phones = leftOut.filter(({ isSomeonesNumber }) => isSomeonesNumber)
  const unnamed = leftOut.filter(({ isSomeonesNumber, isUnnamed }) => isUnnamed && !isSomeonesNumber)
  const aboutPhones = `
!!! NOT SENT: ${names(phones)}, a number of which nothing says whose it is.
!!! If it is the line that was called, say reporter.phone with --columns; if it was displayed, call.callerId.
!!! Without the line that was called nobody can tell that two rows are of one person.
`
  const aboutUnnamed = `
!!! NOT SENT: ${names(unnamed)}, as the file of --columns does not name it. Give it a field there, or null.
`
  return (phones.length > 0 ? aboutPhones : '') + (unnamed.length > 0 ? aboutUnnamed : '')
}

export function describeEnd({ sent, refused }: Imported, { path, isDry }: { path: string; isDry: boolean }): string {
  const why = refused > 0 ? `; ${path} says which and why` : ''
  return `${count(sent, 'row')} ${isDry ? 'would be sent' : 'sent'}, ${refused} refused${why}`
}

/** How far a run is. */
export function describeProgress(
  { sent, refused }: Imported,
  { rows, isDry }: { rows: number; isDry: boolean },
): string {
  return `${sent} of ${rows} ${isDry ? 'could be sent' : 'sent'}, ${refused} refused`
}

/** Where the receipts of what was sent stand, and what they are worth. */
export function describeReceipts(path: string): string {
  return `receipts in ${path}: whoever holds it can open, change and withdraw these reports. To withdraw them all: npm run import -- --withdraw ${path}`
}

function noteOf(field: string, { dates }: Survey): string {
  const column = dates.get(field)
  const order = !column || column.eitherWay === 0 ? '' : column.order ? `, read as ${ORDERS[column.order]}` : `, of which ${column.eitherWay} can be read in two ways: they are refused unless --dates says dmy or mdy` // prettier-ignore
  if (field === TIME_OF_DAY) return ' (joined to its date)'
  return ` (${fieldLabel(`/${field.replaceAll('.', '/')}`, 'en')})${order}`
}

function encodingsOf({ encodings }: Survey): string {
  return encodings.length === 0 ? '' : `, in ${encodings.map((name) => (name === 'garbled' ? 'damaged text' : name)).join(' and ')}` // prettier-ignore
}

export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

/** A file without a header row would show its first person here. */
export function showHeader(header: string, column: number): string {
  const isData = /\d{3}|@/.test(header) || header.length > 60
  return isData ? `column ${column + 1}` : header.replace(/\p{C}/gu, ' ')
}
