import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CACHE = join(ROOT, 'node_modules', '.cache', 'callwitness-assembly')
/** What a template and its bundles are made from; the host itself is not in them. */
const SOURCES = ['package-lock.json', 'cdk.json', 'infra/*.ts', 'functions/**/*']

export type AssemblyProps = { event: string; rawCounts: boolean; invented: boolean }

/** The synthesized stack for these props, synthesized only when a source has changed since. */
export async function cachedAssembly(props: AssemblyProps): Promise<string> {
  const directory = join(CACHE, keyOf(props))
  if (existsSync(directory)) return directory
  mkdirSync(dirname(directory), { recursive: true })
  const draft = mkdtempSync(join(CACHE, 'draft-'))
  // Loading CDK takes longer than everything else at start: only when it is needed.
  const { synthesize } = await import('../synthesize.ts')
  synthesize({ ...props, outdir: draft })
  try {
    renameSync(draft, directory)
  } catch (error) {
    rmSync(draft, { recursive: true })
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
