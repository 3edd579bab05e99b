import type { Call, World } from './call.ts'
import { asForm, asJson, asWithdrawal } from './encode.ts'
import type { Memory } from './memory.ts'
import { LINES } from './numbers.ts'
import type { Say } from './own-number.ts'
import type { Random } from './random.ts'
import type { ReportBody, Request, Trait } from './rehearsed.ts'
import { type Riding, unresolvableRiding } from './ridings.ts'

/** How a report comes to be what it is: one POST, or more requests whose outcome is the same. */
export type History = {
  requests: readonly Request[]
  told: ReportBody
  line: string | null
  lines: readonly string[]
  isLive: boolean
  traits: readonly Trait[]
}

export type Telling = { call: Call; memory: Memory; world: World; key: string; say: Say }

type Draft = {
  riding: Riding
  body: ReportBody
  told: ReportBody
  line: string | null
  say: Say
  random: Random
  post: (body: ReportBody, answer?: 'page') => Request
  put: (body: ReportBody) => Request
  withdraw: () => Request
}

const CHANGES = {
  plain: ({ told, post }: Draft) => ({ requests: [post(told, 'page')] }),
  replayed: ({ told, post, random }: Draft) => {
    const posted = post(told)
    return { requests: random.chance(0.5) ? [posted, posted] : [posted, posted, posted] }
  },
  withdrawn: ({ told, post, withdraw }: Draft) => ({ isLive: false, requests: [post(told), withdraw()] }),
  'amended-detail': (draft: Draft) =>
    amended(draft, draft.say({ ...draft.body, call: { message: 'Details follow.' } }, draft.line), draft.told),
  'amended-riding': (draft: Draft) =>
    amended(draft, { ...draft.told, riding: unresolvableRiding(draft.random, draft.riding) }, draft.told),
  // The line stays; its number is not in the amendment's texts, where nothing at the door could recognise it.
  'amended-without-phone': (draft: Draft) => {
    const then = draft.say(draft.body, null)
    return {
      ...amended(draft, draft.told, then),
      told: { ...then, reporter: { ...draft.told.reporter, ...then.reporter } },
    }
  },
  'amended-line': (draft: Draft) => {
    const wrong = draft.random.pick(LINES.filter((line) => line !== draft.line))
    return { ...amended(draft, draft.say(draft.body, wrong), draft.told), lines: [wrong, draft.line!] }
  },
  'amended-to-nobody': (draft: Draft) => {
    const told = draft.say(draft.body, null)
    const then = { ...told, reporter: { ...told.reporter, phone: null } }
    return { ...amended(draft, draft.told, then), told, line: null }
  },
} satisfies Record<string, (draft: Draft) => Partial<History> & Pick<History, 'requests'>>

export function historyOf(body: ReportBody, { call, memory, world, key, say }: Telling): History {
  const { line, language } = call
  const { random } = world
  const encoding = (name: string) => ({ language, idempotencyKey: `${key}-${name}` })
  const told = say(body, line)
  const change = changeOf(call, memory, random)
  const outcome: Partial<History> & Pick<History, 'requests'> = CHANGES[change]({
    riding: call.riding,
    body,
    told,
    line,
    say,
    random,
    post: (first, answer) =>
      memory.door === 'web' && random.chance(0.18)
        ? asForm(first, encoding('post'), answer)
        : asJson('POST', first, encoding('post')),
    put: (next) => asJson('PUT', next, encoding('put')),
    withdraw: () => asWithdrawal(encoding('delete')),
  })
  return {
    told,
    line: call.isChild ? null : line,
    lines: line === null ? [] : [line],
    isLive: true,
    traits: change === 'plain' ? [] : [change],
    ...outcome,
  }
}

// Now and then the first POST comes once more, too late to change anything.
function amended({ post, put, random }: Draft, first: ReportBody, then: ReportBody): Pick<History, 'requests'> {
  const posted = post(first)
  return { requests: random.chance(0.3) ? [posted, put(then), posted] : [posted, put(then)] }
}

function changeOf(call: Call, { isCopy, shown }: Memory, random: Random): keyof typeof CHANGES {
  const canBeAmended = call.line !== null && !call.isChild && !isCopy && shown.how !== 'own'
  const isAlone = call.reports === 1 && !call.isOneOfTwo
  return random.weighted({
    plain: 88,
    replayed: 5,
    // Of a pair, one withdrawn could leave a report without a time to the wrong call.
    withdrawn: call.isOneOfTwo ? 0 : 1.5,
    'amended-detail': canBeAmended ? 1.5 : 0,
    'amended-riding': canBeAmended ? 1 : 0,
    'amended-without-phone': canBeAmended ? 1 : 0,
    'amended-line': canBeAmended ? 0.6 : 0,
    'amended-to-nobody': canBeAmended && isAlone ? 0.4 : 0,
  })
}
