import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cachedAssembly } from '../../infra/local/cached-assembly.ts'
import type { Template } from './template.ts'

/** The synthesized stack with a change to its template, for what the real settings would take hours to show. */
export async function changedAssembly(change: (template: Template, directory: string) => void) {
  const directory = mkdtempSync(join(tmpdir(), 'callwitness-'))
  cpSync(await cachedAssembly({ event: 'ca-ge-test', invented: false }), directory, {
    recursive: true,
  })
  const file = join(directory, 'CallWitness.template.json')
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template
  change(template, directory)
  writeFileSync(file, JSON.stringify(template))
  return { directory, remove: () => rmSync(directory, { recursive: true }) }
}

/** A stream batch is not waited for: faults one after the other take less time. */
export function withoutWindow({ Resources }: Template): void {
  for (const { Type, Properties } of Object.values(Resources))
    if (Type === 'AWS::Lambda::EventSourceMapping') delete Properties?.['MaximumBatchingWindowInSeconds']
}

/** What fails so often is a dead letter: the real queue retries for hours. */
export function withReceives(maxReceiveCount: number, { Resources }: Template): void {
  for (const { Properties } of Object.values(Resources)) {
    const redrive = Properties?.['RedrivePolicy']
    if (typeof redrive === 'object') Object.assign(redrive!, { maxReceiveCount })
  }
}
