import { canonicalJson } from '../canonical.ts'
import { clearText } from '../clear-own-line.ts'
import type { Told } from '../message.ts'
import type { OwnLine } from '../own-line.ts'
import type { Language } from '../problem-texts.ts'
import type { RidingNormal } from '../ridings/riding-normal.ts'
import { type Dialogue, type Draft, stageOf, type Telling } from './dialogue.ts'
import { askNext } from './next-question.ts'
import { outgoing } from './outgoing-texts.ts'
import { readText } from './read-text.ts'
import type { TextReading } from './reading.ts'
import { answerAsGiven, isCorrection } from './replies-to-questions.ts'
import { joinParts } from './text-parts.ts'
import { amended, marked, readingContext, ridingOf, toldBy } from './told-by-text.ts'

/** A text that is no keyword, and all that answering it takes. */
export type Incoming = {
  body: string
  media: { count: number; types: string[] }
  now: Date
  /** The zone of the sender's area code. */
  zone: string
  owns: OwnLine[]
  /** What a new report would be called. */
  freshId: string
}

/** What one text changes: the dialogue, the report (`draft`, and whether it is new), and what is answered. */
export type Step = { dialogue: Dialogue; replies: string[]; change?: { isNew: boolean; id: string; draft: Draft } }

/** A report that can still be amended, and the dialogue in which it is told. */
export type Alive = { dialogue: Dialogue; telling: Telling; draft: Draft }

export function amendBy(reading: TextReading, alive: Alive, incoming: Incoming): Step {
  const { body, media } = incoming
  const answered = answerAsGiven(reading, body, alive.telling)
  const isAnswer = reading.isOnlyAnswers || answered !== reading
  const counts = isAnswer || isCorrection(body) ? 'answers' : 'story'
  const told = noted(toldBy(answered, isAnswer ? undefined : body, incoming), media)
  return amend(relabelled(alive, reading), told, counts, incoming)
}

/** With the language that a story shows, unless one was chosen. */
function relabelled(alive: Alive, reading: TextReading): Alive {
  const language = reading.isOnlyAnswers ? undefined : languageOf(alive.dialogue, reading)
  return language ? { ...alive, dialogue: { ...alive.dialogue, language } } : alive
}

export function amend(alive: Alive, added: Told | undefined, counts: 'answers' | 'story', incoming: Incoming): Step {
  const { dialogue, draft } = alive
  const { now } = incoming
  const language = dialogue.language ?? 'en'
  const isLate = stageOf(alive.telling, now) === 'amendable'
  const told = marked(added ? amended(withoutPlaceholder(alive, added), kept(added, draft.told, now), counts) : draft.told, now) // prettier-ignore
  const telling = {
    ...alive.telling,
    lastAt: isLate ? alive.telling.lastAt : now.toISOString(),
    isNarrated: alive.telling.isNarrated || Boolean(added?.words.message),
  }
  const changed = { ...draft, told, rev: draft.rev + 1, acceptedAt: later(draft.acceptedAt, now) }
  const asking = isLate ? { telling, text: undefined } : askNext(telling, told, language, now)
  const wasAsked = alive.telling.open !== undefined
  const last = wasAsked && !isLate ? 'thanks' : isFilled(draft.told, told) ? 'added' : 'noted'
  return {
    dialogue: { ...dialogue, telling: asking.telling },
    replies: [asking.text ?? outgoing(last, language)],
    ...(added ? { change: { isNew: false, id: telling.id, draft: changed } } : {}),
  }
}

/** Whether any field says something else than before; more words alone are a remark. */
function isFilled(before: Told, after: Told): boolean {
  return before.riding !== after.riding || canonicalJson(before.call) !== canonicalJson(after.call)
}

/** What is added, without a riding that says less than the one that was told. */
function kept(added: Told, before: Told, now: Date): Told {
  if (added.riding === undefined || before.riding === undefined) return added
  const [said, known] = [ridingOf({ ...before, riding: added.riding }, now), ridingOf(before, now)]
  return said?.id === undefined && rank(known) >= rank(said) ? { ...added, riding: undefined } : added
}

/** How much of a riding is known. */
function rank(riding: RidingNormal | undefined): number {
  if (!riding) return 0
  return riding.id ? 3 : riding.candidates.length > 0 ? 2 : riding.province ? 1 : 0
}

/** An answer that came first was kept as the message; when the message comes it stands in its place. */
function withoutPlaceholder({ telling, draft }: Alive, added: Told): Told {
  if (telling.isNarrated || !added.words.message) return draft.told
  return { ...draft.told, words: { ...draft.told.words, message: undefined } }
}

export function addPart(alive: Alive, part: { part: number; text: string }, incoming: Incoming): Step {
  const { draft } = alive
  const parts = { ...draft.parts, [part.part]: clearText(part.text, incoming.owns) }
  const before = joinParts(draft.parts ?? {})
  const whole = joinParts(parts)
  const reading = readText(whole, readingContext(draft.told, incoming.now, incoming.zone))
  const message = (draft.told.words.message ?? '').replace(before, () => '').trim()
  const rest = { ...draft.told, words: { ...draft.told.words, message: message || undefined } }
  return amend(
    { ...alive, draft: { ...draft, told: rest, parts } },
    toldBy(reading, whole, incoming),
    'story',
    incoming,
  )
}

export function languageOf({ language, isLanguageChosen }: Dialogue, reading: TextReading): Language | undefined {
  return isLanguageChosen ? language : (reading.language ?? language)
}

const MOST_MEDIA_TYPES = 5

/** Pictures and sound are noted, not fetched. */
export function noted(told: Told, { count, types }: Incoming['media']): Told {
  return count === 0 ? told : { ...told, media: { count, types: [...new Set(types)].slice(0, MOST_MEDIA_TYPES) } }
}

/** An instant after the last change, whatever the clocks of two environments say. */
function later(last: string, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(last) + 1)).toISOString()
}
