import { afterAll, beforeAll, expect, test } from 'vitest'
import { guardTable } from '../../functions/adapters/guard-table.ts'
import { RejectedError, UnavailableError } from '../../functions/domain/rejected.ts'
import { startTables, type Tables } from '../support/tables.ts'

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const guards = () => guardTable(tables.client, 'guards')
const request = (guardId: string, bodyHash: string, acceptedAt = '2011-05-02T14:03:00.000Z') => ({
  guardId,
  bodyHash,
  stamp: { acceptedAt, messageId: `${bodyHash} at ${acceptedAt}` },
})

test('the same request again goes on under the stamp of the first', async () => {
  const first = request('again', 'body')
  expect(await guards().admit(first)).toEqual(first.stamp)
  expect(await guards().admit(request('again', 'body', '2011-05-09T14:03:00.000Z'))).toEqual(first.stamp)
})

test('the same key with another body is refused for 14 days, and then it is a key like any other', async () => {
  await guards().admit(request('reused', 'body'))
  await expect(guards().admit(request('reused', 'other', '2011-05-16T14:03:00.000Z'))).rejects.toThrow(
    new RejectedError('idempotency-key-reused'),
  )
  const later = request('reused', 'other', '2011-05-16T14:03:01.000Z')
  expect(await guards().admit(later)).toEqual(later.stamp)
})

test('of many at once one is the first, and all go on under its stamp', async () => {
  const times = Array.from({ length: 50 }, (_, second) => `2011-05-02T14:03:${String(second).padStart(2, '0')}.000Z`)
  const stamps = await Promise.all(times.map((time) => guards().admit(request('at once', 'body', time))))
  expect(new Set(stamps.map(({ messageId }) => messageId)).size).toBe(1)
})

test('a guard says when it expires, for the table to remove it', async () => {
  await guards().admit(request('expiring', 'body'))
  const [guard] = (await tables.items('guards')).filter(({ pk }) => pk === 'expiring')
  expect(guard?.['expiresAt']).toBe(Date.parse('2011-05-16T14:03:00Z') / 1000)
})

test('a table that does not answer is told from a key that was used', async () => {
  await expect(guardTable(tables.client, 'elsewhere').admit(request('any', 'body'))).rejects.toThrow(UnavailableError)
})
