import { parse } from 'csv-parse/sync'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const COMMAND = new URL('../../operate/import/import.ts', import.meta.url).pathname
const SAYS_MEMORY =
  "data:text/javascript,process.on('exit',()=>console.error('maxRSS '+process.resourceUsage().maxRSS))"

export type Ended = { code: number | null; out: string; err: string; megabytes: number }

/** What `npm run import` does, without a terminal; `child` can be killed meanwhile. */
export function startImport(...args: string[]) {
  const child = spawn(process.execPath, ['--import', SAYS_MEMORY, COMMAND, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = Promise.all([
    new Promise<number | null>((resolve) => child.once('close', resolve)),
    text(child.stdout),
    text(child.stderr),
  ]).then(([code, out, err]): Ended => {
    const [said = '', kilobytes = '0'] = /maxRSS (\d+)\n/.exec(err) ?? []
    return { code, out, err: err.replace(said, ''), megabytes: Number(kilobytes) / 1024 }
  })
  return { child, ended }
}

export async function runImport(...args: string[]): Promise<Ended> {
  return await startImport(...args).ended
}

export type Refused = Record<'_line' | '_column' | '_pointer' | '_code' | '_reason', string> & Record<string, string>

/** The rows of FILE.refused.csv; none when there is no such file. */
export function refusedOf(file: string, delimiter = ','): Refused[] {
  const path = `${file}.refused.csv`
  if (!existsSync(path)) return []
  return parse<Refused>(readFileSync(path), { columns: true, bom: true, delimiter, relax_column_count: true })
}
