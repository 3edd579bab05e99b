import type { Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { GROUPS, type Group, NOT_ANSWERED, NOT_ASKED, POLL_QUESTIONS } from '../earlier-poll.ts'
import { ODDS_RATIOS } from '../editions/odds-ratio-table.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { type Answered, COUNTED, countsIn, type EditionTables, textIn } from './answered.ts'
import type { PublicQuery } from './public-queries.ts'
import { NO_SHARE, shareColumns, sharesOf } from './shares.ts'

/** The questions of which cells are published, each with its column there. */
export const POLL_COLUMNS = { received: 'poll', how: 'how', askedBy: 'askedBy', preference: 'preference', daysBefore: 'daysBefore' } as const // prettier-ignore
export type PublishedQuestion = keyof typeof POLL_COLUMNS
export const PUBLISHED_QUESTIONS = Object.keys(POLL_COLUMNS) as PublishedQuestion[]

const text = (name: string, en: string, fr: string, says: [string, string]): Column => ({ name, type: 'text', isRequired: true, title: { en, fr }, description: { en: says[0], fr: says[1] } }) // prettier-ignore
const QUESTION = text('question', 'Question', 'Question', [
  'Whether one was polled, how, by whom, what one had answered, and how many days before the call.',
  'Si l’on a été sondé, comment, par qui, ce qu’on avait répondu, et combien de jours avant l’appel.',
])
const ANSWER = text('answer', 'Answer', 'Réponse', [
  'As in the code book; `not-asked`, `not-answered` and `no` are three answers.',
  'Comme au dictionnaire; `not-asked`, `not-answered` et `no` sont trois réponses.',
])

const GROUP = PUBLISHED_TABLES['earlier-polls'].columns.find(({ name }) => name === 'group')!
export const POLL_ANSWER_COLUMNS: readonly Column[] = [GROUP, QUESTION, ANSWER, ...COUNTED, ...shareColumns()]

/** Of those misdirected and of all others, a row for each answer to each question; shares of those who were asked. */
export async function earlierPollsAnswer(query: PublicQuery<'earlier-polls'>, read: EditionTables): Promise<Answered> {
  const table = await read('earlier-polls')
  return {
    columns: POLL_ANSWER_COLUMNS,
    rows: GROUPS.flatMap((each) => PUBLISHED_QUESTIONS.flatMap((question) => sharedAnswers(table, { group: each, question, query }))), // prettier-ignore
  }
}

type Asked = { group: Group; question: PublishedQuestion; query: PublicQuery<'earlier-polls'> }

function sharedAnswers(table: readonly Row[], { group, question, query }: Asked): Row[] {
  const rows = inOrder(answersIn(table, { group, question }), question).map((row) => ({
    group,
    question,
    answer: row[POLL_COLUMNS[question]]!,
    ...countsIn(row, query),
  }))
  const asked = rows.filter(({ answer }) => answer !== NOT_ASKED)
  const shares = sharesOf(asked.map(({ complaints }) => complaints))
  return rows.map((row) => ({ ...row, ...(shares[asked.indexOf(row)] ?? NO_SHARE) }))
}

/** Answers as they are offered, which is not how they are spelled: 4 to 7 days before 15 to 30. */
function inOrder(rows: readonly Row[], question: PublishedQuestion): Row[] {
  const answers: readonly string[] = [...POLL_QUESTIONS[question].answers, NOT_ANSWERED, NOT_ASKED]
  const placeOf = (row: Row) => answers.indexOf(textIn(row, POLL_COLUMNS[question]))
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The rows in which a group's answers to a question are counted. */
export function answersIn(table: readonly Row[], { group, question }: Pick<Asked, 'group' | 'question'>): Row[] {
  const others = PUBLISHED_QUESTIONS.filter((each) => each !== question && each !== 'received')
  // An edition of before may lack a column: all its rows are of everybody there.
  const isOfAll = (row: Row, each: PublishedQuestion) => (row[POLL_COLUMNS[each]] ?? ALL.value) === ALL.value
  return table.filter(
    (row) => row['group'] === group && !isOfAll(row, question) && others.every((each) => isOfAll(row, each)),
  )
}

/** As the edition has it: from its earlier polls, what came as a template included. */
export async function oddsRatiosAnswer(_: PublicQuery<'odds-ratios'>, read: EditionTables): Promise<Answered> {
  return { columns: ODDS_RATIOS.columns, rows: await read('odds-ratios') }
}
