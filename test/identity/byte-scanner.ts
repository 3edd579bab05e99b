import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pattern } from './encodings.ts'

/** Finds any of many patterns in bytes, in one pass over them. A pattern has at least four bytes. */
export type Scanner = (bytes: Buffer) => string[]

const BITS = 20

export function scannerFor(patterns: Pattern[]): Scanner {
  const byHead = new Map<number, Pattern[]>()
  // Most heads are none: one bit tells, where the map would take ten times as long.
  const isHead = new Uint8Array(1 << BITS)
  for (const pattern of patterns) {
    if (pattern.bytes.length < 4) throw new Error(`${pattern.name} is too short to be searched`)
    const head = pattern.bytes.readUInt32LE(0)
    const alike = byHead.get(head)
    if (alike) alike.push(pattern)
    else byHead.set(head, [pattern])
    isHead[bitOf(head)] = 1
  }
  return (bytes) => {
    const found = new Set<string>()
    for (let at = 0, head = 0; at < bytes.length; at += 1) {
      head = ((head >>> 8) | (bytes[at]! << 24)) >>> 0
      if (isHead[bitOf(head)] === 0 || at < 3) continue
      for (const pattern of byHead.get(head) ?? []) if (isThere(bytes, at - 3, pattern)) found.add(pattern.name)
    }
    return [...found]
  }
}

function bitOf(head: number): number {
  return Math.imul(head, 0x9e3779b1) >>> (32 - BITS)
}

function isThere(bytes: Buffer, at: number, { bytes: wanted, isAlone }: Pattern): boolean {
  if (!bytes.subarray(at, at + wanted.length).equals(wanted)) return false
  return !isAlone || !(isDigit(bytes[at - 1]) || isDigit(bytes[at + wanted.length]))
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

/** What is found in which file below a folder, in its name or in its bytes. */
export function scanFolder(folder: string, scan: Scanner): string[] {
  return filesIn(folder).flatMap((file) =>
    [...scan(Buffer.from(file)), ...scan(readFileSync(join(folder, file)))].map((found) => `${found} in ${file}`),
  )
}

export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
