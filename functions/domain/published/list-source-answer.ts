import { type Cell, type Column, isSuppressed, type Row, SUPPRESSED } from '../dataset/table.ts'
import { ALL } from '../editions/codes.ts'
import { PUBLISHED_TABLES } from '../editions/published-tables.ts'
import { GROUPS } from '../earlier-poll.ts'
import { RejectedError } from '../rejected.ts'
import { type Answered, countsIn, type EditionTables, sumShown } from './answered.ts'
import { answersIn } from './poll-answers.ts'
import type { PublicQuery } from './public-queries.ts'
import { OFF, shareColumns, sharesOf } from './shares.ts'

/** Of a script and of all others: in about how many ridings, who was polled before, and of which ages they are. Throws a RejectedError for a script that is not shown. */
export async function listSourceAnswer(id: string, query: PublicQuery<'list-source'>, read: EditionTables) {
  const scripts = (await read('scripts')).filter((row) => row['script'] === id)
  const whole = scripts.find((row) => [row['province'], row['age'], row['poll']].every((value) => value === ALL.value))
  if (!whole) throw new RejectedError('unknown-script')
  const polls = await read('earlier-polls')
  const received = GROUPS.flatMap((group) => answersIn(polls, { group, question: 'received' }))
  const measured = [
    { measure: 'received', column: 'poll', all: received, apart: 'not-asked' },
    { measure: 'ageBand', column: 'age', all: await read('ages'), apart: 'not-told' },
  ]
  const reach: Row = { measure: 'ridings', value: null, count: whole['ridings']!, ...nothing('script.'), ...nothing('others.') } // prettier-ignore
  return {
    columns: LIST_SOURCE_COLUMNS,
    rows: [reach, ...measured.flatMap((measure) => compare(measure, { scripts, query }))],
  } satisfies Answered
}

type Measure = { measure: string; column: string; all: readonly Row[]; apart: string }
type Of = { scripts: readonly Row[]; query: PublicQuery<'list-source'> }

/** Shares among those who were asked, or who told. Others are all less the script: nothing where either is not shown. */
function compare({ measure, column, all, apart }: Measure, { scripts, query }: Of): Row[] {
  const complaintsOf = (rows: readonly Row[], value: Cell) =>
    rows.filter((row) => row[column] === value).map((row) => countsIn(row, query).complaints)
  const values = [...new Set(all.map((row) => row[column]!))].filter((value) => value !== apart && value !== ALL.value)
  const own = values.map((value) => complaintsOf(scripts, value)[0] ?? null)
  const outside = values.map((value, i) => less(complaintsOf(all, value), own[i]!))
  const [ofOwn, ofOutside] = [sharesOf(own), sharesOf(outside, 2 * OFF)]
  return values.map((value, i) => ({
    measure,
    value,
    count: null,
    ...prefixed('script.', { complaints: own[i]!, ...ofOwn[i] }),
    ...prefixed('others.', { complaints: outside[i]!, ...ofOutside[i] }),
  }))
}

/** A difference of two counts that are each a little off says nothing while it is small. */
const LEAST_OTHERS = 20

function less(all: Cell[], own: Cell): Cell {
  if ([...all, own].includes(null)) return null
  const others = sumShown(all) - sumShown([own])
  return [...all, own].some(isSuppressed) || others < LEAST_OTHERS ? SUPPRESSED : others
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
