import { parseArgs } from 'node:util'
import { type Language, LANGUAGES } from '../../functions/domain/problem-texts.ts'
import { publishedSource } from '../../functions/domain/published-source.ts'
import type { DateOrder } from './read-day.ts'
import { UnreadableFileError } from './unreadable-file.ts'

export const USAGE = `npm run import -- FILE [--source "Office of …"] [--columns COLUMNS.json] [--dry-run] [--yes]
npm run import -- --withdraw FILE.sent.csv

Sends each row of a spreadsheet (CSV) as a report. Run again, it counts nothing twice.
  --source NAME     whose list it is; shown in the statistics
  --columns FILE    which column is what: { "Phone number shown": "call.callerId", "Notes": null, … }. Read in place of the
                    headers: a column that it does not name is not sent, whatever its header, and that is said
  --dry-run         checks every row and sends none
  --yes             agrees to the columns that are found by their headers
  --key COLUMN      the column that names each row, such as a case number (with --source); else its content does
  --dates ORDER     dmy, mdy or ymd, where a column's own dates do not tell
  --year YEAR       of dates that are written without one
  --to URL          the API, by default that of the stack that runs on this machine
  --data DIR        the folder of that stack, by default .callwitness
  --language en|fr  of the reasons in FILE.refused.csv, by default that of the headers
  --at-once N       rows on their way at once, by default 16
  --withdraw FILE   withdraws all that was sent from a spreadsheet, by the receipts in its FILE.sent.csv; may be repeated
FILE.sent.csv has the line, report id and receipt of each row that was sent, over all runs. Whoever holds it can open, change and
withdraw these reports: keep it as you keep the list, and delete it when nothing is to be withdrawn any more.
Exit code: 0 all sent · 2 some refused: FILE.refused.csv says which and why, is made anew by each run, and can be corrected and
imported · 1 failed or stopped: run it again`

const OPTIONS = {
  source: { type: 'string' },
  columns: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  key: { type: 'string' },
  dates: { type: 'string' },
  year: { type: 'string' },
  to: { type: 'string' },
  data: { type: 'string' },
  language: { type: 'string' },
  'at-once': { type: 'string', default: '16' },
  withdraw: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** What was asked on the command line; undefined when it was how to ask. Throws an UnreadableFileError, or an error of `parseArgs`. */
export function readFlags(args: string[]) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  if (values.help) return undefined
  const [file, another] = positionals
  const { source, dates, year, language, 'at-once': atOnce, 'dry-run': isDry, withdraw, ...others } = values
  const common = {
    isDry,
    language: language === undefined ? undefined : oneOf<Language>('--language', language, LANGUAGES),
    atOnce: /^[1-9]\d?$/.test(atOnce) ? Number(atOnce) : wrong('--at-once takes a number from 1 to 99'),
  }
  if (withdraw !== undefined && file !== undefined)
    return wrong('--withdraw takes one file, and nothing is imported with it')
  if (withdraw !== undefined) return { ...common, withdraw, to: others.to, data: others.data }
  if (file === undefined || another !== undefined) return wrong(`name one file\n${USAGE}`)
  if (others.key !== undefined && source === undefined) return wrong('--key needs --source: two lists may use the same keys') // prettier-ignore
  return {
    ...others,
    ...common,
    file,
    source: sourceOf(source),
    dates: dates === undefined ? undefined : oneOf<DateOrder>('--dates', dates, ['dmy', 'mdy', 'ymd']),
    year: year === undefined || /^20\d\d$/.test(year) ? year : wrong('--year takes a year such as 2011'),
  }
}
type Read = NonNullable<ReturnType<typeof readFlags>>
export type Withdrawal = Extract<Read, { withdraw: string }>
export type Flags = Exclude<Read, Withdrawal>

function sourceOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const shown = publishedSource(name)
  return shown !== undefined && Array.from(name.trim()).length <= 60 ? shown : wrong('--source takes a name of at most 60 characters, without a phone number or an address') // prettier-ignore
}

function oneOf<Option extends string>(flag: string, value: string, options: Option[]): Option {
  return options.find((option) => option === value) ?? wrong(`${flag} takes one of ${options.join(', ')}`)
}

function wrong(message: string): never {
  throw new UnreadableFileError(message)
}
