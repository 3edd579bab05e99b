import type { HeldCount } from '../held.ts'
import type { Language } from '../problem-texts.ts'
import type { Dialogue, Draft } from './dialogue.ts'
import type { Keyword } from './keywords.ts'
import { askAgain } from './next-question.ts'
import { outgoing } from './outgoing-texts.ts'

type Asked = {
  dialogue: Dialogue
  draft: Draft | undefined
  now: Date
  /** For SHOW: what is held. */
  holdings?: HeldCount | undefined
  /** For ERASE: the keyed hash of the code that would confirm it. */
  codeHash: string
}

const CODE_LIVES_MS = 15 * 60_000

/** What a keyword changes and is answered, in its own language where it has one. */
export function answerKeyword(keyword: Keyword, asked: Asked): { dialogue: Dialogue; replies: string[] } {
  const { dialogue, now } = asked
  const language = keyword.language ?? dialogue.language ?? 'en'
  switch (keyword.does) {
    case 'stop':
      return { dialogue: { ...dialogue, isOptedOut: true }, replies: [outgoing('stopped', language)] }
    case 'start':
      return { dialogue: { ...dialogue, isOptedOut: false }, replies: [outgoing('started', language)] }
    case 'help':
      return { dialogue, replies: [outgoing('help', language)] }
    case 'speak':
      return { dialogue: { ...dialogue, language, isLanguageChosen: true }, replies: spoken(asked, language) }
    case 'show':
      return { dialogue, replies: shown(asked.holdings, language) }
    case 'erase': {
      const until = new Date(now.getTime() + CODE_LIVES_MS).toISOString()
      const erasure = { codeHash: asked.codeHash, until, tries: 0 }
      return { dialogue: { ...dialogue, erasure }, replies: [outgoing('confirmErasing', language)] }
    }
  }
}

function spoken({ dialogue, draft, now }: Asked, language: Language): string[] {
  return [askAgain(dialogue, draft?.told, language, now) ?? outgoing('speaking', language)]
}

function shown(holdings: HeldCount | undefined, language: Language): string[] {
  if (!holdings || holdings.reports === 0) return [outgoing('nothingHeld', language)]
  const doors = holdings.doors.map((door) => `${doorName(door, language)} ${door.reports}`).join(', ')
  return [outgoing('holdings', language, { reports: String(holdings.reports), doors }), outgoing('code', language)]
}

function doorName({ door, source }: HeldCount['doors'][number], language: Language): string {
  const names = { web: 'web', sms: language === 'fr' ? 'texto' : 'SMS', import: 'import' }
  const name = names[door as keyof typeof names] ?? door
  return source ? `${name} "${source}"` : name
}

const MOST_TRIES = 3

/** What a text means while ERASE waits for its code: the code, another six digits, or nothing of the kind. */
export function confirmation({ erasure }: Dialogue, body: string, hash: string, now: Date): 'right' | 'wrong' | undefined {
  if (!erasure || now.toISOString() > erasure.until || !/^\d{6}$/.test(body.trim())) return undefined
  return hash === erasure.codeHash ? 'right' : 'wrong'
} // prettier-ignore

/** The dialogue after a wrong code: after three the right one is worth nothing any more. */
export function afterWrongCode({ erasure, ...dialogue }: Dialogue): { dialogue: Dialogue; replies: string[] } {
  const tries = (erasure?.tries ?? 0) + 1
  return {
    dialogue: { ...dialogue, ...(erasure && tries < MOST_TRIES ? { erasure: { ...erasure, tries } } : {}) },
    replies: [outgoing('wrongCode', dialogue.language ?? 'en')],
  }
}

/** The dialogue of a sender who was erased: the language and the wish to be left alone are all that is remembered. */
export function forgotten({ rev, language, isLanguageChosen, isOptedOut }: Dialogue): Dialogue {
  return { rev, language, isLanguageChosen, isOptedOut, drafts: [] }
}
