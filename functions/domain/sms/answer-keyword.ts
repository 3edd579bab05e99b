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
  /** Whether the sender is a phone number, which reports can bear. */
  isLine: boolean
  /** For SHOW: what is held. */
  holdings?: HeldCount | undefined
  /** For ERASE: the keyed hash of the code that would confirm it. */
  codeHash: string
}

const CODE_LIVES_MS = 15 * 60_000

/** What a keyword changes and is answered, in its own language where it has one. */
export function answerKeyword(keyword: Keyword, asked: Asked): { dialogue: Dialogue; replies: string[] } {
  const { now, isLine } = asked
  const language = keyword.language ?? asked.dialogue.language ?? 'en'
  const dialogue = asked.dialogue.language || !keyword.language ? asked.dialogue : { ...asked.dialogue, language }
  if (!isLine && (keyword.does === 'show' || keyword.does === 'erase'))
    return { dialogue, replies: [outgoing('notALine', language)] }
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
  const byDoor = Map.groupBy(holdings.doors, ({ door }) => door)
  const totals = [...byDoor].map(([door, all]) => `${DOORS[language][door] ?? door} ${all.reduce((sum, { reports }) => sum + reports, 0)}`) // prettier-ignore
  const offices = holdings.doors.filter(({ source }) => source && OFFICE.test(source)).map(({ source, reports }) => `"${source}" ${reports}`) // prettier-ignore
  const doors = [totals.join(', '), ...offices].join('; ')
  return [outgoing('holdings', language, { reports: String(holdings.reports), doors }), outgoing('code', language)]
}

const DOORS: Record<Language, Record<string, string>> = {
  en: { web: 'web', sms: 'SMS', import: 'import' },
  fr: { web: 'web', sms: 'texto', import: 'import' },
}

// Anyone may claim to import, as anything: what goes out under our number is a name, with nothing in it to follow or to dial.
const OFFICE = /^(?:Office|Bureau|Cabinet|Campaign|Campagne|Newsroom|Rédaction|Riding|Association)\b[\p{L}' -]{0,40}$/u

const MOST_TRIES = 3

/** So long after its code is worth nothing six digits are taken for one that came late. */
const LATE_MS = 6 * 60 * 60_000
const LONGEST_CODE_TEXT = 24

/** The six digits of a text that holds nothing else, however it is set: "302 956.", "code 302956". */
export function codeIn(body: string): string | undefined {
  const digits = body.replace(/\D/g, '')
  return digits.length === 6 && body.trim().length <= LONGEST_CODE_TEXT ? digits : undefined
}

/** What a code means while ERASE waits for one, or soon after. */
export function confirmation({ erasure }: Dialogue, hash: string, now: Date): 'right' | 'wrong' | undefined {
  if (!erasure || now.getTime() > Date.parse(erasure.until) + LATE_MS) return undefined
  const isInTime = now.toISOString() <= erasure.until
  return isInTime && hash === erasure.codeHash ? 'right' : 'wrong'
}

/** The dialogue after a wrong code: after three the right one is worth nothing any more. */
export function afterWrongCode(dialogue: Dialogue): { dialogue: Dialogue; replies: string[] } {
  const { erasure } = dialogue
  const replies = [outgoing('wrongCode', dialogue.language ?? 'en')]
  if (!erasure) return { dialogue, replies }
  const tries = erasure.tries + 1
  const codeHash = tries < MOST_TRIES ? erasure.codeHash : ''
  return { dialogue: { ...dialogue, erasure: { ...erasure, codeHash, tries } }, replies }
}

/** The dialogue of a sender who was erased: no more is remembered than how to write to them, and that it was. */
export function forgotten(dialogue: Dialogue, now: Date): Dialogue {
  const { rev, language, isLanguageChosen, isOptedOut, answered } = dialogue
  const erasure = { codeHash: '', until: now.toISOString(), tries: MOST_TRIES }
  return { rev, language, isLanguageChosen, isOptedOut, answered, erasure, drafts: [] }
}
