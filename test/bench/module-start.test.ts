import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { NEEDS, NEEDS_NONE } from '../../bench/module-start.ts'

test('the start of each function is measured beside the clients that it is said to need', () => {
  const functions = globSync(join(import.meta.dirname, '../../functions/*/handler.ts')).map((file) => basename(dirname(file))) // prettier-ignore
  expect([...Object.keys(NEEDS), ...NEEDS_NONE].toSorted()).toEqual(functions.toSorted())
})
