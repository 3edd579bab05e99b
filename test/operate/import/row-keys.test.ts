import { expect, test } from 'vitest'
import type { Row } from '../../../operate/import/read-row.ts'
import { keysFromColumn, keysFromContent } from '../../../operate/import/row-keys.ts'

function row(message: string, cells: string[] = []): Row {
  return { line: 1, lastLine: 1, cells, report: { call: { message } }, errors: [] }
}

const keysOf = (keyOf: ReturnType<typeof keysFromContent>, rows: Row[]) => rows.map((each) => keyOf(each))

test('rows that are alike have keys of their own, the same in every run and in any order', () => {
  const [a, b] = [row('a'), row('b')]
  const first = keysOf(keysFromContent('Office'), [a, a, b, a])
  const second = keysOf(keysFromContent('Office'), [b, a, a, a])
  expect(new Set(first.map((key) => JSON.stringify(key))).size).toBe(4)
  expect([second[1], second[2], second[0], second[3]]).toEqual(first)
})

test('a key is one that the API takes, and tells nothing of the row', () => {
  const [key] = keysOf(keysFromContent(''), [row('secret')])
  expect(key).toEqual({ key: expect.stringMatching(/^import-[\w-]{43}$/) })
})

test('another list has other keys, and what is left out of a row is no part of it', () => {
  const [own] = keysOf(keysFromContent('Office A'), [row('a', ['a', 'note'])])
  expect(keysOf(keysFromContent('Office A'), [row('a', ['a', 'other note'])])).toEqual([own])
  expect(keysOf(keysFromContent('Office B'), [row('a', ['a', 'note'])])).not.toEqual([own])
})

test('a key of their own stands but once in a file, and is another in another list', () => {
  const rows = [row('a', ['="01"']), row('b', ['01']), row('c', ['2']), row('d', [' '])]
  const keys = keysOf(keysFromColumn('Office A', 0), rows)
  expect(keys[1]).toEqual({ error: { pointer: '', code: 'key-twice', column: 0 } })
  expect(keys[3]).toEqual({ error: { pointer: '', code: 'no-key', column: 0 } })
  expect(keysOf(keysFromColumn('Office A', 0), [row('x', ['2'])])).toEqual([keys[2]])
  expect(keysOf(keysFromColumn('Office B', 0), [row('x', ['2'])])).not.toEqual([keys[2]])
})
