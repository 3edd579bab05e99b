import { expect, test } from 'vitest'
import { readChangedReporters } from '../../functions/adapters/reporter-stream.ts'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { reportId, TOKEN } from '../support/told.ts'

const record = (item: { pk: string }) =>
  ({
    dynamodb: { Keys: toItem({ pk: item.pk }), NewImage: toItem(item), SequenceNumber: '1' },
  }) as never

test('of what changes in the complaints table only reporters are folded: no report, and no list of a line', () => {
  const reporter = { pk: `REPORTER#${TOKEN}`, v: 1, event: 'test', version: 3, reports: {}, erasedAt: '2026-05-01' }
  const list = { pk: `BEYOND#${TOKEN}#0`, v: 1, event: 'test', ids: new Set([reportId(1)]), erasedAt: '2026-05-01' }
  const report = { pk: reportId(1), v: 1, event: 'test', version: 3 }
  const { pk: key, v: _, ...rest } = reporter
  expect(readChangedReporters([list, reporter, report, { pk: list.pk }].map(record))).toEqual({
    reporters: [{ key, ...rest }],
    superseded: [],
    unreadable: [],
  })
})

test('the latest version of a reporter stands apart from those that it superseded', () => {
  const versions = [1, 3, 2].map((version) => ({ pk: `REPORTER#${TOKEN}`, event: 'test', version, reports: {} }))
  const { reporters, superseded } = readChangedReporters(versions.map(record))
  expect([reporters, superseded].map((those) => those.map(({ version }) => version))).toEqual([[3], [1, 2]])
})
