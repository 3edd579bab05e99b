import { createHash } from 'node:crypto'
import { canonicalJson } from '../../functions/domain/canonical.ts'
import { cleanCell } from './clean-cell.ts'
import type { Row, RowError } from './read-row.ts'

type KeyOf = (row: Row) => { key: string } | { error: RowError }

/**
 * Idempotency keys by which a row is the same row in every run, wherever it stands in the file: from the list's origin and the
 * cell that is its key, each of which may stand but once.
 */
export function keysFromColumn(origin: string, column: number): KeyOf {
  // A number of 48 bits for each row takes a third of the memory of its text, and two rows of a million share one once in 500 files.
  const seen = new Set<number>()
  return ({ cells }) => {
    const cleaned = cleanCell(cells[column] ?? '')
    const value = 'text' in cleaned ? cleaned.text : ''
    if (value === '') return { error: { pointer: '', code: 'no-key', column } }
    const digest = digestOf(['key', origin, value])
    const short = shortOf(digest)
    if (seen.has(short)) return { error: { pointer: '', code: 'key-twice', column } }
    seen.add(short)
    return { key: spell(digest) }
  }
}

/** The same without such a column: from what the row tells, and how many rows before it tell the same. */
export function keysFromContent(origin: string): KeyOf {
  const seen = new Map<number, number>()
  return ({ report }) => {
    const digest = digestOf(['content', origin, canonicalJson(report)])
    const short = shortOf(digest)
    const ordinal = seen.get(short) ?? 0
    seen.set(short, ordinal + 1)
    return { key: ordinal === 0 ? spell(digest) : spell(digestOf(['again', spell(digest), String(ordinal)])) }
  }
}

function digestOf(parts: string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

function shortOf(digest: Buffer): number {
  return digest.readUIntBE(0, 6)
}

function spell(digest: Buffer): string {
  return `import-${digest.toString('base64url')}`
}
