import { existsSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { progress } from '../../rehearsal/progress.ts'
import { rowChecker } from './check-row.ts'
import { chosenColumns, columnFileOf, columnsCalled, type Proposal, proposeColumns, readColumnFile } from './columns.ts'
import { fieldNamed, languageOf } from './column-names.ts'
import { describeColumns, describeEnd } from './describe-import.ts'
import { findApi } from './find-api.ts'
import { readFlags, USAGE } from './flags.ts'
import { readHeader } from './header.ts'
import { importFile, type Imported } from './import-file.ts'
import { openTable } from './open-table.ts'
import { NotTakenError, rowPoster } from './post-row.ts'
import { RefusedRows } from './refused-rows.ts'
import { survey as surveyOf } from './survey.ts'
import { UnreadableFileError } from './unreadable-file.ts'

type Flags = NonNullable<ReturnType<typeof readFlags>>

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const flags = readFlags(process.argv.slice(2))
    if (flags) return await run(flags)
    console.log(USAGE)
    return 0
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const isUsage = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
    const isForeseen = isUsage || error instanceof UnreadableFileError || error instanceof NotTakenError
    // A message that nobody foresaw may quote a cell.
    console.error(isForeseen ? error.message : `the import failed: ${error.name} ${(error as NodeJS.ErrnoException).code ?? ''}`) // prettier-ignore
    if (isUsage) console.error(USAGE)
    return 1
  }
}

async function run(flags: Flags): Promise<number> {
  const { file, source, dates } = flags
  const columnFile = flags.columns === undefined ? undefined : readColumnFile(flags.columns)
  const to = flags['dry-run'] ? '' : findApi(flags)
  const table = await openTable(file, (header) => fieldNamed(header) !== undefined || Object.hasOwn(columnFile ?? {}, header.trim())) // prettier-ignore
  const { line, headers } = await readHeader(table)
  const proposal = columnFile ? chosenColumns(columnFile, flags.columns!, headers) : proposeColumns(headers)
  mustTell(proposal, { file, line, source })
  const keyColumn = flags.key === undefined ? undefined : keyColumnOf(flags.key, headers)
  const survey = await surveyOf(table, proposal.columns, dates)
  console.log(describeColumns({ path: file, headers, proposal, survey }))
  if (!flags['dry-run'] && proposal.isGuessed && !flags.yes && !(await isAgreed({ file, headers, proposal, to }))) return 1 // prettier-ignore
  const language = flags.language ?? languageOf(headers)
  const plan = { columns: proposal.columns, width: headers.length, delimiter: table.delimiter, dates: survey.dates, source } // prettier-ignore
  const job = { table, headerLine: line, headers, columns: proposal.columns, plan, keyColumn, language }
  return await take(job, { flags, to, rows: survey.rows })
}

type Target = { flags: Flags; to: string; rows: number }

async function take(job: Parameters<typeof importFile>[0], { flags, to, rows }: Target): Promise<number> {
  const { language, table, headers } = job
  const refused = new RefusedRows(`${flags.file}.refused.csv`, { headers, delimiter: table.delimiter })
  const stopping = stopOnSignal()
  const check = rowChecker(language, () => new Date())
  const post = flags['dry-run'] ? undefined : rowPoster({ to, language, signal: stopping.signal })
  const bar = process.stderr.isTTY ? progress(flags['dry-run'] ? 'checked' : 'sent', rows) : undefined
  let done: Imported = { sent: 0, refused: 0 }
  try {
    await importFile(job, {
      take: async ({ report, key }) => (post ? await post({ key, body: JSON.stringify(report) }) : check(report)),
      check,
      refused,
      atOnce: flags.atOnce,
      onDone: (now) => {
        done = now
        bar?.show(now.sent + now.refused)
      },
      signal: stopping.signal,
    })
  } finally {
    bar?.end()
    refused.close()
    console.log(describeEnd(done, { path: refused.path, isDry: flags['dry-run'] }))
  }
  if (!stopping.signal.aborted) return done.refused > 0 ? 2 : 0
  console.error('stopped before the end: run it again with the same file and flags, and nothing is counted twice')
  return 1
}

function mustTell(
  { columns }: Proposal,
  { file, line, source }: { file: string; line: number; source: string | undefined },
): void {
  // prettier-ignore
  if (columns.size === 0) throw new UnreadableFileError(`no column of ${file} is known by its name: its first row (line ${line}) must name the columns; say with --columns which is what`) // prettier-ignore
  if (!['call.message', 'call.callerId', 'call.receivedAt', 'call.callerName', 'call.claimedToBe'].some((field) => columns.has(field))) // prettier-ignore
    throw new UnreadableFileError('no column tells of a call: what was said, a number displayed, when it came; say with --columns which does') // prettier-ignore
  if (source !== undefined && columns.has('source')) throw new UnreadableFileError('a column is imported as source already: leave it out, or --source') // prettier-ignore
}

function keyColumnOf(key: string, headers: string[]): number {
  const [column, another] = columnsCalled(key, headers)
  if (column === undefined || another !== undefined) throw new UnreadableFileError(`--key names ${another === undefined ? 'no column' : 'two columns'} of the file`) // prettier-ignore
  return column
}

/** Asks on a terminal. Where nobody can answer, what was found is written to a file to be looked at and given back. */
async function isAgreed({
  file,
  headers,
  proposal,
  to,
}: {
  file: string
  headers: string[]
  proposal: Proposal
  to: string
}): Promise<boolean> {
  // prettier-ignore
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const asking = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await asking.question(`Send these columns to ${to}? [y/N] `).finally(() => asking.close())
    if (/^\s*(?:y|yes|o|oui)\s*$/i.test(answer)) return true
    console.error('nothing was sent; say with --columns which column is what')
    return false
  }
  const path = `${file}.columns.json`
  if (!existsSync(path)) writeFileSync(path, columnFileOf(proposal, headers), { mode: 0o600 })
  console.error(`nothing was sent: look at ${path}, correct it, and run again with --columns ${path}, or agree to the above with --yes`) // prettier-ignore
  return false
}

/** The first Ctrl-C finishes what is on its way, a second one leaves at once: either way the next run goes on where this one ended. */
function stopOnSignal(): AbortController {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => (stopping.signal.aborted ? process.exit(1) : stopping.abort()))
  return stopping
}
