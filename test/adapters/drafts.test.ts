import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConflictError } from '../../functions/adapters/conflict.ts'
import { type Draft, drafts } from '../../functions/adapters/drafts.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { keptDrafts } from '../support/kept-drafts.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { reportId, told } from '../support/told.ts'

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

/** By texts, and through the API. */
const kept = () => ({ ...keptDrafts(tables.client), ...drafts(tables.client, 'dialogues') })
const NOW = new Date('2026-05-01T12:00:00.000Z')
const seconds = (hours: number) => NOW.getTime() / 1000 + hours * 3600
const draft = (rev: number, message: string, rest: Partial<Draft> = {}): Draft => ({
  told: told({}, { words: { message } }),
  rev,
  acceptedAt: NOW.toISOString(),
  expiresAt: seconds(72),
  ...rest,
})

test('what a text told of a report is there until it expires', async () => {
  const id = reportId(1)
  expect(await kept().load(id, NOW)).toBeUndefined()
  await kept().put(id, draft(1, 'One.'), NOW)
  expect(await kept().load(id, NOW)).toEqual(draft(1, 'One.'))
  expect(await kept().load(id, new Date(NOW.getTime() + 72 * 3_600_000))).toBeUndefined()
})

test('of two that write the same revision one does, the first as well as any later', async () => {
  const id = reportId(2)
  for (const rev of [1, 2]) {
    const writes = ['One.', 'Other.'].map(async (message) => await kept().put(id, draft(rev, message), NOW))
    const failed = (await Promise.allSettled(writes)).filter(({ status }) => status === 'rejected')
    expect(failed).toMatchObject([{ reason: { name: 'ConflictError' } }])
  }
})

test('a change through the API is what the next text adds to, and whoever read before it must read again', async () => {
  const id = reportId(3)
  await kept().put(id, draft(1, 'By text.'), NOW)
  const acceptedAt = '2026-05-01T12:05:00.000Z'
  await kept().rewrite(id, { told: draft(1, 'By form.').told, acceptedAt })
  await expect(kept().put(id, draft(2, 'By text, later.'), NOW)).rejects.toThrow(ConflictError)
  expect(await kept().load(id, NOW)).toEqual(draft(2, 'By form.', { acceptedAt }))
})

test('an earlier change that comes again, or late, does not undo a later one', async () => {
  const id = reportId(4)
  await kept().put(id, draft(1, 'By text.', { acceptedAt: '2026-05-01T12:10:00.000Z' }), NOW)
  for (const acceptedAt of ['2026-05-01T12:05:00.000Z', '2026-05-01T12:10:00.000Z'])
    await kept().rewrite(id, { told: draft(1, 'By form.').told, acceptedAt })
  expect(await kept().load(id, NOW)).toMatchObject({ rev: 1, told: { words: { message: 'By text.' } } })
})

test('a report that came by another door has no draft, and gets none', async () => {
  await kept().rewrite(reportId(5), { told: told(), acceptedAt: NOW.toISOString() })
  await kept().erase(reportId(5))
  expect((await tables.items('dialogues')).filter(({ pk }) => pk === reportId(5))).toEqual([])
})

test('a draft that is erased cannot be added to', async () => {
  const id = reportId(6)
  await kept().put(id, draft(1, 'By text.'), NOW)
  await kept().erase(id)
  await expect(kept().put(id, draft(2, 'By text, later.'), NOW)).rejects.toThrow(ConflictError)
  expect(await kept().load(id, NOW)).toBeUndefined()
})

test('a table that does not answer is told from a conflict', async () => {
  const elsewhere = drafts(tables.client, 'elsewhere')
  const rewriting = { told: told(), acceptedAt: NOW.toISOString() }
  await expect(elsewhere.rewrite(reportId(7), rewriting)).rejects.toThrow(UnavailableError)
  await expect(elsewhere.erase(reportId(7))).rejects.toThrow(UnavailableError)
})
