import { progress } from '../../rehearsal/progress.ts'
import { isAgreed } from './agree.ts'
import { NotTakenError } from './ask-api.ts'
import { rowChecker } from './check-row.ts'
import { describeColumns, describeDoubts, describeEnd, describeProgress, describeReceipts } from './describe-import.ts'
import { findApi } from './find-api.ts'
import { type Flags, readFlags, USAGE } from './flags.ts'
import { type Import, importFile, type Imported } from './import-file.ts'
import { rowPoster } from './post-row.ts'
import { prepareImport } from './prepare-import.ts'
import { RefusedRows } from './refused-rows.ts'
import { SentRows } from './sent-rows.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { UnreadableFileError } from './unreadable-file.ts'
import { withdraw } from './withdraw.ts'

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const flags = readFlags(process.argv.slice(2))
    if (flags) return await ('withdraw' in flags ? withdraw(flags) : run(flags))
    console.log(USAGE)
    return 0
  } catch (error) {
    return explain(error as NodeJS.ErrnoException)
  }
}

function explain(error: NodeJS.ErrnoException): number {
  const isUsage = error.code?.startsWith('ERR_PARSE_ARGS') === true
  const isForeseen = isUsage || error instanceof UnreadableFileError || error instanceof NotTakenError
  // A message that nobody foresaw may quote a cell.
  console.error(isForeseen ? error.message : `the import failed: ${error.code ?? error.name}`)
  if (isUsage) console.error(USAGE)
  return 1
}

async function run(flags: Flags): Promise<number> {
  const { file, isDry } = flags
  const to = isDry ? '' : findApi(flags)
  const { job, proposal, survey, isBelowTitle } = await prepareImport(flags)
  const { headers, headerLine } = job
  console.log(describeColumns({ path: file, headerLine, isBelowTitle, headers, proposal, survey }))
  const doubts = describeDoubts(headers, proposal)
  if (doubts) console.error(doubts)
  const isAsked = !isDry && !flags.yes && proposal.isGuessed
  if (isAsked && !(await isAgreed({ file, headers, proposal, to }))) return 1
  return await take(job, { flags, to, rows: survey.rows, sent: await SentRows.open(`${file}.sent.csv`) })
}

type Target = { flags: Flags; to: string; rows: number; sent: SentRows }

async function take(job: Import, { flags: { file, isDry, atOnce }, to, rows, sent }: Target): Promise<number> {
  const { language, table, headers } = job
  const refused = new RefusedRows(`${file}.refused.csv`, { headers, delimiter: table.delimiter })
  const { signal } = stopOnSignal()
  const check = rowChecker(language, () => new Date())
  const post = isDry ? undefined : rowPoster({ to, language, signal })
  if (sent.isWithdrawn && !isDry) console.error(`${sent.path}: all were withdrawn; rows that are as they were stay so`)
  let done: Imported = { sent: 0, refused: 0 }
  const bar = process.stderr.isTTY ? progress(() => describeProgress(done, { rows, isDry }), rows) : undefined
  const onDone = (now: Imported) => {
    done = now
    bar?.show(now.sent + now.refused)
  }
  try {
    await importFile(job, {
      take: async ({ report, key, line }) => {
        if (!post) return check(report)
        const answer = await post({ key, body: JSON.stringify(report) })
        if ('problem' in answer) return answer.problem
        sent.add({ line, ...answer.kept })
        return undefined
      },
      check,
      refused,
      atOnce,
      onDone,
      signal,
    })
  } finally {
    bar?.end()
    refused.close()
    sent.close()
    console.log(describeEnd(done, { path: refused.path, isDry }))
    if (done.sent > 0 && !isDry) console.log(describeReceipts(sent.path))
  }
  if (!signal.aborted) return done.refused > 0 ? 2 : 0
  console.error('stopped before the end: run it again with the same file and flags, and nothing is counted twice')
  return 1
}
