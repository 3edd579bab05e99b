import * as z from 'zod/mini'
import { AGE_BANDS, ELECTIONS } from '../choices.ts'
import { NOT_TOLD } from '../contribution.ts'
import { GROUPS, POLL_QUESTIONS } from '../earlier-poll.ts'
import { COMPARISONS } from '../poll-comparisons.ts'
import { ShownCallerId, ShownRiding, ShownSource } from '../record.ts'
import { PROVINCES } from '../ridings/provinces.ts'
import { LINK_REASONS } from '../scripts/script-links.ts'
import { SCRIPT_ID, type StatsTable } from '../stats-query.ts'
import { HOURS } from '../stats-row.ts'

const { describe, nullable, string } = z

const e164 = string().check(z.regex(/^\+[1-9]\d{6,14}$/))
const scriptId = string().check(z.regex(SCRIPT_ID))
const ridingIds = z.array(string())
const share = z.number().check(z.minimum(0), z.maximum(1))
const questions = Object.keys(POLL_QUESTIONS)
const language = string().check(describe('As it was told: BCP 47.'))
const day = nullable(
  string().check(z.regex(/^\d{4}-\d\d(-\d\d)?$/), describe('A month, of calls that were told long after.')),
)

const count = z.int().check(z.minimum(0))
const reporters = nullable(count).check(
  describe('null over several cells, in which one reporter may stand more than once.'),
)
const anonymousShare = nullable(share).check(describe('Of the reporters, how many gave no line.'))
const counts = { reports: count, reporters, complaints: count, anonymousShare }
const days = { firstCall: day, lastCall: day }
const interval = { share: nullable(share), low: nullable(share), high: nullable(share) }
const part = z.strictObject({ complaints: nullable(count), of: nullable(count), ...interval })
const pair = z.strictObject({ exposed: count, unexposed: count })
const callerId = { callerId: ShownCallerId, ...counts, ...days }
const eachOf = <T extends z.ZodMiniType>(names: readonly string[], of: T) => z.strictObject(Object.fromEntries(names.map((name) => [name, of]))) // prettier-ignore
const threeCounts = z.strictObject({ reports: count, reporters: count, complaints: count })

/** One row of each exact table. */
export const EXACT_ROWS: Record<StatsTable, z.ZodMiniType> = {
  summary: z.strictObject({ election: z.enum(['all', ...ELECTIONS]), ...counts }),
  ridings: z.strictObject({
    riding: ShownRiding,
    ...counts,
    population: nullable(count).check(describe('Inhabitants by the census; null where it does not say.')),
    complaintsPer100000: nullable(z.number()),
    ...days,
  }),
  'caller-ids': z.strictObject(callerId),
  'caller-id': z.strictObject({
    ...callerId,
    ridings: ridingIds,
    scripts: z.array(scriptId),
    hours: eachOf(HOURS, threeCounts).check(describe('By the hour of the day, as the call was told.')),
  }),
  scripts: z.strictObject({
    script: z.strictObject({ id: scriptId }),
    ...counts,
    ...days,
    provinces: z.array(z.enum(PROVINCES)),
    ridings: ridingIds,
    languages: z.array(language),
    callerIds: z.array(e164),
    links: eachOf(LINK_REASONS, count).check(describe('How many of its reports give what can link them.')),
    templated: z.strictObject({ reports: count, reporters, complaints: count }),
  }),
  'list-source': z.strictObject({
    measure: z.enum(['ridings', ...questions, 'ageBand']),
    value: nullable(string()),
    count: nullable(count).check(describe('Of the measure ridings: how many the script reached.')),
    script: part,
    others: part,
  }),
  ages: z.strictObject({ ageBand: z.enum([...AGE_BANDS, NOT_TOLD]), ...counts, share: interval.share }),
  'earlier-polls': z.strictObject({
    group: z.enum(GROUPS),
    question: z.enum(questions),
    answer: string(),
    ...counts,
    of: nullable(count),
    ...interval,
  }),
  'odds-ratios': z.strictObject({
    comparison: z.enum(COMPARISONS.map(({ comparison }) => comparison)),
    misdirected: pair,
    others: pair,
    oddsRatio: nullable(z.number()),
    low: nullable(z.number()),
    high: nullable(z.number()),
  }),
  sources: z.strictObject({ ...ShownSource.shape, ...counts }),
  timeline: z.strictObject({
    period: string().check(z.regex(/^(\d{4}-\d\d(-\d\d(T\d\d)?)?|undated|before|after)$/)),
    ...counts,
  }),
}
