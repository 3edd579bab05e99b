import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { decodeCell } from './decode-cell.ts'
import { headerAmong, MOST_ABOVE } from './header-among.ts'
import { CsvReader, type CsvRow, MOST_CELLS } from './read-csv.ts'
import { UnreadableFileError } from './unreadable-file.ts'

/** `bytes`: one character per byte until a cell is decoded, since a file may have been put together from two encodings. */
type Encoding = 'utf-16le' | 'utf-16be' | 'bytes'

/** A file that is CSV as far as its beginning tells. */
export type Table = {
  path: string
  encoding: Encoding
  /** Bytes before the first row, and the line on which that one stands. */
  skip: number
  firstLine: number
  delimiter: string
}

const HEAD_BYTES = 64 * 1024
const DELIMITERS = [',', ';', '\t', '|']
const MARKS: [string, Encoding][] = [['\xEF\xBB\xBF', 'bytes'], ['\xFF\xFE', 'utf-16le'], ['\xFE\xFF', 'utf-16be']] // prettier-ignore
const OTHER_KINDS = [
  ['PK\x03\x04', 'an Excel or OpenDocument workbook'],
  ['\xD0\xCF\x11\xE0', 'an old Excel workbook'],
  ['%PDF', 'a PDF'],
  ['\x1F\x8B', 'compressed'],
  ['<', 'a web page or XML'],
] as const

/** Looks at the beginning of a file. `isKnown` says whether a column of this name could be imported. Throws an UnreadableFileError. */
export async function openTable(path: string, isKnown: (header: string) => boolean): Promise<Table> {
  const head = await readHead(path)
  if (head === '') throw new UnreadableFileError(`${path} is empty`)
  const [mark, encoding] = MARKS.find(([bytes]) => head.startsWith(bytes)) ?? ['', 'bytes']
  const [, kind] = OTHER_KINDS.find(([beginning]) => head.trimStart().startsWith(beginning)) ?? []
  if (kind) throw new UnreadableFileError(`${path} is ${kind}, not CSV: open it in a spreadsheet program and save it as "CSV UTF-8"`) // prettier-ignore
  if (encoding === 'bytes' && (head.match(/\0/g)?.length ?? 0) * 4 > head.length)
    throw new UnreadableFileError(`${path} is not text, or is in UTF-16 without a byte order mark: save it as "CSV UTF-8"`) // prettier-ignore
  const width = encoding === 'bytes' ? 1 : 2
  const text = decodeAll(head.slice(mark.length), encoding)
  // Excel writes and obeys this line; it is none of the table.
  const [line = '', named] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text) ?? []
  return {
    path,
    encoding,
    skip: mark.length + line.length * width,
    firstLine: line ? 2 : 1,
    delimiter: named ?? likeliestDelimiter(text, isKnown),
  }
}

async function readHead(path: string): Promise<string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFileError(error.code === 'ENOENT' ? `there is no ${path}` : `${path} cannot be read`)
  })
  if (found.isDirectory()) throw new UnreadableFileError(`${path} is a folder: name the file in it`)
  // It is read twice: once to know it, once to send it.
  if (!found.isFile()) throw new UnreadableFileError(`${path} is no file`)
  const file = await open(path).catch(() => {
    throw new UnreadableFileError(`${path} cannot be read`)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

function decodeAll(bytes: string, encoding: Encoding): string {
  return encoding === 'bytes' ? bytes : new TextDecoder(encoding).decode(Buffer.from(bytes, 'latin1'))
}

/** That which makes most headers known; of equals the one by which most rows are as wide as the header, then the most columns. */
function likeliestDelimiter(head: string, isKnown: (header: string) => boolean): string {
  const scored = DELIMITERS.map((delimiter) => {
    const rows = new CsvReader(delimiter).read(`${head}\n`).slice(0, 50)
    if (rows[0]?.fault === 'too-many-cells') return { delimiter, score: [MOST_CELLS] }
    const texts = rows.map((row) => row.cells.map((cell) => decodeCell(cell).text))
    const cells = texts[headerAmong(texts.slice(0, MOST_ABOVE), isKnown)] ?? []
    const known = cells.filter((cell) => isKnown(cell)).length
    const alike = cells.length > 1 ? texts.filter((row) => row !== cells && row.length === cells.length).length : 0
    return { delimiter, score: [known, alike, cells.length] }
  })
  return scored.toSorted((a, b) => compareScores(b.score, a.score))[0]!.delimiter
}

function compareScores(a: number[], b: number[]): number {
  const at = a.findIndex((n, i) => n !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

/** The rows of the table one after the other, from the file as it is now; its cells still encoded. */
export async function* rowsOf({ path, encoding, skip, firstLine, delimiter }: Table): AsyncGenerator<CsvRow> {
  const reader = new CsvReader(delimiter, firstLine)
  const decoder = encoding === 'bytes' ? undefined : new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { start: skip }) as AsyncIterable<Buffer>) {
    yield* reader.read(decoder ? decoder.decode(chunk, { stream: true }) : chunk.toString('latin1'))
  }
  yield* reader.end()
}
