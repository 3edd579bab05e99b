import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportMessage } from '../../functions/domain/message.ts'
import { mergeBatch } from '../../functions/merge-report/merge-batch.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, OTHER_TOKEN, posted, reportId, told, TOKEN, withdrawn } from '../support/told.ts'

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

let lot = 0
/** Ids and lines of its own for each case, on one engine. */
function fresh(messages: ReportMessage[]): ReportMessage[] {
  lot += 1
  const suffix = String(lot).padStart(8, '0')
  return messages.map((message) => ({
    ...message,
    id: `rpt_${suffix}${message.id.slice(12)}`,
    ...(message.line ? { line: `${message.line.slice(0, 20)}${suffix}` } : {}),
  }))
}

/** What became of these reports, without the part of the ids that differs from case to case. */
async function outcome(messages: ReportMessage[]): Promise<Record<string, unknown>> {
  const shown = await Promise.all(
    [...new Set(messages.map(({ id }) => id))].toSorted().map((id) => showReport(id, tables)),
  )
  const trim = (_: string, value: unknown) =>
    typeof value === 'string' ? value.replace(/^(rpt|cmp)_.{8}/, '$1_') : value
  return JSON.parse(JSON.stringify(shown, trim))
}

async function merge(messages: ReportMessage[]): Promise<void> {
  for (const message of messages) await mergeReport(message, tables)
}

test('a report is stored with its normal forms, and its words apart', async () => {
  const [message] = fresh([posted(1)])
  await merge([message!])
  expect(await showReport(message!.id, tables)).toMatchObject({
    status: 'counted',
    complaintId: message!.id.replace('rpt', 'cmp'),
    call: { message: 'Your polling place has moved.' },
    normal: {
      callerId: { kind: 'number', e164: '+14505550146' },
      riding: { id: 'ocd-division/country:ca/ed:35027', order: '2003', method: 'name' },
      callTime: { precision: 'minute', day: '2011-05-02', time: '10:03' },
    },
  })
  const [stored] = (await tables.items('complaints')).filter(({ pk }) => pk === message!.id)
  expect(JSON.stringify(stored)).not.toContain('polling place')
})

test('a report that arrives twice is stored once, and the second time writes nothing', async () => {
  const [message] = fresh([posted(1)])
  expect(await mergeReport(message!, tables)).toBe('merged')
  expect(await mergeReport(message!, tables)).toBe('unchanged')
})

test('a report nobody has seen yet is accepted', async () => {
  expect(await showReport(reportId(999), tables)).toEqual({ id: reportId(999), status: 'accepted' })
})

test('the second report of a call is merged into the first', async () => {
  const messages = fresh([posted(1), posted(2)])
  await merge(messages)
  const [first, second] = await Promise.all(messages.map(({ id }) => showReport(id, tables)))
  expect(first).toMatchObject({ status: 'counted' })
  expect(second).toMatchObject({ status: 'merged', complaintId: messages[0]!.id.replace('rpt', 'cmp') })
})

test('a smaller id that comes later renames the complaint for all', async () => {
  const messages = fresh([posted(2), posted(3), posted(1)])
  await merge(messages)
  const shown = await Promise.all(messages.map(({ id }) => showReport(id, tables)))
  const complaintId = messages[2]!.id.replace('rpt', 'cmp')
  expect(shown).toMatchObject([{ complaintId, status: 'merged' }, { complaintId, status: 'merged' }, { complaintId, status: 'counted' }]) // prettier-ignore
})

test('what is known of the words stays when a change comes that does not decide what is told', async () => {
  const messages = fresh([
    amended(1, { told: told({}, { words: { message: 'Go to the arena to vote.' } }) }),
    posted(1),
  ])
  await merge(messages.slice(0, 1))
  const factsOf = async () => (await tables.reporters()).flatMap(({ reports }) => reports[messages[0]!.id] ?? [])
  const [before] = await factsOf()
  expect(before?.text).toMatch(/^\w{14}$/)
  await merge(messages.slice(1))
  expect(await factsOf()).toMatchObject([{ text: before!.text }])
})

test('a withdrawn report leaves a tombstone, no words and no facts', async () => {
  const messages = fresh([posted(1), withdrawn(1), posted(1)])
  await merge(messages)
  const [{ id }] = messages as [ReportMessage]
  expect(await showReport(id, tables)).toEqual({ id, status: 'withdrawn' })
  expect((await tables.items('words')).filter(({ pk }) => pk === id)).toEqual([])
  const [tombstone] = (await tables.items('complaints')).filter(({ pk }) => pk === id)
  expect(JSON.stringify(tombstone)).not.toMatch(/Guelph|450|t1\./)
})

test('an amended line moves the report to the other reporter, and both are counted anew', async () => {
  const messages = fresh([posted(1), posted(2), posted(3, { line: OTHER_TOKEN }), amended(1, { line: OTHER_TOKEN })])
  await merge(messages)
  const [one, two, three] = await Promise.all(messages.slice(0, 3).map(({ id }) => showReport(id, tables)))
  expect(two).toMatchObject({ status: 'counted' })
  expect(one).toMatchObject({ status: 'counted' })
  expect(three).toMatchObject({ status: 'merged', complaintId: messages[0]!.id.replace('rpt', 'cmp') })
})

const SIX = [
  posted(1),
  posted(2, { told: told({ receivedAt: '2011-05-02T10:50' }) }),
  posted(3, { told: told({ receivedAt: '2011-05-02' }) }),
  posted(4, { told: told({ receivedAt: '2011-05-02T11:40' }) }),
  posted(5, { line: OTHER_TOKEN }),
  posted(6, { line: null }),
  amended(1, { told: told({ receivedAt: '2011-05-02T09:30' }) }),
  amended(2, { line: OTHER_TOKEN }),
  amended(5, { line: TOKEN, told: told({ callerId: '450.555.0146', receivedAt: '2011-05-02T10:20' }) }),
  withdrawn(4),
]

test('six reports with their amendments and withdrawals give the same complaints in any order, with repetitions', async () => {
  const inOrder = fresh(SIX)
  await merge(inOrder)
  const expected = await outcome(inOrder)
  const shuffled = fc
    .array(fc.constantFrom(...SIX), { maxLength: 4 })
    .chain((more) => fc.shuffledSubarray([...SIX, ...more], { minLength: SIX.length + more.length }))
  await fc.assert(
    fc.asyncProperty(shuffled, async (messages) => {
      const lots = fresh(messages)
      await merge(lots)
      expect(await outcome(lots)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('six reports merged by many workers at once give the same complaints', async () => {
  const inOrder = fresh(SIX)
  await merge(inOrder)
  const expected = await outcome(inOrder)
  for (let round = 0; round < 5; round += 1) {
    const messages = fresh([...SIX, ...SIX])
    await Promise.all(messages.map((message) => mergeReport(message, tables)))
    expect(await outcome(messages)).toEqual(expected)
  }
})

test('the fifty-first live report of one reporter is stored, apart', async () => {
  const messages = fresh(
    Array.from({ length: 51 }, (_, n) =>
      posted(n + 1, { told: told({ callerId: `450${230 + 11 * n}${1000 + 101 * n}` }) }),
    ),
  )
  await merge(messages)
  const [last] = await Promise.all([messages[50]!].map(({ id }) => showReport(id, tables)))
  expect(last).toMatchObject({ overLimit: true })
  const key = `REPORTER#${messages[0]!.line}`
  const reporters = (await tables.reporters()).filter((reporter) => reporter.key.startsWith(key))
  expect(reporters.map(({ reports }) => Object.keys(reports).length).toSorted((a, b) => a - b)).toEqual([1, 50])
})

test('a poison message fails alone, at each place of a batch', async () => {
  for (const place of [0, 1, 2]) {
    const good = fresh([posted(1), posted(2, { line: OTHER_TOKEN })])
    const batch = good.map((message) => ({ messageId: message.id, body: JSON.stringify(message) }))
    batch.splice(place, 0, { messageId: 'poison', body: '{"v":1,"type":"report.posted"}' })
    expect(await mergeBatch(batch, { ...tables, event: 'test' })).toEqual(['poison'])
    for (const { id } of good) expect(await showReport(id, tables)).toMatchObject({ status: 'counted' })
  }
})

test('a message of a version to come is kept for a later version of us', async () => {
  const [message] = fresh([posted(1)])
  const body = JSON.stringify({ ...message, v: 2 })
  expect(await mergeBatch([{ messageId: 'later', body }], { ...tables, event: 'test' })).toEqual(['later'])
})
