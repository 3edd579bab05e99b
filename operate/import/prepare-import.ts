import { chosenColumns, columnsCalled, type Proposal, proposeColumns, readColumnFile } from './columns.ts'
import { fieldNamed, languageOf } from './column-names.ts'
import type { Flags } from './flags.ts'
import { readHeader } from './header.ts'
import type { Import } from './import-file.ts'
import { openTable } from './open-table.ts'
import { isOwnColumn } from './refused-rows.ts'
import { type Survey, survey as surveyOf } from './survey.ts'
import { UnreadableFileError } from './unreadable-file.ts'

/** Everything about a file that is known before its first row is sent. */
export type Prepared = { job: Import; proposal: Proposal; survey: Survey; isBelowTitle: boolean }

// The fields of which a report needs one.
const TELLING = ['call.message', 'call.callerId', 'call.receivedAt', 'call.callerName', 'call.claimedToBe']

/** Reads a file through without sending anything. Throws an UnreadableFileError when it cannot be imported as it is asked. */
export async function prepareImport({ file, source, dates, year, key, columns, language }: Flags): Promise<Prepared> {
  const columnFile = columns === undefined ? undefined : readColumnFile(columns)
  const isKnown = (header: string) => fieldNamed(header) !== undefined || Object.hasOwn(columnFile ?? {}, header.trim())
  const table = await openTable(file, isKnown)
  const isNamed = (header: string) => columnsCalled(header, Object.keys(columnFile ?? {})).length > 0
  const { line, headers, isBelowTitle } = await readHeader(table, columnFile ? isNamed : isKnown)
  const proposal = columnFile ? chosenColumns(columnFile, columns!, headers) : proposeColumns(headers)
  mustTell(proposal, { file, line })
  if (source !== undefined && proposal.columns.has('source'))
    throw new UnreadableFileError('a column is imported as source already: leave it out, or --source')
  const keyColumn = key === undefined ? undefined : keyColumnOf(key, headers)
  const survey = await surveyOf({ table, headerLine: line }, proposal.columns, { dates, year })
  const { columns: chosen } = proposal
  const plan = { columns: chosen, width: headers.length, delimiter: table.delimiter, dates: survey.dates, source }
  const named = {
    headers,
    columns: chosen,
    // Columns of a file of refused rows are named alike in both languages.
    language: language ?? languageOf(headers.filter((header) => header !== '' && !isOwnColumn(header))),
  }
  return { job: { table, headerLine: line, ...named, plan, keyColumn }, proposal, survey, isBelowTitle }
}

// Nothing of the row is quoted: without a header it is the first person's.
function mustTell({ columns }: Proposal, { file, line }: { file: string; line: number }): void {
  if (columns.size === 0)
    throw new UnreadableFileError(
      `no column of ${file} is known by its name: its first row (line ${line}) must name the columns, or one of the nine below it where that is a title; say with --columns which is what`,
    )
  if (!TELLING.some((field) => columns.has(field)))
    throw new UnreadableFileError(
      'no column tells of a call: what was said, a number displayed, when it came; say with --columns which does',
    )
}

function keyColumnOf(key: string, headers: string[]): number {
  const [column, another] = columnsCalled(key, headers)
  if (column === undefined) throw new UnreadableFileError('--key names no column of the file')
  if (another !== undefined) throw new UnreadableFileError('--key names two columns of the file: rename one')
  return column
}
