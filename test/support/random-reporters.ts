import * as fc from 'fast-check'
import { AGE_BANDS, POLL_ASKED_BY, POLL_HOW, POLL_PREFERENCE, POLL_RECEIVED } from '../../functions/domain/choices.ts'
import type { Facts } from '../../functions/domain/facts.ts'
import { newReporter, overLimitKey, Reporter } from '../../functions/domain/reporter.ts'
import type { Grouped, GroupedReport } from '../../functions/domain/scripts/script-cells.ts'

/** A reporter with what grouping knows of the reports. */
export type Known = { reporter: Reporter; grouped: Grouped }

export const SCRIPTS = ['A', 'B', 'C'].map((letter) => `scr_${letter.repeat(26)}`)
export const RIDINGS = ['ocd-division/country:ca/ed:35027', 'ocd-division/country:ca/ed:35028', 'unresolved']
export const DAYS = ['2011-05-01', '2011-05-02']

/** One of these, or nothing. */
const maybe = <T>(...those: readonly T[]) => fc.option(fc.constantFrom(...those), { nil: undefined })

const poll = fc.record({
  received: maybe(...POLL_RECEIVED, 'yes' as const),
  how: maybe(...POLL_HOW),
  askedBy: maybe(...POLL_ASKED_BY),
  preference: maybe(...POLL_PREFERENCE),
})

const facts = fc.record({
  earlierPoll: fc.option(poll, { nil: undefined }),
  ageBand: maybe(...AGE_BANDS),
  misdirected: maybe('yes'),
  kind: fc.constantFrom('live', 'recorded', 'text', 'unsure'),
  door: fc.constantFrom('web', 'sms', 'import'),
  riding: maybe(...RIDINGS.map((riding) => `RIDING#${riding}`)),
  caller: maybe('CALLER#+14505550146', 'CALLER#+14505550147', 'CALLER#withheld'),
  day: maybe(...DAYS),
  time: maybe('10', '10:03'),
  receivedAt: fc.constantFrom('2011-05-03T10:00:00.000Z', '2011-05-03T11:00:00.000Z'),
})

const report = fc.record({
  complaint: fc.nat({ max: 2 }),
  script: maybe(...SCRIPTS),
  isTemplated: fc.boolean(),
  facts,
})

const person = fc.record({
  reports: fc.array(report, { minLength: 1, maxLength: 5 }),
  isOverLimit: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

/** Reporters as they may lie in the table, however odd: in both groups, of several ages, with reports of one call in several scripts. */
export const reporters: fc.Arbitrary<Known[]> = fc
  .array(person, { minLength: 1, maxLength: 40 })
  .map((people) => people.map(knownOf))

type Drawn = {
  reports: { complaint: number; script: string | undefined; isTemplated: boolean; facts: Partial<Facts> }[]
  isOverLimit: boolean
}

function knownOf({ reports, isOverLimit }: Drawn, n: number): Known {
  const [key, idOf] = [`REPORTER#t1.${n}`, (each: number) => `rpt_${n}_${each}`]
  const filed = reports.map(({ complaint, facts: { time, ...told } }, each) => {
    const placed = { ...told, time: told.day && time, election: told.riding ? 'federal' : 'municipal', complaintId: `cmp_${n}_${complaint}` } // prettier-ignore
    return [idOf(each), placed] as const
  })
  const grouped = reports.map(({ script, isTemplated }, each): [string, GroupedReport] => [idOf(each), { ...(script ? { script } : {}), reasons: [], isTemplated }]) // prettier-ignore
  const filedAs = isOverLimit ? overLimitKey(idOf(0), key) : key
  // As it is stored: without what is not told.
  const reporter = Reporter.parse(JSON.parse(JSON.stringify({ ...newReporter(filedAs, 'test'), reports: Object.fromEntries(filed) }))) // prettier-ignore
  return { reporter, grouped: Object.fromEntries(grouped) }
}
