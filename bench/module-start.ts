import { buildSync } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BUNDLING } from '../infra/bundle.ts'
import { cachedAssembly } from '../infra/local/cached-assembly.ts'
import { readAssembly } from '../infra/local/template/assembly.ts'
import { readStack } from '../infra/local/template/stack.ts'
import type { Claim } from './instruments/claim.ts'
import { printTable } from './instruments/print-table.ts'
import { interleave, median } from './instruments/samples.ts'

const ROUNDS = 15
const AT_MOST = 1.5
const AIM = 1.3

const CLIENTS = {
  sqs: `import { SQSClient as A } from '@aws-sdk/client-sqs'; const a = new A({})`,
  dynamodb: `import { DynamoDBClient as B } from '@aws-sdk/client-dynamodb'; const b = new B({})`,
  secrets: `import { SecretsManagerClient as C } from '@aws-sdk/client-secrets-manager'; const c = new C({})`,
  s3: `import { S3Client as F } from '@aws-sdk/client-s3'; const f = new F({})`,
  lambda: `import { LambdaClient as D } from '@aws-sdk/client-lambda'; const d = new D({})`,
  texts: `import { PinpointSMSVoiceV2Client as E } from '@aws-sdk/client-pinpoint-sms-voice-v2'; const e = new E({})`,
}

/** The clients that each function needs, said here and not read from its bundle: one that it does not need must show. */
export const NEEDS: Record<string, (keyof typeof CLIENTS)[]> = {
  'receive-report': ['sqs', 'dynamodb', 'secrets'],
  'receive-sms': ['sqs', 'dynamodb', 'secrets', 'lambda', 'texts'],
  'open-line': ['sqs', 'dynamodb', 'secrets'],
  'show-report': ['dynamodb', 'secrets'],
  'merge-report': ['dynamodb'],
  'tally-complaints': ['dynamodb'],
  'group-scripts': ['dynamodb'],
  'answer-stats': ['s3'],
  'answer-exact': ['dynamodb'],
  'publish-dataset': ['s3', 'dynamodb', 'secrets'],
  'show-edition': ['s3'],
}

/** Functions that need no client: beside a handler that only wraps itself in middy, since twice nothing is nothing. */
export const NEEDS_NONE = ['refuse-request', 'suggest-ridings', 'offer-template', 'describe-api']

const HANDLER = 'export const handler = async () => ({})'
const WRAPPED = `import middy from '@middy/core'; export const handler = middy(async () => ({}))`

/** How long a fresh process takes to import each bundled function, beside the AWS clients that it needs. */
export async function moduleStart(): Promise<Claim[]> {
  const assembly = await cachedAssembly({ event: 'bench', invented: true })
  const { functions, region } = readStack(readAssembly(assembly))
  const dir = mkdtempSync(join(tmpdir(), 'callwitness-bench-'))
  try {
    const floorOf = (name: string) => NEEDS[name]?.join(' + ') ?? 'middy'
    const runs: Record<string, () => number> = { empty: importing(bundle(dir, 'empty', HANDLER), {}) }
    for (const { name, directory, Environment } of functions) {
      const needs = NEEDS[name]?.map((client) => CLIENTS[client])
      if (!needs && !NEEDS_NONE.includes(name)) throw new Error(`which clients does ${name} need?`)
      const env = { AWS_REGION: region, ...Environment?.Variables }
      const floor = needs ? [...needs, HANDLER].join('\n') : WRAPPED
      runs[floorOf(name)] ??= importing(bundle(dir, floorOf(name), floor), env)
      runs[name] = importing(join(directory, 'index.mjs'), env)
    }
    const took = await interleave(ROUNDS, runs)
    const rows = functions.map(({ name }) => {
      const [own, floor] = [median(took[name]!), median(took[floorOf(name)]!)]
      return { name, own, floor, ratio: own / floor }
    })
    printTable(
      `Module start: import in a fresh process, milliseconds, medians of ${ROUNDS}; an empty handler takes ${median(took['empty']!).toFixed(1)}`,
      ['function', 'ms', 'floor', 'floor ms', 'ratio'],
      rows.map(({ name, own, floor, ratio }) => [
        name,
        own.toFixed(1),
        floorOf(name),
        floor.toFixed(1),
        ratio.toFixed(2),
      ]),
    )
    return rows
      .filter(({ name }) => NEEDS[name])
      .map(({ name, ratio }) => ({
        what: `module start ${name}`,
        measured: ratio,
        unit: '×',
        atMost: AT_MOST,
        aim: AIM,
      }))
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** A handler that the project does not have, made as its own are. */
function bundle(dir: string, name: string, contents: string): string {
  const outfile = join(dir, `${name}.mjs`)
  buildSync({ ...BUNDLING, stdin: { contents, resolveDir: import.meta.dirname }, outfile })
  return outfile
}

const TIMED = `const from = performance.now(); await import(process.argv[1]); console.log(performance.now() - from)`

function importing(file: string, env: Record<string, string>): () => number {
  const args = ['--input-type=module', '--eval', TIMED, pathToFileURL(file).href]
  return () => Number(execFileSync(process.execPath, args, { env, encoding: 'utf8' }))
}
