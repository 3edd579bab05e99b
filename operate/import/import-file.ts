import type { Language } from '../../functions/domain/problem-texts.ts'
import { takeAtOnce } from './at-once.ts'
import type { Columns } from './columns.ts'
import { rowsOf, type Table } from './open-table.ts'
import type { Problem } from './post-row.ts'
import { isBlank, type Plan, readRow, type Row } from './read-row.ts'
import { ownReasons, problemReasons } from './reasons.ts'
import type { RefusedRows } from './refused-rows.ts'
import { keysFromColumn, keysFromContent } from './row-keys.ts'

export type Import = {
  table: Table
  headerLine: number
  headers: string[]
  columns: Columns
  plan: Plan
  /** The column whose cells are the rows' own keys. */
  keyColumn?: number | undefined
  language: Language
}

type Ports = {
  /** Answers what is wrong with a row, or undefined when it is kept. */
  take: (row: Pick<Keyed, 'report' | 'key' | 'line'>) => Promise<Problem | undefined>
  /** What would be wrong with it, as far as can be known here. */
  check: (report: Row['report']) => Problem | undefined
  refused: Pick<RefusedRows, 'add'>
  atOnce: number
  /** Told after each row that is done with. */
  onDone?: (done: Imported) => void
  signal?: AbortSignal
}

export type Imported = { sent: number; refused: number }
type Keyed = Row & { key: string }

/**
 * Takes the rows of a file, some at once, and notes those that are refused. When it is stopped, or one cannot be taken at all, those
 * on their way are finished and no other is begun.
 */
export async function importFile(job: Import, ports: Ports): Promise<Imported> {
  const done: Imported = { sent: 0, refused: 0 }
  const refuse = (row: Row, reasons: ReturnType<typeof ownReasons>) => {
    const { line, lastLine, cells } = row
    ports.refused.add({ line, lastLine, cells, reasons })
    done.refused += 1
    ports.onDone?.(done)
  }
  const rows = takable(job, ports, refuse)
  const takeOne = async (row: Keyed): Promise<void> => {
    const problem = await ports.take(row)
    if (problem) return refuse(row, problemReasons(problem, job))
    done.sent += 1
    ports.onDone?.(done)
  }
  await takeAtOnce(rows, takeOne, ports)
  return done
}

/** The rows that nothing here speaks against, each with its key; the others are refused on the way. */
async function* takable(
  job: Import,
  { check }: Pick<Ports, 'check'>,
  refuse: (row: Row, reasons: ReturnType<typeof ownReasons>) => void,
): AsyncGenerator<Keyed> {
  const origin = job.plan.source ?? ''
  const keyOf = job.keyColumn === undefined ? keysFromContent(origin) : keysFromColumn(origin, job.keyColumn)
  for await (const row of readRows(job)) {
    const keyed = row.errors.length > 0 ? undefined : keyOf(row)
    const own = keyed && 'error' in keyed ? [keyed.error] : row.errors
    if (own.length > 0) refuse(row, [...ownReasons(own, job), ...otherReasons(row, check(row.report), job)])
    else if (keyed && 'key' in keyed) yield { ...row, key: keyed.key }
  }
}

/** What the API would say besides, so that a row has to be corrected but once. */
function otherReasons({ errors }: Row, problem: Problem | undefined, job: Import): ReturnType<typeof ownReasons> {
  if (!problem || errors.some(({ pointer }) => pointer === '')) return []
  // What could not be read may be what it misses.
  return problemReasons(problem, job).filter(({ code }) => code !== 'one-required')
}

async function* readRows({ table, headerLine, plan }: Import): AsyncGenerator<Row> {
  let isDoubtful = false
  for await (const csvRow of rowsOf(table)) {
    if (csvRow.line <= headerLine || isBlank(csvRow)) continue
    const row = readRow(csvRow, plan)
    // A stray quotation mark may have ended a cell too early: then what follows it begins in the middle.
    isDoubtful &&= csvRow.hasLooseQuote === true || csvRow.cells.length < plan.width
    if (isDoubtful) yield { ...row, report: {}, errors: [{ pointer: '', code: 'after-a-stray-quote' }] }
    else yield row
    isDoubtful ||= csvRow.fault === 'stray-quote'
  }
}
