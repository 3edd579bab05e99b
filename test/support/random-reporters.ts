import * as fc from 'fast-check'
import { AGE_BANDS, POLL_ASKED_BY, POLL_HOW, POLL_PREFERENCE, POLL_RECEIVED } from '../../functions/domain/choices.ts'
import type { Facts } from '../../functions/domain/facts.ts'
import { newReporter, overLimitKey, type Reporter } from '../../functions/domain/reporter.ts'
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

const report = fc.record({
  complaint: fc.nat({ max: 2 }),
  script: maybe(...SCRIPTS),
  isTemplated: fc.boolean(),
  earlierPoll: fc.option(poll, { nil: undefined }),
  ageBand: maybe(...AGE_BANDS),
  misdirected: maybe('yes'),
  kind: fc.constantFrom('live', 'recorded', 'text', 'unsure'),
  door: fc.constantFrom('web', 'sms', 'import'),
  riding: maybe(...RIDINGS),
  caller: maybe('CALLER#+14505550146', 'CALLER#+14505550147', 'CALLER#withheld'),
  day: maybe(...DAYS),
  time: maybe('10', '10:03'),
  receivedAt: fc.constantFrom('2011-05-03T10:00:00.000Z', '2011-05-03T11:00:00.000Z'),
})

const person = fc.record({
  reports: fc.array(report, { minLength: 1, maxLength: 5 }),
  isOverLimit: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

/** Reporters as they may lie in the table, however odd: in both groups, of several ages, with reports of one call in several scripts. */
export const reporters: fc.Arbitrary<Known[]> = fc
  .array(person, { minLength: 1, maxLength: 40 })
  .map((people) => people.map(knownOf))

function knownOf({ reports, isOverLimit }: { reports: Drawn[]; isOverLimit: boolean }, n: number): Known {
  const key = `REPORTER#t1.${n}`
  const ids = reports.map((_, each) => `rpt_${n}_${each}`)
  const filed = reports.map(({ script: _, isTemplated: __, complaint, riding, time, day, ...told }, each) => {
    const facts: Facts = { ...defined(told), ...defined({ riding: riding && `RIDING#${riding}`, day, time: day && time }), election: riding ? 'federal' : 'municipal' } as Facts // prettier-ignore
    return [ids[each]!, { ...facts, complaintId: `cmp_${n}_${complaint}` }] as const
  })
  const grouped = reports.map(({ script, isTemplated }, each): [string, GroupedReport] => [ids[each]!, { ...(script ? { script } : {}), reasons: [], isTemplated }]) // prettier-ignore
  const filedAs = isOverLimit ? overLimitKey(ids[0]!, key) : key
  return { reporter: { ...newReporter(filedAs, 'test'), reports: Object.fromEntries(filed) }, grouped: Object.fromEntries(grouped) } // prettier-ignore
}

type Drawn = typeof report extends fc.Arbitrary<infer T> ? T : never

function defined<T extends object>(those: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(those).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof defined<T>
  >
}
