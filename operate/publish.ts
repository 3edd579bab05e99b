import { InvokeCommand } from '@aws-sdk/client-lambda'
import * as z from 'zod'
import { explainAndEnd, findStack, readFlags, type RunningStack } from './stack-outputs.ts'

const USAGE =
  'npm run publish -- [--approve EDITION | --discard EDITION | --now | --reason "…" --reason-fr "…"] [--data DIR | --aws]'

/** What the function answers, as far as it is shown. */
const Published = z.object({
  outcome: z.enum(['waiting', 'current']),
  latest: z.string().nullable(),
  released: z.string().nullable(),
  draft: z.object({ edition: z.string(), number: z.int(), asOf: z.string(), releaseAt: z.string() }).nullable(),
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

/** Publishes what is counted, as a draft that nobody looks at. */
export async function publishNow(stack: RunningStack): Promise<Published> {
  const written = await publish(stack)
  return written.draft ? await publish(stack, { approve: written.draft.edition }) : written
}

function describe({ latest, released, draft, differences }: Published): string {
  return [
    ...(released ? [`public since now: ${released}`] : []),
    `latest: ${latest ?? 'none'}`,
    ...(draft
      ? [
          `draft: ${draft.edition} (number ${draft.number}, as of ${draft.asOf}), public at ${draft.releaseAt} or with --approve ${draft.edition}`,
          '',
          differences.trimEnd(),
        ]
      : ['no draft: no number moved since']),
  ].join('\n')
}

function askedBy(flags: Record<string, unknown>): PublishAsked {
  const { approve, discard, reason, 'reason-fr': reasonFr } = flags as Record<string, string | undefined>
  const wanted = [approve, discard, reason ?? reasonFr, flags['now']].filter((flag) => flag !== undefined)
  if (wanted.length > 1) throw new Error(`one at a time. ${USAGE}`)
  if (approve) return { approve }
  if (discard) return { discard }
  if (!reason !== !reasonFr) throw new Error(`a reason is told in both languages. ${USAGE}`)
  return reason && reasonFr ? { reason: { en: reason, fr: reasonFr } } : {}
}

if (import.meta.main) {
  await explainAndEnd(async () => {
    const string = { type: 'string' } as const
    const now = { type: 'boolean' } as const
    const flags = readFlags({ approve: string, discard: string, reason: string, 'reason-fr': string, now })
    const asked = askedBy(flags)
    const stack = findStack(flags)
    console.log(describe(flags['now'] ? await publishNow(stack) : await publish(stack, asked)))
    return 0
  })
}
