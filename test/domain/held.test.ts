import { expect, test } from 'vitest'
import { countByDoor, LineRequest } from '../../functions/domain/held.ts'
import { TOKEN } from '../support/told.ts'

test('reports are counted by door, imported ones by whose spreadsheet they were in; the most frequent first', () => {
  const reports = [
    { door: 'web', source: 'Example News' },
    { door: 'sms' },
    { door: 'import', source: 'Office of B' },
    { door: 'import', source: 'Office of A' },
    { door: 'import', source: 'Office of B' },
    { door: 'web' },
    { door: 'web', source: 'anything that anyone wrote' },
  ]
  expect(countByDoor(reports)).toEqual({
    reports: 7,
    doors: [
      { door: 'web', reports: 3 },
      { door: 'import', source: 'Office of B', reports: 2 },
      { door: 'import', source: 'Office of A', reports: 1 },
      { door: 'sms', reports: 1 },
    ],
  })
  expect(countByDoor([])).toEqual({ reports: 0, doors: [] })
})

test('a line asks by its token, with a code as we make it', () => {
  const count = { action: 'count', token: TOKEN, code: '7K3M-0QXT-9D5A' }
  expect(LineRequest.parse(count)).toEqual(count)
  expect(LineRequest.parse({ action: 'erase', token: TOKEN })).toEqual({ action: 'erase', token: TOKEN })
  const wrong = [
    { ...count, code: '7k3m0qxt9d5a' },
    { ...count, code: undefined },
    { ...count, token: '+15195550123' },
    { ...count, token: `${TOKEN}#x` },
    { ...count, more: 1 },
    { ...count, action: 'show' },
  ]
  for (const request of wrong) expect(LineRequest.safeParse(request).success).toBe(false)
})
