import type { Told } from '../message.ts'
import type { Language } from '../problem-texts.ts'
import { ridingById } from '../ridings/riding.ts'
import { type Dialogue, MOST_QUESTIONS, type Question, QUESTIONS, type Telling } from './dialogue.ts'
import { numberedChoices, outgoing } from './outgoing-texts.ts'
import { missing, ridingOf } from './told-by-text.ts'

/** The question to ask next, in words; the telling remembers that it is open. */
export type Asking = { telling: Telling; text?: string }

/** Asks for what is still missing and was not asked before, number, place, time; three questions at most. */
export function askNext(telling: Telling, told: Told, language: Language, now: Date): Asking {
  const { open: _, choices, ...others } = telling
  // Offered ridings may be chosen later, as long as none is known.
  const rest = choices && isUnsure(told, now) ? { ...others, choices } : others
  if (telling.asked.length >= MOST_QUESTIONS) return { telling: rest }
  const choice = choiceOf(told, language, now)
  const wanted: Question[] = choice ? [...missing(told), 'choice'] : missing(told)
  if (!choice && isUnsure(told, now)) wanted.push('place')
  const question = QUESTIONS.find((each) => wanted.includes(each) && !telling.asked.includes(each))
  if (!question) return { telling: rest }
  const asked = { ...rest, asked: [...telling.asked, question], open: question }
  if (question === 'choice') return { telling: { ...asked, choices: choice!.ids }, text: choice!.text }
  return { telling: asked, text: outgoing(question, language) }
}

/** The open question once more, as after a change of language. */
export function askAgain({ telling }: Dialogue, told: Told | undefined, language: Language, now: Date): string | undefined {
  const open: Question | undefined = telling?.open
  if (!open || !told) return undefined
  return open === 'choice' ? choiceOf(told, language, now)?.text : outgoing(open, language)
} // prettier-ignore

/** Whether a place was told that is no one riding: "Toronto", of which one text cannot offer all; a postal code. */
function isUnsure(told: Told, now: Date): boolean {
  const riding = ridingOf(told, now)
  return riding !== undefined && riding.id === undefined
}

/** Two or more ridings that may be meant, where one text holds all of them. */
function choiceOf(told: Told, language: Language, now: Date): { ids: string[]; text: string } | undefined {
  const { id, candidates = [] } = ridingOf(told, now) ?? {}
  if (id !== undefined || candidates.length < 2) return undefined
  const names = candidates.map((candidate) => ridingById(candidate)!.name[language])
  const choices = numberedChoices(names, language)
  return choices ? { ids: candidates, text: outgoing('choice', language, { choices }) } : undefined
}
