import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { wordsOf } from './choice-words.ts'
import { fieldNamed, FIELDS, isNobodysNumber, TIME_OF_DAY } from './column-names.ts'
import { isOwnColumn } from './refused-rows.ts'
import { jsonFaultAt } from './json-fault.ts'
import { UnreadableFileError } from './unreadable-file.ts'

/** Which column, counted from 0, tells which field. */
export type Columns = Map<string, number>
/** `isSomeonesNumber`: it looks like a phone's, and nothing says whose. `isUnnamed`: the file of columns does not mention it. */
type LeftOut = { column: number; why?: string; isSomeonesNumber?: true; isUnnamed?: true }
/** Columns that were found for fields; `isGuessed` unless each is named as the template names it, and none is left out. */
export type Proposal = { columns: Columns; leftOut: LeftOut[]; isGuessed: boolean }

/** Finds by their headers what columns tell. What could be two things is left out, and said. Throws an UnreadableFileError when two columns have one name. */
export function proposeColumns(headers: string[]): Proposal {
  const named = headers.flatMap((header, column) => {
    const known = header.startsWith('_') ? undefined : fieldNamed(header)
    return known ? [{ ...known, column }] : []
  })
  for (const { column } of named) {
    const another = named.find((other) => other.column > column && wordsOf(headers[other.column]!) === wordsOf(headers[column]!)) // prettier-ignore
    if (another) throw new UnreadableFileError(twice(headers[column]!, column, another.column))
  }
  const columns: Columns = new Map()
  for (const { field, column } of named.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (!columns.has(field)) columns.set(field, column)
  }
  // A time alone says nothing.
  if (!columns.has('call.receivedAt')) columns.delete(TIME_OF_DAY)
  const chosen = new Set(columns.values())
  const leftOut = headers.flatMap((header, column) => {
    if (header === '' || chosen.has(column) || header.startsWith('_')) return []
    const field = fieldNamed(header)?.field
    if (field) return [{ column, why: `${field} is told by another column` }]
    return [leaveOut(header, column)]
  })
  return { columns, leftOut, isGuessed: leftOut.length > 0 || named.some(({ isExact }) => !isExact) }
}

const ColumnFile = z.record(z.string(), z.nullable(z.enum(FIELDS)))
export type ColumnFile = z.infer<typeof ColumnFile>

/** What a file of columns says, header → field or null for one to leave out, of a file with these headers. Throws an UnreadableFileError when it does not fit. */
export function chosenColumns(file: ColumnFile, path: string, headers: string[]): Proposal {
  const columns: Columns = new Map()
  const named = new Set<number>()
  for (const [header, field] of Object.entries(file)) {
    const called = columnsCalled(header, headers)
    const [column, another] = called
    for (const one of called) named.add(one)
    if (column === undefined) throw new UnreadableFileError(`${path} names a column "${header}" that the file does not have`) // prettier-ignore
    if (field === null) continue
    if (another !== undefined) throw new UnreadableFileError(twice(header, column, another))
    if (columns.has(field)) throw new UnreadableFileError(`${path} names two columns for ${field}`)
    columns.set(field, column)
  }
  if (columns.has(TIME_OF_DAY) && !columns.has('call.receivedAt'))
    throw new UnreadableFileError(`${path} has a column for ${TIME_OF_DAY} but none for its date, call.receivedAt`)
  const chosen = new Set(columns.values())
  const leftOut = headers.flatMap((header, column) =>
    header === '' || chosen.has(column) || isOwnColumn(header)
      ? []
      : [{ ...leaveOut(header, column), ...(!named.has(column) && { isUnnamed: true as const }) }],
  )
  return { columns, leftOut, isGuessed: false }
}

function leaveOut(header: string, column: number): LeftOut {
  if (!isNobodysNumber(header)) return { column }
  return { column, why: 'whose number? call.callerId was displayed, reporter.phone was called', isSomeonesNumber: true }
}

/** Throws an UnreadableFileError when it is none. */
export function readColumnFile(path: string): ColumnFile {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new UnreadableFileError(`${path} cannot be read`)
  }
  const parsed = ColumnFile.safeParse(readJson(text.replace(/^\uFEFF/, ''), path))
  if (parsed.success) return parsed.data
  const [header] = parsed.error.issues[0]?.path ?? []
  const what = header === undefined ? 'an object of headers and fields' : `a field for "${String(header)}"`
  throw new UnreadableFileError(`${path} must give ${what}: null, or one of ${FIELDS.join(', ')}`)
}

function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, jsonFaultAt(text)).split('\n')
    const at = `line ${before.length}, column ${before.at(-1)!.length + 1}`
    throw new UnreadableFileError(`${path} is not JSON: it goes wrong at ${at}`)
  }
}

function twice(header: string, column: number, another: number): string {
  return `two columns are called "${header}" (${column + 1} and ${another + 1}): rename one`
}

/** By its very text, else by its words. */
export function columnsCalled(header: string, headers: string[]): number[] {
  const places = (isMeant: (other: string) => boolean) => headers.flatMap((other, i) => (isMeant(other) ? [i] : []))
  const exact = places((other) => other === header.trim())
  return exact.length > 0 ? exact : places((other) => other !== '' && wordsOf(other) === wordsOf(header))
}

/** What would be read from a file of columns, to be written to one. */
export function columnFileOf({ columns, leftOut }: Proposal, headers: string[]): string {
  const told = [...columns].toSorted(([, a], [, b]) => a - b).map(([field, column]) => [headers[column], field])
  return `${JSON.stringify(Object.fromEntries([...told, ...leftOut.map(({ column }) => [headers[column], null])]), null, 2)}\n` // prettier-ignore
}
