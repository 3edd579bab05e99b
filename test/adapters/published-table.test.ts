import { expect, test } from 'vitest'
import { publishedTable } from '../../functions/adapters/published-table.ts'
import { httpEvent } from '../support/http-event.ts'

type Asked = { of?: string[]; path?: string; query?: Record<string, string>; headers?: Record<string, string> }

const COUNT = { name: 'reports', type: 'integer', title: { en: '', fr: '' }, description: { en: '', fr: '' } } as const

/** Whose body says how often the table was read. */
async function ask({ of = ['code 1', '2026-11-26.1'], path = '/v1/stats/summary', query, headers = {} }: Asked = {}) {
  let read = 0
  const event = httpEvent({ method: 'GET', path, headers, ...(query ? { query } : {}) })
  const page = async () => ({ columns: [COUNT], rows: [{ reports: (read += 1) }], meta: {}, name: 'summary' })
  const answer = await publishedTable(event, { of, read: page, rate: '500' })
  return { ...answer, etag: answer.headers['etag']!, read }
}

test('who holds the table is told so before it is read, by the same headers', async () => {
  const first = await ask()
  const again = await ask({ headers: { 'If-None-Match': `"other", W/${first.etag}` } })
  expect([first.statusCode, first.read]).toEqual([200, 1])
  expect([again.statusCode, again.read, again.body]).toEqual([304, 0, undefined])
  for (const name of ['etag', 'cache-control', 'vary']) expect(again.headers[name]).toBe(first.headers[name])
})

test('whatever the answer depends on gives it another tag', async () => {
  const asked: Asked[] = [
    {},
    { of: ['code 1', '2026-11-27.1'] },
    { of: ['code 2', '2026-11-26.1'] },
    { path: '/v1/stats/ages' },
    { query: { templated: 'without' } },
    { query: { by: 'call', to: '2011-05-02' } },
    { query: { by: 'call', from: '2011-05-02' } },
    { headers: { accept: 'text/csv' } },
    { query: { format: 'parquet' } },
  ]
  const tags = await Promise.all(asked.map(async (each) => (await ask(each)).etag))
  expect(new Set(tags).size).toBe(asked.length)
})

test('the order of parameters, and headers that mean nothing, change no tag', async () => {
  const one = await ask({ query: { by: 'call', from: '2011-05-02' }, headers: { accept: 'application/json' } })
  const other = await ask({ query: { from: '2011-05-02', by: 'call' }, headers: { 'accept-language': 'fr' } })
  expect(other.etag).toBe(one.etag)
})

test('a star asks whether there is anything, which only reading tells', async () => {
  const { statusCode, read } = await ask({ headers: { 'if-none-match': '*' } })
  expect([statusCode, read]).toEqual([304, 1])
})
