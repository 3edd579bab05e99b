import { expect, test } from 'vitest'
import { readBatchAnswer } from '../../../infra/local/lambda/batch-answer.ts'

const answer = (value: unknown) => ({ payload: JSON.stringify(value) ?? 'null' })
const read = (value: unknown) => readBatchAnswer(answer(value), ['a', 'b', 'c'], true)

test.each([[null], [undefined], [{}], [{ batchItemFailures: [] }], [{ batchItemFailures: null }], [{ other: 1 }]])(
  '%j is complete success',
  (value) => {
    expect(read(value)).toBe('success')
  },
)

test.each([
  [{ batchItemFailures: [{ itemIdentifier: '' }] }],
  [{ batchItemFailures: [{ itemIdentifier: null }] }],
  [{ batchItemFailures: [{ itemIdentifier: 7 }] }],
  [{ batchItemFailures: [{ itemIdentifer: 'a' }] }],
  [{ batchItemFailures: [{}] }],
  [{ batchItemFailures: [null] }],
  [{ batchItemFailures: ['a'] }],
  [{ batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'unknown' }] }],
  [{ batchItemFailures: 'a' }],
  ['a text'],
  [7],
  [[]],
])('%j is complete failure', (value) => {
  expect(read(value)).toBe('failure')
})

test('identifiers of the batch fail alone', () => {
  const value = { batchItemFailures: [{ itemIdentifier: 'c' }, { itemIdentifier: 'a' }] }
  expect(read(value)).toEqual({ failed: new Set(['c', 'a']) })
})

test('a function that failed has failed its whole batch', () => {
  expect(readBatchAnswer({ failure: 'Error: x' }, ['a'], true)).toBe('failure')
})

test('without the setting, what a function answers is not read', () => {
  expect(readBatchAnswer(answer({ batchItemFailures: [{ itemIdentifier: 'a' }] }), ['a'], false)).toBe('success')
})
