import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CACHE = join(ROOT, 'node_modules', '.cache', 'callwitness-assembly')
const SYNTHESIZE = fileURLToPath(new URL('./synthesize-now.ts', import.meta.url))
const run = promisify(execFile)
/** What a template and its bundles are made from; the host itself is not in them. */
const SOURCES = ['package-lock.json', 'cdk.json', 'infra/*.ts', 'functions/**/*']

export type AssemblyProps = {
  event: string
  invented: boolean
  publicUrl?: string
  smsNumbers?: string[]
}

/** The synthesized stack for these props, synthesized only when a source has changed since. */
export async function cachedAssembly(props: AssemblyProps): Promise<string> {
  const directory = join(CACHE, keyOf(props))
  if (existsSync(directory)) return directory
  mkdirSync(dirname(directory), { recursive: true })
  const draft = mkdtempSync(join(CACHE, 'draft-'))
  try {
    await run(process.execPath, [SYNTHESIZE, JSON.stringify({ ...props, outdir: draft })])
    renameSync(draft, directory)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another process was faster: same key, same content.
    if (!existsSync(directory)) throw error
  }
  return directory
}

function keyOf(props: AssemblyProps): string {
  const hash = createHash('sha256').update(JSON.stringify(props))
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).toSorted()) {
    hash.update(file.slice(ROOT.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 32)
}
