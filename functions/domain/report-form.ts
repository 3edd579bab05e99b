import * as z from 'zod/mini'
import { AGE_BANDS, CALL_KINDS, ELECTIONS, POLL_ASKED_BY, POLL_HOW, POLL_PREFERENCE, POLL_RECEIVED } from './choices.ts'
import { readLine } from './line.ts'
import { readWrittenTime, writeTime } from './written-time.ts'

// Issues carry a stable code as their message; what they say to people is in problem-texts.ts.
const object = {
  error: ({ code }: { code?: string }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
}
const option = {
  error: ({ input }: { input?: unknown }) => (typeof input === 'string' ? 'not-an-option' : 'wrong-type'),
}

/** A text of at most `max` characters as people count them: an emoji is one, not two. JSON Schema counts them so too. */
const text = (max: number) =>
  z.optional(
    z.string('wrong-type').check(
      z.trim(),
      z.refine((value) => value.length <= max || Array.from(value).length <= max, 'too-long'),
      z.refine(isText, 'not-text'),
      z.meta({ maxLength: max }),
    ),
  )

/** Queues take neither NUL nor what Unicode says is never a character, and a lone half of a pair is no text at all. */
function isText(value: string): boolean {
  return value.isWellFormed() && !/[\0\uFFFE\uFFFF]/.test(value)
}

/** A text that means something else; `fault` is the code of one that does not. */
const read = <T>(meaning: (text: string) => T | undefined, fault: string) =>
  z.pipe(
    z.string('wrong-type'),
    z.transform((text: string, { issues }): T => {
      const meant = meaning(text)
      if (meant !== undefined) return meant
      issues.push({ code: 'custom', message: fault, input: text })
      return z.NEVER
    }),
  )

const time = z.optional(
  read((text) => {
    const written = readWrittenTime(text)
    return written && writeTime(written)
  }, 'not-a-time'),
)

// Without extensions and private use, which could say anything.
const language = z.optional(
  read((text) => {
    try {
      const { language, script, region } = new Intl.Locale(text)
      return [language, script, region].filter(Boolean).join('-')
    } catch {
      return undefined
    }
  }, 'not-a-language'),
)

const line = z.optional(z.nullable(read(readLine, 'not-a-phone-number')))

const oneOf = <const Values extends readonly string[]>(values: Values) => z.optional(z.enum(values, option))

const CallForm = z.strictObject(
  {
    callerId: text(100),
    callerName: text(100),
    receivedAt: time,
    kind: oneOf(CALL_KINDS),
    election: oneOf(ELECTIONS),
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
    received: oneOf(POLL_RECEIVED),
    receivedOn: time,
    callerId: text(100),
    how: oneOf(POLL_HOW),
    askedBy: oneOf(POLL_ASKED_BY),
    preference: oneOf(POLL_PREFERENCE),
  },
  object,
)

const ReporterForm = z.strictObject(
  { phone: line, ageBand: oneOf(AGE_BANDS), earlierPoll: z.optional(EarlierPollForm) },
  object,
)

/** What a member of the public tells us about one call. Everything past this schema is trusted. */
export const ReportForm = z.strictObject(
  {
    call: z._default(CallForm, {}),
    riding: text(200),
    representationOrder: oneOf(['2003', '2013', '2023']),
    source: text(60),
    reporter: z._default(ReporterForm, {}),
  },
  object,
)
export type ReportForm = z.infer<typeof ReportForm>
