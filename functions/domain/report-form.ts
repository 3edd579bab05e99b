import * as z from 'zod'
import { readLine } from './line.ts'
import { readWrittenTime, writeTime } from './written-time.ts'

// Issues carry a stable code as their message; what they say to people is in problem-texts.ts.
const object = {
  error: ({ code }: { code?: string }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
}
const option = {
  error: ({ input }: { input?: unknown }) => (typeof input === 'string' ? 'not-an-option' : 'wrong-type'),
}

/** A text of at most `max` characters as people count them: an emoji is one, not two. */
const text = (max: number) =>
  z
    .string('wrong-type')
    .trim()
    .refine((value) => value.length <= max || Array.from(value).length <= max, 'too-long')
    .refine(isText, 'not-text')
    .optional()

/** Queues take neither NUL nor what Unicode says is never a character, and a lone half of a pair is no text at all. */
function isText(value: string): boolean {
  return value.isWellFormed() && !/[\0\uFFFE\uFFFF]/.test(value)
}

const time = z
  .string('wrong-type')
  .transform((value, context) => {
    const written = readWrittenTime(value)
    if (written) return writeTime(written)
    context.addIssue({ code: 'custom', message: 'not-a-time' })
    return z.NEVER
  })
  .optional()

// Without extensions and private use, which could say anything.
const language = z
  .string('wrong-type')
  .transform((value, context) => {
    try {
      const { language, script, region } = new Intl.Locale(value)
      return [language, script, region].filter(Boolean).join('-')
    } catch {
      context.addIssue({ code: 'custom', message: 'not-a-language' })
      return z.NEVER
    }
  })
  .optional()

const line = z
  .string('wrong-type')
  .transform((value, context) => {
    const read = readLine(value)
    if (read) return read
    context.addIssue({ code: 'custom', message: 'not-a-phone-number' })
    return z.NEVER
  })
  .nullable()
  .optional()

const CallForm = z.strictObject(
  {
    callerId: text(100),
    callerName: text(100),
    receivedAt: time,
    kind: z.enum(['recorded', 'live', 'text', 'unsure'], option).optional(),
    election: z.enum(['federal', 'provincial', 'municipal', 'unsure'], option).optional(),
    claimedToBe: text(200),
    message: text(5000),
    callbackNumber: text(100),
    pollingPlace: text(300),
    language,
  },
  object,
)

const EarlierPollForm = z.strictObject(
  {
    received: z.enum(['yes', 'no', 'unsure'], option).optional(),
    receivedOn: time,
    callerId: text(100),
    how: z.enum(['recorded', 'live', 'door', 'other'], option).optional(),
    askedBy: z.enum(['local-campaign', 'national-party', 'pollster', 'unsure'], option).optional(),
    preference: z.enum(['supporter', 'opponent', 'undecided', 'refused'], option).optional(),
  },
  object,
)

export const AGE_BANDS = ['under-14', '14-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65-plus'] as const

const ReporterForm = z.strictObject(
  { phone: line, ageBand: z.enum(AGE_BANDS, option).optional(), earlierPoll: EarlierPollForm.optional() },
  object,
)

/** What a member of the public tells us about one call. Everything past this schema is trusted. */
export const ReportForm = z.strictObject(
  {
    call: CallForm.default({}),
    riding: text(200),
    representationOrder: z.enum(['2003', '2013', '2023'], option).optional(),
    source: text(60),
    reporter: ReporterForm.default({}),
  },
  object,
)
export type ReportForm = z.infer<typeof ReportForm>
