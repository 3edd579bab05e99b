import { clearText } from '../clear-own-line.ts'
import { addPart, type Alive, amend, amendBy, type Incoming, languageOf, noted, type Step } from './amend-telling.ts'
import { type Dialogue, type Draft, MOST_DRAFTS, stageOf } from './dialogue.ts'
import { isEmptyTalk, isSkip } from './keywords.ts'
import { askAgain, askNext } from './next-question.ts'
import { outgoing } from './outgoing-texts.ts'
import { readText } from './read-text.ts'
import type { TextReading } from './reading.ts'
import { chosenRiding, isCorrection, isQuestion, isWithoutFields, startsAnother } from './replies-to-questions.ts'
import { readPart } from './text-parts.ts'
import { marked, readingContext, toldBy } from './told-by-text.ts'

type Known = { dialogue: Dialogue; draft: Draft | undefined }

/**
 * What follows from one more text. A first text is a report at once; what answers a question, or adds to what was only answers so
 * far, amends it; a second message told begins another.
 */
export function nextStep({ dialogue, draft }: Known, incoming: Incoming): Step {
  const { telling } = dialogue
  const stage = draft ? stageOf(telling, incoming.now) : 'none'
  if (stage === 'none' || !telling || !draft) return begin(dialogue, incoming)
  const alive = { dialogue, telling, draft }
  const riding = chosenRiding(incoming.body, telling)
  if (riding) return amend(alive, { ...toldBy(NOTHING_READ, undefined, incoming), riding }, 'answers', incoming)
  return stage === 'open' ? goOn(alive, incoming) : addLater(alive, incoming)
}

function begin(dialogue: Dialogue, incoming: Incoming): Step {
  const { body, media, now, owns, freshId } = incoming
  const isBlank = isEmptyTalk(body)
  const part = readPart(body)
  const text = part?.text ?? body
  const reading = readText(text, readingContext(undefined, now, incoming.zone))
  if (media.count === 0 && (isBlank || isSkip(body) || tellsNothing(reading, body)))
    return say(dialogue, 'nothing', reading)
  const language = languageOf(dialogue, reading)
  const told = noted(toldBy(reading, isBlank ? undefined : text, incoming), media)
  const parts = part ? { parts: { [part.part]: clearText(part.text, owns) } } : {}
  const draft = { told: marked(told, now), rev: 1, acceptedAt: now.toISOString(), ...parts }
  const isNarrated = !isBlank && !reading.isOnlyAnswers
  const telling = { id: freshId, lastAt: now.toISOString(), isNarrated, asked: [] }
  const asking = askNext(telling, told, language ?? 'en', now)
  const question = isBlank ? outgoing('picture', language ?? 'en') : asking.text
  return {
    dialogue: {
      ...dialogue,
      ...(language ? { language } : {}),
      telling: isBlank ? telling : asking.telling,
      drafts: [...dialogue.drafts, freshId].slice(-MOST_DRAFTS),
    },
    replies: [outgoing('kept', language ?? 'en', { id: freshId }), ...(question ? [question] : [])],
    change: { isNew: true, id: freshId, draft },
  }
}

const FEWEST_WORDS = 3

/** No field, and hardly a word. */
function tellsNothing(reading: TextReading, body: string): boolean {
  if (!isWithoutFields(reading)) return false
  return (body.match(/\p{L}{3,}/gu)?.length ?? 0) < FEWEST_WORDS || isQuestion(reading, body)
}

function goOn(alive: Alive, incoming: Incoming): Step {
  const { dialogue, telling, draft } = alive
  const { body, media, now } = incoming
  if (telling.open && isSkip(body)) return amend(alive, undefined, 'answers', incoming)
  if (media.count === 0 && (isEmptyTalk(body) || isSkip(body))) return repeat(alive, now)
  const part = readPart(body)
  if (part && draft.parts && !draft.parts[part.part]) return addPart(alive, part, incoming)
  const context = readingContext(draft.told, now, incoming.zone)
  const asked = telling.open === 'choice' ? 'place' : telling.open
  const reading = readText(body, { ...context, ...(asked ? { asked } : {}) })
  if (media.count === 0 && isQuestion(reading, body)) return say(dialogue, 'help', reading)
  if (startsAnother(reading, body, { telling, told: draft.told })) return begin(dialogue, incoming)
  return amendBy(reading, alive, incoming)
}

/** Long after the last question: answers, and what sets them right, are added; all else is another report. */
function addLater(alive: Alive, incoming: Incoming): Step {
  const { dialogue, draft } = alive
  const { body, media, now, zone } = incoming
  const reading = readText(body, readingContext(draft.told, now, zone))
  const isAddition = reading.isOnlyAnswers || (isCorrection(body) && !tellsNothing(reading, body))
  return isAddition && media.count === 0 ? amendBy(reading, alive, incoming) : begin(dialogue, incoming)
}

function repeat({ dialogue, draft }: Alive, now: Date): Step {
  const language = dialogue.language ?? 'en'
  const again = askAgain(dialogue, draft.told, language, now)
  return { dialogue, replies: [again ?? outgoing('thanks', language)] }
}

/** In the language of the text, which the next ones are answered in as well while they show none. */
function say(dialogue: Dialogue, name: 'nothing' | 'help', reading: TextReading): Step {
  const language = languageOf(dialogue, reading)
  return { dialogue: language ? { ...dialogue, language } : dialogue, replies: [outgoing(name, language ?? 'en')] }
}

const NOTHING_READ: TextReading = { isOnlyAnswers: true }
