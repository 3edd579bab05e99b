import { buildSync } from 'esbuild'
import { join } from 'node:path'
import { BUNDLING } from '../../infra/bundle.ts'
import { readAssembly } from '../../infra/local/template/assembly.ts'
import { readStack } from '../../infra/local/template/stack.ts'
import { changedAssembly, withoutWindow } from '../../test/support/changed-assembly.ts'
import { ofType } from '../../test/support/template.ts'

type MappingKind = 'queue' | 'stream'
type Variant = {
  /** The mappings that stay enabled. */
  mappings: MappingKind[]
  /** Stream records per call, when so many wait. */
  streamBatch?: number
  /** A handler of the bench in place of a function's own: the function, and the file beside this one. */
  handlers?: Record<string, string>
}

/** The stack as it is deployed, apart from what is said here, and never waiting for a batch to fill: a cloud assembly in a folder of its own. */
export async function variantOf({ mappings, streamBatch, handlers = {} }: Variant) {
  return await changedAssembly((template, directory) => {
    withoutWindow(template)
    for (const [, { Properties = {} }] of ofType(template, 'AWS::Lambda::EventSourceMapping')) {
      const kind = JSON.stringify(Properties['EventSourceArn']).includes('StreamArn') ? 'stream' : 'queue'
      Properties['Enabled'] = mappings.includes(kind)
      if (kind === 'stream' && streamBatch) Properties['BatchSize'] = streamBatch
    }
    for (const { name, directory: bundle } of readStack(readAssembly(directory)).functions) {
      const file = handlers[name]
      if (!file) continue
      const entryPoints = [join(import.meta.dirname, file)]
      buildSync({ ...BUNDLING, entryPoints, outfile: join(bundle, 'index.mjs'), allowOverwrite: true })
    }
  })
}
