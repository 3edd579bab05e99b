import { type Cell, type Column, isSuppressed, type Row, SUPPRESSED } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { GROUPS } from '../earlier-poll.ts'
import { RULE } from '../protection/rule.ts'
import { RejectedError } from '../rejected.ts'
import { type Answered, countsIn, type EditionTables, sumShown } from './answered.ts'
import { answersIn, POLL_COLUMNS, PUBLISHED_QUESTIONS } from './poll-answers.ts'
import type { PublicQuery } from './public-queries.ts'
import { scriptRows } from './script-rows.ts'
import { OFF, shareColumns, sharesOf } from './shares.ts'

/** Those by which an edition divides scripts. */
const QUESTIONS = PUBLISHED_QUESTIONS.filter((question) =>
  PUBLISHED_TABLES.scripts.key.includes(POLL_COLUMNS[question]),
)

/** Of a script and of all others: in about how many ridings, who was polled before, how, by whom and with what answer, and of which ages they are. Throws a RejectedError for a script that is not shown. */
export async function listSourceAnswer(id: string, query: PublicQuery<'list-source'>, read: EditionTables) {
  const scripts = (await read('scripts')).filter((row) => row['script'] === id)
  const [whole] = scriptRows(scripts)
  if (!whole) throw new RejectedError('unknown-script')
  const polls = await read('earlier-polls')
  const measured = [
    ...QUESTIONS.map((question): Measure => {
      const all = GROUPS.flatMap((group) => answersIn(polls, { group, question }))
      // Both groups, and the script.
      return { measure: question, column: POLL_COLUMNS[question], all, apart: 'not-asked', off: 3 * OFF }
    }),
    { measure: 'ageBand', column: 'age', all: await read('ages'), apart: 'not-told', off: 2 * OFF },
  ]
  const reach: Row = { measure: 'ridings', value: null, count: whole['ridings']!, ...nothing('script.'), ...nothing('others.') } // prettier-ignore
  return {
    columns: LIST_SOURCE_COLUMNS,
    rows: [reach, ...measured.flatMap((measure) => compare(measure, { scripts, query }))],
  } satisfies Answered
}

/** `off`: how far all less the script may be from the true difference, each count in it being a little off. */
type Measure = { measure: string; column: string; all: readonly Row[]; apart: string; off: number }
type Of = { scripts: readonly Row[]; query: PublicQuery<'list-source'> }

/** Shares among those who were asked, or who told. Others are all less the script: nothing where either is not shown. */
function compare({ measure, column, all, apart, off }: Measure, { scripts, query }: Of): Row[] {
  const complaintsOf = (rows: readonly Row[], value: Cell) =>
    rows.filter((row) => row[column] === value).map((row) => countsIn(row, query).complaints)
  const values = [...new Set(all.map((row) => row[column]!))].filter((value) => value !== apart && value !== ALL.value)
  const parts = scriptRows(scripts, column)
  const inAll = values.map((value) => complaintsOf(all, value))
  // What is known of all and not listed of the script is of few people or of nobody.
  const own = values.map((value, i) => complaintsOf(parts, value)[0] ?? (inAll[i]!.includes(null) ? null : SUPPRESSED))
  const outside = inAll.map((cells, i) => less(cells, own[i]!, off))
  const [ofOwn, ofOutside] = [sharesOf(own), sharesOf(outside, off)]
  return values.map((value, i) => ({
    measure,
    value,
    count: null,
    ...prefixed('script.', { complaints: own[i]!, ...ofOwn[i] }),
    ...prefixed('others.', { complaints: outside[i]!, ...ofOutside[i] }),
  }))
}

/** A difference that may be nothing at all is not shown. */
function less(all: Cell[], own: Cell, off: number): Cell {
  if ([...all, own].includes(null)) return null
  const others = sumShown(all) - sumShown([own])
  return [...all, own].some(isSuppressed) || others <= off + RULE.base ? SUPPRESSED : others
}

function nothing(prefix: string): Row {
  return prefixed(prefix, { complaints: null, of: null, share: null, low: null, high: null })
}

function prefixed(prefix: string, row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [`${prefix}${name}`, cell]))
}

const complaints = PUBLISHED_TABLES.scripts.columns.find(({ name }) => name === 'complaints')!
const text = (name: string, en: string, fr: string): Column => ({ name, type: 'text', title: { en, fr }, description: { en, fr } }) // prettier-ignore
export const LIST_SOURCE_COLUMNS: readonly Column[] = [
  text('measure', 'What is compared', 'Ce qui est comparé'),
  text('value', 'Value', 'Valeur'),
  { ...PUBLISHED_TABLES.scripts.columns.find(({ name }) => name === 'ridings')!, name: 'count' },
  ...['script.', 'others.'].flatMap((prefix) => [
    { ...complaints, name: `${prefix}complaints` },
    ...shareColumns(prefix),
  ]),
]
