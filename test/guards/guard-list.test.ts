import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GUARDS } from './guard-list.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

test('each guard is where the list says, once, and its promise is a test', () => {
  const misplaced = GUARDS.filter(({ file, text }) => read(file).split(text).length !== 2)
  const unpromised = GUARDS.filter((guard) => !read(guard.test).includes(guard.promise))
  expect([misplaced.map(({ name }) => name), unpromised.map(({ name }) => name)]).toEqual([[], []])
})
