import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QueuedMessage, ReportMessage } from '../../functions/domain/message.ts'
import type { Told } from '../../functions/domain/message.ts'
import { eraseLine } from '../../functions/merge-report/erase-line.ts'
import { mergeBatch } from '../../functions/merge-report/merge-batch.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { tallyComplaints } from '../../functions/tally-complaints/tally-complaints.ts'
import { recount } from '../../operate/recount.ts'
import { isClean } from '../../operate/standing-differences.ts'
import { meeting } from '../support/meeting.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { amended, erased, posted, reportId, told, withdrawn } from '../support/told.ts'

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

const AFTER = '2026-05-01T16:00:00.000Z'

async function merge(message: QueuedMessage, store = tables.store): Promise<unknown> {
  return await (message.type === 'line.erased' ? eraseLine(message, { store }) : mergeReport(message, { store }))
}
async function mergeAll(messages: QueuedMessage[]): Promise<void> {
  for (const message of messages) await merge(message)
}

const statusOf = async (n: number) => (await showReport(reportId(n), tables)).status
const itemsOf = async (line: string) =>
  (await tables.items('complaints')).filter(({ pk }) => String(pk).includes(`${line}#`) || String(pk).endsWith(line))
const idsOf = async (line: string) => await tables.store.idsOfLine(line)

/** Many calls that have nothing in common. */
const anotherCall = (n: number): Told => told({ callerId: `450${230 + (n % 700)}${1000 + n}` })
const many = (first: number, count: number, line: string): ReportMessage[] =>
  Array.from({ length: count }, (_, n) => posted(first + n, { line, told: anotherCall(n) }))

async function expectNoDifference(): Promise<void> {
  const reporters = await tables.reporters()
  await tallyComplaints(reporters, { counts: tables.counts, now: () => new Date(0) })
  await tables.group()
  expect(isClean(await recount(tables.stack, { repair: false, pauseMillis: 20 }))).toBe(true)
}

test('all reports of a line are withdrawn: no words, no facts, and nothing counted', async () => {
  await mergeAll([posted(1, { line: 't1.one' }), posted(2, { line: 't1.one' }), posted(3, { line: 't1.other' })])
  expect(await merge(erased({ line: 't1.one' }))).toBe(2)
  expect([await statusOf(1), await statusOf(2), await statusOf(3)]).toEqual(['withdrawn', 'withdrawn', 'counted'])
  expect((await tables.items('words')).map(({ pk }) => pk)).toEqual([reportId(3)])
  const [reporter] = (await tables.reporters()).filter(({ key }) => key === 'REPORTER#t1.one')
  expect(reporter).toMatchObject({ reports: {}, erasedAt: erased().acceptedAt })
  await expectNoDifference()
})

test('done again it withdraws nothing, and writes nothing', async () => {
  await mergeAll([posted(10, { line: 't1.again' })])
  expect([await merge(erased({ line: 't1.again' })), await merge(erased({ line: 't1.again' }))]).toEqual([1, 0])
  const before = await itemsOf('t1.again')
  expect(await merge(erased({ line: 't1.again', acceptedAt: '2026-05-01T14:59:00.000Z' }))).toBe(0)
  expect(await itemsOf('t1.again')).toEqual(before)
})

test('a report that was still in the queue, or comes again, is withdrawn as well; one accepted later is kept', async () => {
  const line = 't1.late'
  await mergeAll([posted(20, { line }), erased({ line }), posted(20, { line }), posted(21, { line }), posted(22, { line, acceptedAt: AFTER })]) // prettier-ignore
  expect([await statusOf(20), await statusOf(21), await statusOf(22)]).toEqual(['withdrawn', 'withdrawn', 'counted'])
  expect(await merge(erased({ line, acceptedAt: AFTER }))).toBe(1)
  expect(await statusOf(22)).toBe('withdrawn')
})

test('of 70 reports those beyond the limit are found by their line, and erased with the others; then no list names one', async () => {
  const line = 't1.beyond'
  await mergeAll(many(100, 70, line))
  expect(await idsOf(line)).toEqual(Array.from({ length: 70 }, (_, n) => reportId(100 + n)))
  const lists = (await itemsOf(line)).filter(({ pk }) => String(pk).startsWith('BEYOND#'))
  expect(lists.flatMap(({ ids }) => [...(ids as Set<string>)])).toHaveLength(20)
  await expectNoDifference()

  expect(await merge(erased({ line }))).toBe(70)
  for (const n of [0, 49, 50, 69]) expect(await statusOf(100 + n)).toBe('withdrawn')
  expect(await idsOf(line)).toEqual([])
  expect(await tables.items('words')).not.toContainEqual(expect.objectContaining({ pk: reportId(150) }))
  await expectNoDifference()
})

test('a report beyond the limit that comes late is withdrawn, and one that is withdrawn alone leaves the list', async () => {
  const line = 't1.full'
  await mergeAll([...many(200, 52, line), withdrawn(251)])
  expect(await idsOf(line)).toHaveLength(51)
  await mergeAll([erased({ line }), posted(252, { line })])
  expect(await statusOf(252)).toBe('withdrawn')
  expect(await idsOf(line)).toEqual([])
})

test('only reports that were told of a line are listed, and a report without a line is on no list', async () => {
  await mergeAll([posted(260, { line: null }), posted(261, { line: null, marker: 'a1.place' }), posted(262, { line: 't1.listed' })]) // prettier-ignore
  const lists = (await tables.items('complaints')).filter(({ pk }) => String(pk).startsWith('BEYOND#'))
  expect(JSON.stringify(lists)).not.toMatch(/t1\.listed|a1\.place/)
})

const CHANGES: QueuedMessage[] = [
  posted(1, { line: 't1.a' }),
  posted(2, { line: 't1.a', told: told({ receivedAt: '2011-05-02T10:50' }) }),
  posted(3, { line: 't1.b' }),
  posted(4, { line: null }),
  posted(5, { line: 't1.a', acceptedAt: AFTER }),
  posted(6, { line: 't1.a' }),
  amended(1, { told: told({ receivedAt: '2011-05-02T09:30' }) }),
  amended(2, { line: 't1.b' }),
  amended(3, { line: 't1.a' }),
  amended(4, { line: 't1.a', acceptedAt: AFTER }),
  amended(5, { line: 't1.b', acceptedAt: '2026-05-01T17:00:00.000Z' }),
  withdrawn(6),
  erased({ line: 't1.a' }),
  erased({ line: 't1.a', acceptedAt: '2026-05-01T11:00:00.000Z', messageId: 'e2' }),
]

let lot = 0
/** Ids and lines of its own for each case, on one engine. */
function fresh(messages: QueuedMessage[]): QueuedMessage[] {
  lot += 1
  const suffix = `Z${String(lot).padStart(5, '0')}`
  return messages.map((message) => ({
    ...message,
    ...('id' in message ? { id: `rpt_${suffix}${message.id.slice(10)}` } : {}),
    ...(message.line ? { line: `${message.line}${suffix}` } : {}),
  })) as QueuedMessage[]
}

async function outcome(messages: QueuedMessage[]): Promise<unknown> {
  const ids = [...new Set(messages.flatMap((message) => ('id' in message ? [message.id] : [])))].toSorted()
  const shown = await Promise.all(ids.map(async (id) => await showReport(id, tables)))
  const suffix = ids[0]!.slice(4, 10)
  const reporters = (await tables.reporters()).filter(({ reports, key }) => key.endsWith(suffix) || ids.some((id) => id in reports)) // prettier-ignore
  const filed = reporters
    .map(({ key, reports, erasedAt }) => [key, Object.keys(reports).toSorted(), erasedAt] as const)
    .filter(([, ids, erasedAt]) => ids.length > 0 || erasedAt)
  return JSON.parse(JSON.stringify([shown, filed.toSorted()]).replaceAll(suffix, ''))
}

test('changes of six reports and their lines with erasures between end the same in any order, with repetitions', async () => {
  const inOrder = fresh(CHANGES)
  await mergeAll(inOrder)
  const expected = (await outcome(inOrder)) as [{ status: string }[], unknown]
  const statuses = ['withdrawn', 'withdrawn', 'withdrawn', 'counted', 'counted', 'withdrawn']
  expect(expected[0].map(({ status }) => status)).toEqual(statuses)
  const shuffled = fc
    .array(fc.constantFrom(...CHANGES), { maxLength: 4 })
    .chain((more) => fc.shuffledSubarray([...CHANGES, ...more], { minLength: CHANGES.length + more.length }))
  await fc.assert(
    fc.asyncProperty(shuffled, async (messages) => {
      const lots = fresh(messages)
      await mergeAll(lots)
      expect(await outcome(lots)).toEqual(expected)
    }),
    { numRuns: 8 },
  )
  await expectNoDifference()
})

test('the same when many workers merge them at once', async () => {
  const inOrder = fresh(CHANGES)
  await mergeAll(inOrder)
  const expected = await outcome(inOrder)
  for (let round = 0; round < 4; round += 1) {
    const messages = fresh([...CHANGES, ...CHANGES])
    await Promise.all(messages.map(async (message) => await merge(message)))
    expect(await outcome(messages)).toEqual(expected)
  }
  await expectNoDifference()
})

/** Merges that have all read before the erasure is begun, and write after it was done as far as it could be. */
async function overtaken(messages: ReportMessage[], erasure: QueuedMessage): Promise<void> {
  const [read, done] = [meeting(messages.length + 1), meeting(messages.length + 1)]
  const load = async (id: string, keys: string[]) => {
    const found = await tables.store.load(id, keys)
    await read()
    await done()
    return found
  }
  const merging = messages.map(async (message) => await merge(message, { ...tables.store, load }))
  await read()
  await merge(erasure)
  await done()
  await Promise.all(merging)
}

test('a merge that read before the erasure and writes after it withdraws its report', async () => {
  const line = 't1.raced'
  await mergeAll([posted(300, { line })])
  await overtaken([posted(301, { line }), posted(302, { line }), amended(300, { line })], erased({ line }))
  expect([await statusOf(300), await statusOf(301), await statusOf(302)]).toEqual(['withdrawn', 'withdrawn', 'withdrawn']) // prettier-ignore
})

test('so does one beyond the limit, which writes nothing of the line’s reporter', async () => {
  const line = 't1.racedbeyond'
  await mergeAll(many(400, 50, line))
  // Its reporter was read before, so that nothing but the list can tell.
  const stale = await tables.store.loadReporter(`REPORTER#${line}`)
  let tries = 0
  const load = async (id: string, keys: string[]) => {
    const found = await tables.store.load(id, keys)
    if ((tries += 1) > 1) return found
    await merge(erased({ line }))
    return { ...found, reporters: new Map([[stale!.key, stale!]]) }
  }
  await merge(posted(450, { line, told: anotherCall(50) }), { ...tables.store, load })
  expect(tries).toBe(2)
  expect(await statusOf(450)).toBe('withdrawn')
  expect(await idsOf(line)).toEqual([])
})

test('and one that takes its report to another line meanwhile', async () => {
  for (let n = 500; n < 520; n += 1) {
    const line = `t1.left${n}`
    await mergeAll([posted(n, { line })])
    const move = amended(n, { line: 't1.right' })
    await (n % 2 === 0
      ? overtaken([move], erased({ line }))
      : Promise.all([merge(move), merge(erased({ line })), merge(posted(n, { line }))]))
    expect(await statusOf(n)).toBe('withdrawn')
  }
  expect((await tables.reporters()).filter(({ key }) => key === 'REPORTER#t1.right')).not.toMatchObject([{ reports: { [reportId(500)]: {} } }]) // prettier-ignore
})

test('an erasure that is ended half way goes on where it was when it comes again', async () => {
  const line = 't1.killed'
  await mergeAll(many(600, 55, line))
  let saves = 0
  const save = async (change: Parameters<Tables['store']['save']>[0]) => {
    if ((saves += 1) > 20) throw new Error('killed')
    await tables.store.save(change)
  }
  await expect(merge(erased({ line }), { ...tables.store, save })).rejects.toThrow('killed')
  expect(await merge(erased({ line }))).toBe(35)
  expect(await idsOf(line)).toEqual([])
})

test('a report that was taken out of one full reporter and not yet put into another is found', async () => {
  const [from, to] = ['t1.fullfrom', 't1.fullto']
  const others = (first: number, line: string) => Array.from({ length: 49 }, (_, n) => posted(first + n, { line }))
  await mergeAll([posted(700, { line: from }), ...others(701, from), ...others(801, to)])
  let saves = 0
  const save = async (change: Parameters<Tables['store']['save']>[0]) => {
    if ((saves += 1) === 2) await merge(erased({ line: from }))
    await tables.store.save(change)
  }
  await merge(amended(700, { line: to }), { ...tables.store, save })
  expect(saves).toBeGreaterThanOrEqual(2)
  expect(await statusOf(700)).toBe('withdrawn')
  await expectNoDifference()
})

test('an erasure is merged with its batch, and another’s event fails', async () => {
  const line = 't1.batch'
  const batch = [posted(900, { line }), erased({ line }), erased({ line, event: 'another', messageId: 'foreign' })]
  const queued = batch.map((message) => ({ messageId: message.messageId, body: JSON.stringify(message) }))
  expect(await mergeBatch(queued, { ...tables, event: 'test' })).toEqual(['foreign'])
  expect(await statusOf(900)).toBe('withdrawn')
})
