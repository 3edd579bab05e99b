import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const COPIED = ['functions', 'infra', 'operate', 'rehearsal', 'test', 'package.json', 'package-lock.json', 'tsconfig.json', 'cdk.json', 'vitest.config.ts'] // prettier-ignore

type Verdict = { passed: number; failed: number; output: string }
type Change = { file: string; text: string; without: string }

/** A copy of the project in a folder of its own, to be broken there. The project itself is only read. */
export function scratchCopy() {
  const directory = mkdtempSync(join(tmpdir(), 'callwitness-guards-'))
  for (const name of COPIED) cpSync(join(ROOT, name), join(directory, name), { recursive: true })
  linkPackages(directory)
  return {
    /** Replaces a text that is there exactly once; answers how to put it back. */
    change({ file, text, without }: Change): () => void {
      const path = join(directory, file)
      const source = readFileSync(path, 'utf8')
      if (source.split(text).length !== 2) throw new Error(`${file} does not hold this exactly once: ${text}`)
      writeFileSync(
        path,
        source.replace(text, () => without),
      )
      return () => writeFileSync(path, source)
    },
    runTests: async (files: string[], names: string[]) => await runTests(directory, files, names),
    remove: () => rmSync(directory, { recursive: true }),
  }
}

/** All but what tools keep there: what a broken copy leaves must not be found by the project. */
function linkPackages(directory: string): void {
  mkdirSync(join(directory, 'node_modules'))
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (['.cache', '.vite', '.vite-temp', '.vitest'].includes(name)) continue
    symlinkSync(join(ROOT, 'node_modules', name), join(directory, 'node_modules', name))
  }
}

/** Runs the tests of these names, and no others. */
async function runTests(directory: string, files: string[], names: string[]): Promise<Verdict> {
  const report = join(directory, 'verdict.json')
  rmSync(report, { force: true })
  const pattern = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const args = ['run', ...files, '-t', pattern, '--reporter=json', `--outputFile=${report}`]
  const output = await new Promise<string>((done) => {
    const vitest = join(directory, 'node_modules/vitest/vitest.mjs')
    execFile(process.execPath, [vitest, ...args], { cwd: directory, timeout: 120_000 }, (_, stdout, stderr) =>
      done(stdout + stderr),
    )
  })
  if (!existsSync(report)) return { passed: 0, failed: 0, output }
  const verdict = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  return { passed: verdict.numPassedTests, failed: verdict.numFailedTests, output }
}
