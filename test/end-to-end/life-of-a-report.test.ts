import { afterAll, beforeAll, expect, test } from 'vitest'
import { NORM_VERSION } from '../../functions/domain/normal-form.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, LINE, OTHER_LINE, type Receipted, type Sender, send, senderTo } from '../support/sender.ts'

let stack: PermittedStack
let sender: Sender
beforeAll(async () => {
  stack = await startPermittedStack()
  sender = senderTo(stack)
})
afterAll(() => stack.stop())

const by = (phone: string | null) => ({ reporter: { phone } })

/** What is held on a report once all that was sent is counted. */
async function settled(report: Receipted): Promise<Record<string, unknown>> {
  await stack.idle()
  return (await sender.show(report)).json
}

/** Reports, reporters and complaints that the work adds to the counts. */
async function added(work: () => Promise<unknown>): Promise<number[]> {
  await stack.idle()
  const before = await sender.counts()
  await work()
  await stack.idle()
  return (await sender.counts()).map((count, i) => count - before[i]!)
}

test('a report is there from the instant of its 202, and then counted', async () => {
  const report = await sender.kept(aReport({}, by('204-555-0101')))
  const { status, json, headers } = await sender.show(report)
  expect(status).toBe(200)
  expect(['accepted', 'counted']).toContain(json['status'])
  expect(headers.get('cache-control')).toBe('no-store')
  expect(await settled(report)).toMatchObject({ status: 'counted' })
})

test('its reporter sees all that is held on it: what was told, and the normal forms with their reasons', async () => {
  const call = { callerId: '450.555.0146', callerName: 'ELECTIONS CANADA', receivedAt: '2011-05-02T10:03:20-04:00', kind: 'recorded', election: 'federal', claimedToBe: 'Elections Canada', message: 'Moved.', callbackNumber: '1-800-555-0199', pollingPlace: 'Old Mill Road', language: 'en' } // prettier-ignore
  const earlierPoll = { received: 'yes', receivedOn: '2011-04-20', callerId: 'Private', how: 'live', askedBy: 'national-party', preference: 'opponent' } // prettier-ignore
  const rest = { riding: 'guelph', representationOrder: '2003', source: 'Example News' }
  const report = await sender.kept({ call, ...rest, reporter: { phone: LINE, ageBand: '45-54', earlierPoll } })
  expect(await settled(report)).toEqual({
    id: report.id,
    status: 'counted',
    complaintId: report.id.replace('rpt_', 'cmp_'),
    scriptId: expect.stringMatching(/^scr_[0-9A-Z]{26}$/),
    receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    overLimit: false,
    door: 'web',
    call: { ...call, receivedAt: '2011-05-02T10:03-04:00' },
    ...rest,
    reporter: { lineKnown: true, ageBand: '45-54', earlierPoll },
    normal: {
      normVersion: NORM_VERSION,
      callerId: { kind: 'number', e164: '+14505550146', country: 'CA', signs: ['fictional'] },
      callbackNumber: { kind: 'number', e164: '+18005550199', signs: ['fictional'] },
      riding: {
        id: 'ocd-division/country:ca/ed:35027',
        order: '2003',
        method: 'name',
        confidence: 1,
        province: 'ON',
        candidates: [],
      },
      callTime: {
        precision: 'minute',
        month: '2011-05',
        day: '2011-05-02',
        time: '10:03',
        offset: '-04:00',
        earliest: '2011-05-02T14:03:00.000Z',
        latest: '2011-05-02T14:03:59.999Z',
        hour: 10,
      },
    },
  })
})

test('what is not sure is shown as such: the ridings it may be, the province, and the widest span of the time', async () => {
  const call = { callerId: '450-555-0146 poste 3 / Private', receivedAt: '2011-05-02T10' }
  const report = await sender.kept(aReport(call, { riding: 'London', ...by('204-555-0160') }))
  expect(await settled(report)).toMatchObject({
    normal: {
      callerId: { kind: 'number', e164: '+14505550146', extension: '3' },
      riding: {
        order: '2003',
        method: 'close',
        confidence: 0,
        province: 'ON',
        candidates: ['35044', '35042', '35043', '35020'].map((number) => `ocd-division/country:ca/ed:${number}`),
      },
      callTime: {
        precision: 'hour',
        earliest: '2011-05-02T14:00:00.000Z',
        latest: '2011-05-02T15:59:59.999Z',
        hour: 10,
      },
    },
  })
  await sender.amend(report, aReport(call, { riding: 'London West' }))
  expect(await settled(report)).toMatchObject({ normal: { riding: { id: 'ocd-division/country:ca/ed:35044', method: 'name' } } }) // prettier-ignore
})

test('the same call told twice is one complaint of one reporter: one report is counted, the other merged into it', async () => {
  const line = by('204-555-0103')
  let [first, second]: Receipted[] = []
  expect(
    await added(async () => {
      first = await sender.kept(aReport({ message: 'Once.' }, line))
      second = await sender.kept(aReport({ message: 'Twice.', receivedAt: '2011-05-02T10:15' }, line))
    }),
  ).toEqual([2, 1, 1])
  const shown = [(await sender.show(first!)).json, (await sender.show(second!)).json]
  expect(shown.map(({ status }) => status).toSorted()).toEqual(['counted', 'merged'])
  expect(shown[0]!['complaintId']).toBe(shown[1]!['complaintId'])
})

test('a PUT that does not name the line keeps it, one with null removes it, one with another moves the report', async () => {
  let report = await sender.kept(aReport({}, by('204-555-0104')))
  const another = await sender.kept(aReport({ message: 'The same call.' }, by('204-555-0104')))
  const amend = async (rest: object) => {
    const { status, json } = await sender.amend(report, aReport({ message: 'Amended.' }, rest))
    expect(status).toBe(202)
    report = { ...report, receipt: String(json['receipt']) }
  }
  expect(await added(async () => await amend({}))).toEqual([0, 0, 0])
  expect(await settled(report)).toMatchObject({ call: { message: 'Amended.' }, reporter: { lineKnown: true } })
  expect(await added(async () => await amend(by(null)))).toEqual([0, 1, 1])
  expect(await settled(report)).toMatchObject({ status: 'counted', reporter: { lineKnown: false } })
  expect(await added(async () => await amend(by('204-555-0104')))).toEqual([0, -1, -1])
  expect(await added(async () => await amend(by('204-555-0105')))).toEqual([0, 1, 1])
  expect(await settled(another)).toMatchObject({ status: 'counted' })
})

test('what an amended report no longer says is gone, and it is counted where it says it belongs', async () => {
  const report = await sender.kept(aReport({ pollingPlace: 'Old Mill Road' }, { ...by('204-555-0106'), source: 'X' }))
  const { json } = await sender.amend(report, aReport({ callerId: 'inconnu' }, { riding: '35027' }))
  expect(json).toMatchObject({ id: report.id, status: 'accepted', receipt: report.receipt })
  const shown = await settled(report)
  expect(shown).toMatchObject({ normal: { callerId: { kind: 'unavailable' }, riding: { method: 'number' } } })
  expect(shown['call']).not.toHaveProperty('pollingPlace')
  expect(shown).not.toHaveProperty('source')
})

test('three spellings of one number and two names of one riding are one record of each, and none once withdrawn', async () => {
  const told = [
    { callerId: '(306) 555-0177', riding: 'Don Valley East' },
    { callerId: '+1 306.555.0177', riding: 'don  valley – est' },
    { callerId: '13065550177', riding: '35016' },
  ]
  const records = async () => [
    (await sender.rows('caller-ids')).filter(({ callerId }) => (callerId as { e164?: string }).e164 === '+13065550177'),
    (await sender.rows('ridings')).filter(({ riding }) => String((riding as { id: string }).id).endsWith(':35016')),
  ]
  const reports = await Promise.all(
    told.map(async ({ callerId, riding }, n) => await sender.kept(aReport({ callerId }, { riding, ...by(`867-555-011${n}`) }))), // prettier-ignore
  )
  await stack.idle()
  const counts = { reports: 3, reporters: 3, complaints: 3, firstCall: '2011-05', lastCall: '2011-05' }
  expect(await records()).toMatchObject([[counts], [counts]])
  await Promise.all(reports.map(async (report) => await sender.withdraw(report)))
  await stack.idle()
  expect(await records()).toEqual([[], []])
})

test('a withdrawn report says so and nothing else, counts nowhere, and stays withdrawn', async () => {
  let report: Receipted | undefined
  const delta = await added(async () => {
    report = await sender.kept(aReport({}, by('204-555-0107')))
    const { status, json } = await sender.withdraw(report)
    expect(status).toBe(202)
    expect(json).toEqual({
      id: report.id,
      status: 'accepted',
      notice: expect.stringContaining('14 days'),
      copiesRemain: { queueDays: 14, streamHours: 24, backupDays: 35 },
    })
  })
  expect(delta).toEqual([0, 0, 0])
  expect(await settled(report!)).toEqual({ id: report!.id, status: 'withdrawn' })
  expect((await sender.amend(report!, aReport())).status).toBe(202)
  expect(await settled(report!)).toEqual({ id: report!.id, status: 'withdrawn' })
})

test('what remains of a withdrawn report is said in French too', async () => {
  const report = await sender.kept(aReport({}, by('204-555-0108')))
  const { json } = await sender.withdraw(report, { 'accept-language': 'fr' })
  expect(json['notice']).toContain('14 jours')
})

test('a POST repeated with its key is the same report, before and after it was amended', async () => {
  const keyed = { headers: { 'idempotency-key': 'the same key as before' } }
  const body = aReport({}, by('204-555-0109'))
  expect(
    await added(async () => {
      const first = await sender.kept(body, keyed)
      const again = await sender.kept({ riding: body['riding'], reporter: body['reporter'], call: body['call'] }, keyed)
      await sender.amend(first, aReport({ message: 'Amended.' }))
      await stack.idle()
      const late = await sender.kept(body, keyed)
      expect([again, late]).toEqual([first, first])
      expect(await settled(first)).toMatchObject({ call: { message: 'Amended.' } })
    }),
  ).toEqual([1, 1, 1])
})

test('a key with another body is refused', async () => {
  const keyed = { headers: { 'idempotency-key': 'one key, two bodies' } }
  await sender.kept(aReport({ message: 'One.' }, by('204-555-0110')), keyed)
  const { status, json } = await sender.post(aReport({ message: 'Two.' }), keyed)
  expect([status, json['type']]).toEqual([422, 'urn:callwitness:problem:idempotency-key-reused'])
})

test('a receipt that is cut, swapped, forged or none is answered like an unknown id: 404, whatever is asked', async () => {
  const report = await sender.kept(aReport({}, by('204-555-0112')))
  const another = await sender.kept(aReport({}, by(OTHER_LINE)))
  await stack.idle()
  const { id, receipt } = report
  const [version, tag, mac] = receipt.split('.') as [string, string, string]
  const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  const [, itsTag = '', itsMac = ''] = another.receipt.split('.')
  const wrong = [
    ['', 'x', receipt.slice(0, -1), `${receipt}A`, `${receipt}.x`, receipt.toLowerCase(), another.receipt],
    ['r0', 'r2', 'r01', 'r-1', 'r999', 't1', ''].map((version) => `${version}.${tag}.${mac}`),
    [`${version}..${mac}`, `${version}.${itsTag}.${mac}`, `${version}.${tag}.${itsMac}`],
    [0, 10, 22].map((at) => `${version}.${flip(tag, at)}.${mac}`),
    [0, 10, 21].map((at) => `${version}.${tag}.${flip(mac, at)}`),
  ].flat()
  const ask = async (id: string, headers: Record<string, string>) => {
    const url = `${stack.url}/v1/reports/${id}`
    const json = { 'content-type': 'application/json', ...headers }
    return [
      await send(url, { headers }),
      await send(url, { method: 'PUT', headers: json, body: JSON.stringify(aReport({ message: 'Not by me.' })) }),
      await send(url, { method: 'PUT', headers: json, body: 'nothing' }),
      await send(url, { method: 'DELETE', headers }),
    ].map(({ status, text, headers }) => [status, text, [...headers.keys()].join()])
  }
  const unknown = await ask('rpt_00000000000000000000000000', { authorization: `Bearer ${receipt}` })
  expect(unknown.map(([status]) => status)).toEqual([404, 404, 404, 404])
  for (const each of wrong) expect(await ask(id, { authorization: `Bearer ${each}` })).toEqual(unknown)
  expect(await ask(id, {})).toEqual(unknown)
  expect(await ask(id, { authorization: receipt })).toEqual(unknown)
  expect(await ask(id, { authorization: `Basic ${receipt}` })).toEqual(unknown)
  expect(await settled(report)).toMatchObject({ status: 'counted', call: { message: 'Your polling place has moved.' } })
})

test('a child is counted, and neither its line nor its words are kept', async () => {
  const report = await sender.kept(aReport({ message: 'I was home alone.' }, { reporter: { phone: '204-555-0113', ageBand: 'under-14' } })) // prettier-ignore
  const shown = await settled(report)
  expect(shown).toMatchObject({ status: 'counted', reporter: { lineKnown: false, ageBand: 'under-14' } })
  expect(shown['call']).not.toHaveProperty('message')
})
