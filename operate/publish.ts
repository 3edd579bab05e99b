import { InvokeCommand } from '@aws-sdk/client-lambda'
import * as z from 'zod'
import { EDITION } from '../functions/domain/dataset/edition.ts'
import { explainAndEnd, findStack, readFlags, type RunningStack, WHERE_HELP } from './stack-outputs.ts'

const USAGE =
  'npm run publish -- [--approve EDITION | --discard EDITION | --now | --reason "…" --reason-fr "…"] [--data DIR | --aws]'
const HELP = `${USAGE}

Writes what is counted now as a draft of the next edition, and says what differs from the last one; or does with a draft:
  --approve EDITION   makes it public now, instead of in 20 hours
  --discard EDITION   throws it away
  --now               makes what is counted now public, without a draft to look at
  --reason TEXT       why numbers are corrected, in English; stands with the edition, with --reason-fr
  --reason-fr TEXT    the same in French
${WHERE_HELP}
Exit code: 0 done · 2 not done, and why`

const Draft = z.object({
  edition: z.string(),
  number: z.int(),
  asOf: z.string(),
  releaseAt: z.string(),
  reason: z.object({ en: z.string(), fr: z.string() }).nullable(),
})

/** What the function answers, as far as it is shown. */
const Published = z.object({
  outcome: z.enum(['waiting', 'current', 'none']),
  latest: z.string().nullable(),
  released: z.string().nullable(),
  written: z.string().nullable(),
  draft: Draft.nullable(),
  differences: z.string(),
})
export type Published = z.infer<typeof Published>

export type PublishAsked = { approve?: string; discard?: string; reason?: { en: string; fr: string } }

/** Has the next edition written as a draft, or a draft approved or thrown away. */
export async function publish({ lambda, outputs }: RunningStack, asked: PublishAsked = {}): Promise<Published> {
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: outputs.PublishDatasetFunction, Payload: JSON.stringify(asked) }),
  )
  const answer: unknown = JSON.parse(Payload?.transformToString() ?? '{}')
  if (FunctionError) throw new Error(z.object({ errorMessage: z.string() }).parse(answer).errorMessage)
  return Published.parse(answer)
}

/** Publishes the draft that waits, if one does, and what is counted now, as drafts that nobody looks at. */
export async function publishNow(stack: RunningStack): Promise<Published> {
  const first = await publish(stack)
  if (!first.draft) return first
  const approved = await publish(stack, { approve: first.draft.edition })
  if (first.written) return withReleases([first, approved])
  const next = await publish(stack)
  if (!next.draft) return withReleases([first, approved, next])
  return withReleases([first, approved, await publish(stack, { approve: next.draft.edition })])
}

/** What the last call answered, with all that these made public. */
function withReleases(all: [Published, ...Published[]]): Published {
  const released = all.flatMap((one) => one.released ?? [])
  return { ...all.at(-1)!, released: released.length > 0 ? released.join(', ') : null }
}

/** As it is printed. */
export function describe({ outcome, latest, released, draft, differences }: Published, now: Date): string {
  return [
    ...(released ? [`public since now: ${released}`] : []),
    `latest: ${latest ?? 'none'}`,
    ...(draft ? [...describeDraft(draft, now), '', differences.trimEnd()] : []),
    ...(draft ? [] : [outcome === 'current' ? 'no draft: no number moved since' : 'no draft waits']),
  ].join('\n')
}

function describeDraft({ edition, number, asOf, releaseAt, reason }: z.infer<typeof Draft>, now: Date): string[] {
  const age = Math.max(0, now.getTime() - Date.parse(asOf)) / 3_600_000
  return [
    `draft: ${edition} (number ${number}, as of ${asOf}), public at ${releaseAt} or with --approve ${edition}`,
    `its counts are ${age < 1 ? 'less than an hour' : age < 1.5 ? 'an hour' : `${Math.round(age)} hours`} old`,
    ...(reason ? [`its reason: ${reason.en}`, `en français : ${reason.fr}`] : []),
  ]
}

/** Throws, in one sentence, for what cannot be asked. */
export function askedBy(flags: Record<string, unknown>): PublishAsked {
  const { approve, discard, reason, 'reason-fr': reasonFr } = flags as Record<string, string | undefined>
  const wanted = [approve, discard, reason ?? reasonFr, flags['now']].filter((flag) => flag !== undefined)
  if (wanted.length > 1) throw new Error(`one at a time. ${USAGE}`)
  if (approve !== undefined) return { approve: named(approve) }
  if (discard !== undefined) return { discard: named(discard) }
  if (reason === undefined && reasonFr === undefined) return {}
  if (!reason?.trim() || !reasonFr?.trim()) throw new Error(`a reason is told in both languages. ${USAGE}`)
  return { reason: { en: reason, fr: reasonFr } }
}

function named(edition: string): string {
  if (!EDITION.test(edition)) throw new Error(`${JSON.stringify(edition)} names no edition: it is a day and a number, as 2026-11-26.1`) // prettier-ignore
  return edition
}

if (import.meta.main) {
  await explainAndEnd(HELP, async () => {
    const string = { type: 'string' } as const
    const now = { type: 'boolean' } as const
    const flags = readFlags({ approve: string, discard: string, reason: string, 'reason-fr': string, now })
    const asked = askedBy(flags)
    const stack = findStack(flags)
    console.log(describe(flags['now'] ? await publishNow(stack) : await publish(stack, asked), new Date()))
    return 0
  })
}
