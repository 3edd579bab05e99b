import { globSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'

const functions = join(import.meta.dirname, '..', 'functions')

/**
 * functions/<name>/handler.ts and all that it imports, as one minified ESM file, index.mjs.
 * Not NodejsFunction: it starts npm and esbuild once per function, seven times as long as one call for all of them.
 */
export const bundle = (name: string): Code =>
  Code.fromAsset(join(functions, name), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: { image: DockerImage.fromRegistry('never-used'), local: { tryBundle: (outdir) => write(name, outdir) } },
  })

let bundles: Map<string, Uint8Array> | undefined

const write = (name: string, outdir: string): true => {
  bundles ??= bundleAll()
  const code = bundles.get(name)
  if (!code) throw new Error(`functions/${name}/handler.ts is missing`)
  writeFileSync(join(outdir, 'index.mjs'), code)
  return true
}

const bundleAll = (): Map<string, Uint8Array> => {
  const { outputFiles } = buildSync({
    entryPoints: globSync(join(functions, '*', 'handler.ts')),
    outbase: functions,
    outdir: functions, // nothing is written there
    write: false,
    bundle: true, // with the AWS clients: they start faster than the runtime's own, and are the ones that were tested
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  })
  return new Map(outputFiles.map(({ path, contents }) => [basename(dirname(path)), contents]))
}
