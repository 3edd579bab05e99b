import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scanFolder, scannerFor } from './byte-scanner.ts'
import { encodingsOf } from './encodings.ts'
import { linePatterns } from './line-patterns.ts'

const LINE = '+15195550123'
const noise = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 7 + 3) % 251))

test('every spelling of a number, in every encoding, is found where it is planted', () => {
  const patterns = linePatterns(LINE)
  const scan = scannerFor(patterns)
  expect(patterns.length).toBeGreaterThan(300)
  for (const { name, bytes } of patterns) {
    const planted = Buffer.concat([noise(97), bytes, noise(31)])
    expect(scan(planted)).toContain(name)
  }
  expect(scan(noise(10_000))).toEqual([])
})

test('what is named in the issue is among the spellings and encodings', () => {
  const names = linePatterns(LINE).map(({ name }) => name)
  const spellings = ['(519) 555-0123', '5195550123', '+15195550123', '15195550123', '519-555-0123', '519.555.0123', '5 1 9 5 5 5 0 1 2 3', '519 555 0123'] // prettier-ignore
  const encodings = ['UTF-8', 'base64 at 0', 'base64 at 1', 'base64 at 2', 'hex', 'UTF-16LE', 'UTF-16BE', 'URL', 'md5 in hex', 'sha1 in hex', 'sha256 in hex', 'sha256', 'sha256 in base64'] // prettier-ignore
  expect(names).toEqual(expect.arrayContaining(spellings.flatMap((spelling) => encodings.map((encoding) => `${encoding} of ${spelling}`)))) // prettier-ignore
})

test('a number in the middle of a text that is encoded with it is found at each alignment', () => {
  const scan = scannerFor(linePatterns(LINE))
  for (const before of ['', 'a', 'ab', 'abc', 'abcd'])
    expect(scan(Buffer.from(Buffer.from(`${before}519-555-0123 and more`).toString('base64')))).not.toEqual([])
})

test('seven digits are found alone, and not inside a longer number', () => {
  const scan = scannerFor(linePatterns(LINE))
  expect(scan(Buffer.from('at 5550123.'))).toEqual(['UTF-8 of 5550123'])
  expect(scan(Buffer.from('1795550123456'))).toEqual([])
})

test('it is found at the very beginning and end of a file, in a database, and in the name of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'))
  const database = new DatabaseSync(join(folder, 'a.db'))
  database.exec('CREATE TABLE t (a TEXT, b INTEGER)')
  database.prepare('INSERT INTO t VALUES (?, ?)').run('call 519.555.0123', 5195550123)
  database.close()
  writeFileSync(join(folder, 'begin'), '5195550123 it was')
  writeFileSync(join(folder, 'end'), 'it was 5195550123')
  writeFileSync(join(folder, 'call 5195550123'), '')
  const found = scanFolder(folder, scannerFor(linePatterns(LINE)))
  for (const place of [
    '519.555.0123 in a.db',
    'the integer 5195550123 in a.db',
    ' in begin',
    ' in end',
    ' in call 5195550123',
  ])
    // prettier-ignore
    expect(found.some((one) => one.endsWith(place))).toBe(true)
  rmSync(folder, { recursive: true })
})

test('a sentence is found in an encoding, accents and all', () => {
  const scan = scannerFor(encodingsOf('déménagé à l’aréna'))
  expect(scan(Buffer.from(encodeURIComponent('a déménagé à l’aréna!')))).not.toEqual([])
  expect(scan(Buffer.from(JSON.stringify({ a: 'a déménagé à l’aréna!' })))).not.toEqual([])
})
