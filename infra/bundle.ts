import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Stage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { buildSync, type BuildOptions } from 'esbuild'

const functions = join(import.meta.dirname, '..', 'functions')

/** How every function is made from its sources. */
export const BUNDLING = {
  bundle: true, // with the AWS clients: they start faster than the runtime's own, and are the ones that were tested
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
} satisfies BuildOptions

/**
 * functions/<name>/handler.ts and all that it imports, as one minified ESM file, index.mjs.
 * Not NodejsFunction: it starts npm and esbuild once per function, seven times as long as one call for all of them.
 */
export const bundle = (scope: Construct, name: string): Code => {
  bundles ??= bundleAll()
  const code = bundles.get(name)
  if (!code) throw new Error(`functions/${name}/handler.ts is missing`)
  const folder = join(Stage.of(scope)!.assetOutdir, 'bundles', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.mjs'), code)
  return Code.fromAsset(folder)
}

let bundles: Map<string, Uint8Array> | undefined

const bundleAll = (): Map<string, Uint8Array> => {
  const { outputFiles } = buildSync({
    ...BUNDLING,
    entryPoints: globSync(join(functions, '*', 'handler.ts')),
    outbase: functions,
    outdir: functions, // nothing is written there
    write: false,
  })
  return new Map(outputFiles.map(({ path, contents }) => [basename(dirname(path)), contents]))
}
