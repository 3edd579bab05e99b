import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { rowsOf } from './open-table.ts'
import type { Kept } from './post-row.ts'
import { UnreadableFileError } from './unreadable-file.ts'

/** A row that was sent: its line in the file at that time, the report, and what opens it. */
export type Sent = Kept & { line: number }

const HEADER = 'line,id,receipt'
/** In place of a line, after all before it was withdrawn. */
const WITHDRAWN = 'withdrawn'
const LONGEST_LINE = 4096

/** A file of the rows that were sent, over all runs: each report once, in whole lines, however a run ends. */
export class SentRows {
  readonly path: string
  /** Whether all that it names was withdrawn: what is sent again as it was stays so. */
  readonly isWithdrawn: boolean
  readonly #known: Set<string>
  #file: number | undefined

  private constructor(path: string, { known, isWithdrawn }: { known: Set<string>; isWithdrawn: boolean }) {
    this.path = path
    this.#known = known
    this.isWithdrawn = isWithdrawn
  }

  /** What was sent before stays in it. Throws an UnreadableFileError when something else bears its name. */
  static async open(path: string): Promise<SentRows> {
    const known = new Set<string>()
    if (!existsSync(path)) return new SentRows(path, { known, isWithdrawn: false })
    let [isWithdrawn, last] = [false, '']
    for await (const sent of linesOf(path)) {
      isWithdrawn = sent === WITHDRAWN
      if (sent !== WITHDRAWN) known.add((last = sent.id))
    }
    // Its receipt may lack its end: it goes when something is added.
    if (!endsItsLine(path)) known.delete(last)
    return new SentRows(path, { known, isWithdrawn })
  }

  add({ line, id, receipt }: Sent): void {
    if (!this.#known.has(id)) this.#write(`${line},${id},${receipt}`)
  }

  noteWithdrawal(): void {
    if (!this.isWithdrawn) this.#write(`${WITHDRAWN},,`)
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
  }

  #write(line: string): void {
    this.#file ??= openWhole(this.path)
    writeSync(this.#file, `${line}\r\n`)
  }
}

/** The reports that a file of this kind names. Throws an UnreadableFileError when it is none. */
export async function* sentIn(path: string): AsyncGenerator<Sent> {
  if (!existsSync(path)) throw new UnreadableFileError(`there is no ${path}`)
  for await (const sent of linesOf(path)) if (sent !== WITHDRAWN) yield sent
}

async function* linesOf(path: string): AsyncGenerator<Sent | typeof WITHDRAWN> {
  let isHeader = true
  for await (const { cells } of rowsOf({ path, encoding: 'bytes', skip: 0, firstLine: 1, delimiter: ',' })) {
    const [line = '', id = '', receipt = ''] = cells
    if (isHeader && cells.join(',').replace(/^\xEF\xBB\xBF/, '') !== HEADER)
      throw new UnreadableFileError(`${path} holds no receipts: they stand in the .sent.csv beside what was imported`)
    if (line === WITHDRAWN) yield WITHDRAWN
    // What a killed run left of a line names no report.
    else if (!isHeader && id !== '' && receipt !== '') yield { line: Number(line), id, receipt }
    isHeader = false
  }
}

function endsItsLine(path: string): boolean {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  const end = Buffer.alloc(1)
  readSync(file, end, 0, 1, Math.max(0, size - 1))
  closeSync(file)
  return end.toString() === '\n'
}

/** Opens a file to be added to, without the beginning of a line in which a run may have ended. It opens reports: nobody else's to read. */
function openWhole(path: string): number {
  const file = openSync(path, existsSync(path) ? 'r+' : 'wx+', 0o600)
  const { size } = fstatSync(file)
  const tail = Buffer.alloc(Math.min(size, LONGEST_LINE))
  readSync(file, tail, 0, tail.length, size - tail.length)
  const end = size - tail.length + tail.lastIndexOf('\n') + 1
  ftruncateSync(file, end)
  closeSync(file)
  const added = openSync(path, 'a', 0o600)
  if (end === 0) writeSync(added, `${HEADER}\r\n`)
  return added
}
