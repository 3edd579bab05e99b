import type { Cell, Column, Row } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { GROUPS, type Group } from '../earlier-poll.ts'
import { exactOddsRatio } from '../exact-odds-ratio.ts'
import { COMPARISONS } from '../poll-comparisons.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { type Answered, COUNTED, countsIn, type EditionTables, shareColumns, shareOf, sumShown } from './answered.ts'
import type { PublicQuery } from './public-queries.ts'

/** The questions of which cells are published, each with its column there. */
export const POLL_COLUMNS = { received: 'poll', how: 'how', askedBy: 'askedBy', preference: 'preference' } as const
export type PublishedQuestion = keyof typeof POLL_COLUMNS
export const PUBLISHED_QUESTIONS = Object.keys(POLL_COLUMNS) as PublishedQuestion[]

const NOT_ASKED = 'not-asked'

const text = (name: string, en: string, fr: string, says: [string, string]): Column => ({ name, type: 'text', isRequired: true, title: { en, fr }, description: { en: says[0], fr: says[1] } }) // prettier-ignore
const QUESTION = text('question', 'Question', 'Question', [
  'Whether one was polled, how, by whom, and what one had answered.',
  'Si l’on a été sondé, comment, par qui, et ce qu’on avait répondu.',
])
const ANSWER = text('answer', 'Answer', 'Réponse', [
  'As in the code book; `not-asked`, `not-answered` and `no` are three answers.',
  'Comme au dictionnaire; `not-asked`, `not-answered` et `no` sont trois réponses.',
])

/** Of those misdirected and of all others, a row for each answer to each question; shares of those who were asked. */
export async function earlierPollsAnswer(query: PublicQuery<'earlier-polls'>, read: EditionTables): Promise<Answered> {
  const table = await read('earlier-polls')
  const group = PUBLISHED_TABLES['earlier-polls'].columns.find(({ name }) => name === 'group')!
  return {
    columns: [group, QUESTION, ANSWER, ...COUNTED, ...shareColumns()],
    rows: GROUPS.flatMap((each) => PUBLISHED_QUESTIONS.flatMap((question) => sharesOf(table, { group: each, question, query }))), // prettier-ignore
  }
}

type Asked = { group: Group; question: PublishedQuestion; query: PublicQuery<'earlier-polls'> }

function sharesOf(table: readonly Row[], { group, question, query }: Asked): Row[] {
  const rows = answersIn(table, { group, question }).map((row) => ({
    group,
    question,
    answer: row[POLL_COLUMNS[question]]!,
    ...countsIn(row, query),
  }))
  const of = sumShown(rows.filter(({ answer }) => answer !== NOT_ASKED).map(({ complaints }) => complaints))
  return rows.map((row) => {
    const isAsked = row.answer !== NOT_ASKED
    return { ...row, of: isAsked ? of : null, ...shareOf(isAsked ? row.complaints : null, of) }
  })
}

/** The rows in which a group's answers to a question are counted. */
export function answersIn(table: readonly Row[], { group, question }: Pick<Asked, 'group' | 'question'>): Row[] {
  const others = PUBLISHED_QUESTIONS.filter((each) => each !== question && each !== 'received')
  return table.filter(
    (row) =>
      row['group'] === group &&
      row[POLL_COLUMNS[question]] !== ALL.value &&
      others.every((each) => row[POLL_COLUMNS[each]] === ALL.value),
  )
}

/** Comparisons of those misdirected with all others, by the complaints that are shown; nothing where one side shows none. */
export async function oddsRatiosAnswer(query: PublicQuery<'odds-ratios'>, read: EditionTables): Promise<Answered> {
  const table = await read('earlier-polls')
  const countOf = (group: Group, answer: string): Cell => {
    const question = answer === 'yes' || answer === 'no' ? 'received' : 'preference'
    const row = answersIn(table, { group, question }).find((each) => each[POLL_COLUMNS[question]] === answer)
    return countsIn(row, query).complaints
  }
  const sideOf = (group: Group, answers: readonly string[]): Cell => {
    const shown = answers.map((answer) => countOf(group, answer)).filter((cell) => typeof cell === 'number')
    return shown.length > 0 ? sumShown(shown) : null
  }
  return {
    columns: ODDS_COLUMNS,
    rows: COMPARISONS.map(({ comparison, exposed, unexposed }): Row => {
      // Whoever was polled stands under `yes`, whatever they answered.
      const [yes, no] = [exposed.includes('yes') ? ['yes'] : exposed, unexposed]
      const sides = GROUPS.flatMap((group) => [sideOf(group, yes), sideOf(group, no)])
      const [a, b, c, d] = sides.map((side) => (typeof side === 'number' ? side : null))
      const isTold = a !== null && b !== null && c !== null && d !== null
      const odds = isTold ? exactOddsRatio({ exposed: a!, unexposed: b!, otherExposed: c!, otherUnexposed: d! }) : NO_ODDS // prettier-ignore
      return { comparison, ...Object.fromEntries(SIDES.map((name, i) => [name, sides[i]!])), ...odds }
    }),
  }
}

const NO_ODDS = { oddsRatio: null, low: null, high: null }
const SIDES = GROUPS.flatMap((group) => [`${group}.exposed`, `${group}.unexposed`])

const ODDS_COLUMNS: Column[] = [
  text('comparison', 'Comparison', 'Comparaison', ['As explained in `meta`.', 'Expliquée dans `meta`.']),
  ...SIDES.map((name): Column => ({ ...COUNTED.find((column) => column.name === 'complaints')!, name })),
  ...['oddsRatio', 'low', 'high'].map((name): Column => ({
    name,
    type: 'number',
    title: { oddsRatio: { en: 'Odds ratio', fr: 'Rapport de cotes' }, low: { en: 'Low', fr: 'Bas' }, high: { en: 'High', fr: 'Haut' } }[name]!,
    description: {
      en: 'Of complaints, with the exact interval of 95 % as if the counts were not protected.',
      fr: 'Des plaintes, avec l’intervalle exact à 95 % comme si les nombres n’étaient pas protégés.',
    },
  })), // prettier-ignore
]
