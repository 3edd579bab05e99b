import { expect, test } from 'vitest'
import { contribution, difference } from '../../functions/domain/contribution.ts'
import type { Facts } from '../../functions/domain/facts.ts'
import { planFold, recordOf } from '../../functions/domain/fold.ts'
import { recordNormal } from '../../functions/domain/record.ts'
import { newReporter, overLimitKey, type Reporter, reporterKey, withReport } from '../../functions/domain/reporter.ts'
import { reportId, TOKEN } from '../support/told.ts'

const GUELPH = 'RIDING#ocd-division/country:ca/ed:35027'

function facts(difference: Partial<Facts> = {}): Facts {
  return { receivedAt: '2026-05-01T12:00:00.000Z', caller: 'CALLER#+14505550146', riding: GUELPH, kind: 'recorded', election: 'federal', door: 'web', day: '2011-05-02', time: '10:03', ...difference } // prettier-ignore
}

function reporterOf(...reports: Facts[]): Reporter {
  return reports.reduce(
    (reporter, told, n) => withReport(reporter, reportId(n), told),
    newReporter(reporterKey({ id: '', token: TOKEN }), 'test'),
  )
}

test('one report counts once in each of its cells', () => {
  const cells = contribution(reporterOf(facts()))
  for (const [key, count] of cells) {
    const each = /^ridings.*\|day=|caller-ids.*\|riding=/.test(key) ? 0 : 1
    expect([key, count]).toEqual([key, { reports: 1, reporters: each, complaints: each, anonymous: 0 }])
  }
  expect([...cells.keys()]).toEqual(
    expect.arrayContaining([
      'summary|ALL|',
      'summary|PROVINCE#ON|kind=recorded',
      `ridings|${GUELPH}|`,
      'caller-ids|CALLER#+14505550146|day=2011-05',
      'timeline#call#ALL|2011-05-02|hour=10',
      `timeline#received#${GUELPH}|2026-05-01|hour=12`,
    ]),
  )
})

test('a riding that is not resolved counts in its province, where that is sure, and in no other riding', () => {
  const cells = contribution(reporterOf(facts({ riding: 'RIDING#unresolved', province: 'ON' })))
  expect([...cells.keys()]).toEqual(expect.arrayContaining(['summary|PROVINCE#ON|', 'ridings|RIDING#unresolved|', 'timeline#call#PROVINCE#ON|2011-05-02|'])) // prettier-ignore
  const unknown = contribution(reporterOf(facts({ riding: 'RIDING#unresolved' })))
  expect([...unknown.keys()].filter((key) => key.includes('PROVINCE'))).toEqual([])
})

test('a report that says where it comes from counts in the record of its door and source, and in no other place more', () => {
  const without = [...contribution(reporterOf(facts())).keys()]
  const cells = contribution(reporterOf(facts({ door: 'import', source: 'Office of A|B %' })))
  expect([...cells.keys()].filter((key) => !without.includes(key))).toEqual(['summary|ALL|door=import', `ridings|${GUELPH}|door=import`, 'sources|import Office%20of%20A%7CB%20%25|']) // prettier-ignore
  expect(recordNormal('sources', 'import Office%20of%20A%7CB%20%25')).toEqual({ normal: { door: 'import', source: 'Office of A|B %' } }) // prettier-ignore
})

test('ages are counted in all and by province; whoever does not tell it has a cell of their own', () => {
  const keys = [...contribution(reporterOf(facts({ ageBand: '45-54' }), facts({ caller: 'CALLER#withheld' }))).keys()]
  const ages = keys.filter((key) => key.includes('age=')).toSorted()
  expect(ages).toEqual(['summary|ALL|age=45-54', 'summary|ALL|age=not-told', 'summary|PROVINCE#ON|age=45-54', 'summary|PROVINCE#ON|age=not-told']) // prettier-ignore
})

test('who was not asked of an earlier poll is counted as such, who was asked by the answers, and how and by whom if polled', () => {
  const told = (more: Partial<Facts>) => {
    const keys = [...contribution(reporterOf(facts(more))).keys()]
    return keys.filter((key) => /^polls|unasked/.test(key)).map((key) => key.replace('polls|', ''))
  }
  expect(told({})).toEqual(['summary|ALL|unasked=others'])
  expect(told({ misdirected: 'yes' })).toEqual(['summary|ALL|unasked=misdirected'])
  expect(told({ earlierPoll: {} })).toEqual(['others|', 'others|received=not-answered', 'reporters|', 'reporters|person=others/not-answered']) // prettier-ignore
  expect(told({ earlierPoll: { received: 'no', how: 'live' } })).toEqual(['others|', 'others|received=no', 'reporters|', 'reporters|person=others/no']) // prettier-ignore
  const polled = { received: 'yes', how: 'live', preference: 'opponent', daysBefore: '8-14' }
  expect(told({ misdirected: 'yes', earlierPoll: polled })).toEqual([
    'misdirected|',
    'misdirected|received=yes',
    'misdirected|how=live',
    'misdirected|by=not-answered',
    'misdirected|answer=opponent',
    'misdirected|before=8-14', // prettier-ignore
    'reporters|',
    'reporters|person=misdirected/opponent', // prettier-ignore
  ])
})

test('a person is counted once among those who were asked, by all of their reports', () => {
  const persons = (...reports: Partial<Facts>[]) => {
    const cells = contribution(reporterOf(...reports.map((report, n) => facts({ caller: `CALLER#+1450555014${n}`, ...report })))) // prettier-ignore
    return [...cells].flatMap(([key, count]) => (key.includes('person=') ? [[key.split('=')[1], count]] : []))
  }
  const once = { reports: 0, reporters: 1, complaints: 0, anonymous: 0 }
  const [no, yes] = [{ received: 'no' }, { received: 'yes', preference: 'opponent' }]
  expect(persons({ misdirected: 'yes' })).toEqual([])
  expect(persons({ misdirected: 'yes' }, { earlierPoll: no }, { earlierPoll: yes })).toEqual([
    ['misdirected/opponent', once],
  ])
  expect(persons({ earlierPoll: yes }, { earlierPoll: { received: 'yes', preference: 'refused' } })).toEqual([
    ['others/yes', once],
  ])
})

test('a number’s record tells its hours and ridings by reports; that of withheld numbers does not', () => {
  const reached = (caller: string) =>
    [...contribution(reporterOf(facts({ caller }))).keys()].filter((key) => /^caller-ids.*(hour|riding)=/.test(key))
  expect(reached('CALLER#+14505550146')).toEqual(['caller-ids|CALLER#+14505550146|hour=10', 'caller-ids|CALLER#+14505550146|riding=35027']) // prettier-ignore
  expect(reached('CALLER#withheld')).toEqual([])
})

test('a record tells the days of calls apart, and the months of calls that were long past', () => {
  const keys = (day: string) =>
    [...contribution(reporterOf(facts({ day }))).keys()].filter((key) => key.startsWith('caller-ids'))
  expect(keys('2026-04-30')).toContain('caller-ids|CALLER#+14505550146|day=2026-04-30')
  expect(keys('2025-03-31')).toContain('caller-ids|CALLER#+14505550146|day=2025-03-31')
  expect(keys('2025-03-01')).toContain('caller-ids|CALLER#+14505550146|day=2025-03')
})

test('two reports of one call are one complaint of one reporter', () => {
  const cells = contribution(reporterOf(facts(), facts({ time: '10:00' })))
  expect(cells.get('summary|ALL|')).toEqual({ reports: 2, reporters: 1, complaints: 1, anonymous: 0 })
})

test('the complaints of all ridings add up to the complaints of the summary, whatever the reports disagree on', () => {
  const cells = contribution(reporterOf(facts({ riding: 'RIDING#unresolved' }), facts(), facts({ kind: 'unsure' })))
  const ridings = [...cells].filter(([key]) => key.startsWith('ridings|') && key.endsWith('|'))
  expect(ridings.reduce((sum, [, { complaints }]) => sum + complaints, 0)).toBe(1)
  expect(cells.get(`ridings|${GUELPH}|`)?.complaints).toBe(1)
})

test('a complaint counts where its most precise report says, then its earliest, whichever came first', () => {
  const [number, day] = [facts(), facts({ time: undefined })]
  const vague = facts({ caller: 'CALLER#unavailable' })
  const slip = facts({ caller: 'CALLER#+14505550148', receivedAt: '2026-05-01T12:00:01.000Z' })
  const complaints = (...reports: Facts[]) => {
    const cells = contribution(reporterOf(...reports))
    return ['+14505550146', '+14505550148', 'unavailable'].map((caller) => cells.get(`caller-ids|CALLER#${caller}|`)?.complaints ?? 0) // prettier-ignore
  }
  for (const order of [
    [vague, number, slip, day],
    [slip, day, number, vague],
    [day, vague, slip, number],
  ]) {
    // prettier-ignore
    expect(complaints(...order)).toEqual([1, 0, 0])
  }
  expect(complaints(vague, vague)).toEqual([0, 0, 1])
  expect(complaints(slip, day)).toEqual([0, 1, 0])
})

test('a call without a date or an hour is counted as undated', () => {
  const { day: _, time: __, ...undated } = facts()
  const { time: ___, ...dated } = facts()
  expect([...contribution(reporterOf(undated)).keys()]).toEqual(
    expect.arrayContaining(['timeline#call#ALL|undated-day|', 'timeline#call#ALL|undated-hour|']),
  )
  const keys = [...contribution(reporterOf(dated)).keys()]
  expect(keys).toContain('timeline#call#ALL|undated-hour|')
  expect(keys).not.toContain('timeline#call#ALL|undated-day|')
})

test('a call about another election has no riding', () => {
  const { riding: _, ...provincial } = facts({ election: 'provincial' })
  expect([...contribution(reporterOf(provincial)).keys()].filter((key) => key.startsWith('ridings'))).toEqual([])
})

test('a report over the limit counts as a report only', () => {
  const reporter = withReport(
    newReporter(overLimitKey(reportId(1), reporterKey({ id: '', token: TOKEN })), 'test'),
    reportId(1),
    facts(),
  )
  expect(contribution(reporter).get('summary|ALL|')).toEqual({ reports: 1, reporters: 0, complaints: 0, anonymous: 0 })
})

test('a report without a line is a reporter of its own, and shown as anonymous', () => {
  const reporter = withReport(newReporter(reporterKey({ id: reportId(1), token: null }), 'test'), reportId(1), facts())
  expect(contribution(reporter).get('summary|ALL|')).toEqual({ reports: 1, reporters: 1, complaints: 1, anonymous: 1 })
})

test('a report sent twice by nobody from one place is one reporter without a line', () => {
  const key = reporterKey({ id: reportId(1), token: null, marker: 'a1.x' })
  const twice = [1, 2].reduce((reporter, n) => withReport(reporter, reportId(n), facts()), newReporter(key, 'test'))
  expect(contribution(twice).get('summary|ALL|')).toEqual({ reports: 2, reporters: 1, complaints: 1, anonymous: 1 })
})

test('a reporter of many calls is folded in transactions of at most a hundred items, which add up to the whole', () => {
  const days = Array.from({ length: 50 }, (_, n) =>
    facts({
      day: `2011-0${1 + Math.floor(n / 28)}-${String(1 + (n % 28)).padStart(2, '0')}`,
      caller: `CALLER#+1450555${1000 + n}`,
    }),
  )
  const cells = contribution(reporterOf(...days))
  const entry = { key: 'REPORTER#x', revision: 0, version: 0, cells: new Map() }
  const steps = planFold([{ entry, version: 50, cells }], 100)
  expect(steps.length).toBeGreaterThan(1)
  for (const { entries, delta } of steps) {
    expect(entries.length + new Set([...delta.keys()].map(recordOf)).size).toBeLessThanOrEqual(100)
  }
  expect(steps.map(({ entries }) => entries[0]?.revision)).toEqual(steps.map((_, n) => n + 1))
  expect(steps.slice(0, -1).every(({ entries }) => entries[0]?.version === 0)).toBe(true)
  expect(difference(steps.at(-1)!.entries[0]!.cells, cells).size).toBe(0)
})

test('reporters of one batch share the counters they touch', () => {
  const pending = Array.from({ length: 40 }, (_, n) => ({
    entry: { key: `REPORTER#${n}`, revision: 0, version: 0, cells: new Map() },
    version: 1,
    cells: contribution(reporterOf(facts())),
  }))
  const [step, ...more] = planFold(pending, 100)
  expect(more).toEqual([])
  expect(step?.delta.get('summary|ALL|')).toEqual({ reports: 40, reporters: 40, complaints: 40, anonymous: 0 })
})

test('those called in one riding on one day are folded together, however they arrive', () => {
  const ridings = ['35027', '24001', '59001', '10001'].map((number) => `RIDING#ocd-division/country:ca/ed:${number}`)
  const pending = Array.from({ length: 120 }, (_, n) => ({
    entry: { key: `REPORTER#${n}`, revision: 0, version: 0, cells: new Map() },
    version: 1,
    cells: contribution(reporterOf(facts({ riding: ridings[n % ridings.length]! }))),
  }))
  const steps = planFold(pending, 100)
  const ridingsPerStep = steps.map(({ delta }) => ridings.filter((riding) => delta.has(`ridings|${riding}|`)))
  expect(steps.flatMap(({ entries }) => entries.map(({ key }) => key)).toSorted()).toEqual(
    pending.map(({ entry }) => entry.key).toSorted(),
  )
  // A step may end in the middle of a riding, no more.
  expect(ridingsPerStep.flat().length).toBeLessThanOrEqual(ridings.length + steps.length - 1)
})

test('those counted in one script are folded together, by its numbers, however they arrive', () => {
  const pending = Array.from({ length: 300 }, (_, n) => {
    const script = `scr_${n % 5}`
    const caller = `${script} +1450555${String(n % 100).padStart(4, '0')}`
    const keys = [`scripts|${script}|`, `scripts|${script}|province=ON`, `script-callers|${caller}|`]
    const cells = new Map(keys.map((key) => [key, { reports: 1, reporters: 0, complaints: 0, anonymous: 0 }]))
    return { entry: { key: `REPORTER#${n}`, revision: 0, version: 0, cells: new Map() }, version: 1, cells }
  })
  const written = planFold(pending, 100).flatMap(({ delta }) => [...new Set([...delta.keys()].map(recordOf))])
  // Each once but where a transaction is full.
  expect(new Set(written).size).toBe(5 + 100)
  expect(written.length).toBeLessThan(5 + 100 + 2 * 5)
})
