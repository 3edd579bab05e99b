import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportMessage, Told } from '../../functions/domain/message.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, posted, reportId, told, withdrawn } from '../support/told.ts'

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

let line = 0
/** Merges reports of one line of their own, with ids from `first` on; answers how each is shown. */
async function merged(first: number, reports: Told[], then: ReportMessage[] = []) {
  line += 1
  const messages = reports.map((report, n) => posted(first + n, { line: `t1.${line}`, told: report }))
  for (const message of [...messages, ...then]) await mergeReport(message, tables)
  return await Promise.all(messages.map(async ({ id }) => (await showReport(id, tables)) as Record<string, unknown>))
}

const at = (receivedAt: string, call: Partial<Told['call']> = {}): Told => told({ receivedAt, ...call })
const complaint = (n: number) => reportId(n).replace('rpt', 'cmp')

test('a merged report says with which, how much it weighs, and each field’s part; so does what is stored', async () => {
  const [first, second] = await merged(100, [at('2011-05-02T10:03'), at('2011-05-02T10:00', { callerId: '450-555-0148' })])
  expect(first).toMatchObject({ status: 'counted', complaintId: complaint(100) })
  expect([first!['match'], first!['possibleDuplicateOf']]).toEqual([undefined, undefined])
  const match = {
    with: reportId(100),
    weight: 10.2,
    parts: { callerId: 4, callTime: 5.8, riding: 0.2, kind: 0.8, election: 0.2, message: 7, sameCampaign: -7.8 },
  }
  expect(second).toMatchObject({ status: 'merged', complaintId: complaint(100), match })
  const [stored] = (await tables.items('complaints')).filter(({ pk }) => pk === reportId(101))
  expect(stored).toMatchObject({ complaintId: complaint(100), match })
}) // prettier-ignore

test('what may be the same call is counted apart, and says of which', async () => {
  const [first, second] = await merged(200, [at('2011-05-02T10:03'), at('2011-05-02T10:38')])
  expect(first).toMatchObject({ status: 'counted' })
  expect(second).toMatchObject({
    status: 'counted',
    complaintId: complaint(201),
    possibleDuplicateOf: reportId(200),
    possibleMatch: { with: reportId(200), weight: 3.4, parts: { callTime: -1.4 } },
  })
  expect(second!['match']).toBeUndefined()
})

test('a report that comes between two makes them one, and its withdrawal makes them two again', async () => {
  const [number, words] = [told({}, { words: {} }), { ...told({ callerId: undefined, receivedAt: undefined }) }]
  const ids = (shown: Record<string, unknown>[]) => shown.map(({ complaintId }) => complaintId)
  expect(ids(await merged(300, [number, words]))).toEqual([complaint(300), complaint(301)])
  expect(ids(await merged(310, [number, words, told()]))).toEqual([complaint(310), complaint(310), complaint(310)])
  const [first, second, third] = await merged(320, [number, words, told()], [withdrawn(322)])
  expect([first, second]).toMatchObject([{ complaintId: complaint(320) }, { complaintId: complaint(321) }])
  expect(second!['match']).toBeUndefined()
  expect(third).toEqual({ id: reportId(322), status: 'withdrawn' })
})

test('a report amended to another call goes apart, and no report is lost by it', async () => {
  const reports = [at('2011-05-02T10:03'), at('2011-05-02T10:00')]
  const [first, second] = await merged(400, reports, [amended(401, { told: at('2011-05-02T16:40') })])
  expect([first, second]).toMatchObject([{ complaintId: complaint(400) }, { complaintId: complaint(401) }])
  expect(second).toMatchObject({ status: 'counted', call: { receivedAt: '2011-05-02T16:40' } })
  expect(second!['match']).toBeUndefined()
})

test('the complaint goes by another name when the report that named it is withdrawn, and the reasons with it', async () => {
  const [, second, third] = await merged(500, [told(), told(), told()], [withdrawn(500)])
  expect(second).toMatchObject({ status: 'counted', complaintId: complaint(501) })
  expect(second!['match']).toBeUndefined()
  expect(third).toMatchObject({ status: 'merged', complaintId: complaint(501), match: { with: reportId(501) } })
})

test('two people of one house who tell of the same call are two complaints', async () => {
  const shown = [...(await merged(600, [told()])), ...(await merged(601, [told()]))]
  expect(shown).toMatchObject([{ status: 'counted' }, { status: 'counted' }])
})
