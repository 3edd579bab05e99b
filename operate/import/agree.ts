import { existsSync, writeFileSync } from 'node:fs'
import { answersYes, isAttended } from '../ask.ts'
import { columnFileOf, type Proposal } from './columns.ts'

type Asked = { file: string; headers: string[]; proposal: Proposal; to: string }

/**
 * Whether somebody at the terminal agrees to what was found. Where nobody can answer, it is written to a file to be looked at and
 * given back; one that is there already stays.
 */
export async function isAgreed({ file, headers, proposal, to }: Asked): Promise<boolean> {
  if (isAttended()) {
    if (await answersYes(`Send these columns to ${to}? [y/N] `)) return true
    console.error('nothing was sent; say with --columns which column is what')
    return false
  }
  const path = `${file}.columns.json`
  if (!existsSync(path)) writeFileSync(path, columnFileOf(proposal, headers), { mode: 0o600 })
  console.error(
    `nothing was sent: look at ${path}, correct it, and run again with --columns ${path}, or agree to the above with --yes`,
  )
  return false
}
