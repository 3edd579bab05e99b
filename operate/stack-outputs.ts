import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import * as z from 'zod'

const Outputs = z.object({
  ApiUrl: z.string(),
  ComplaintTable: z.string(),
  LedgerTable: z.string(),
  StatsTable: z.string(),
  ScriptTable: z.string(),
  QuotedNumbers: z.string(),
  ReportQueueUrl: z.string(),
  ReportDeadLetterUrl: z.string(),
  SmsDeadLetterUrl: z.string(),
  ReceiveSmsFunction: z.string(),
  PublishDatasetFunction: z.string(),
  SmsSecretArn: z.string(),
  ScriptSecretArn: z.string(),
  TwilioWebhookUrl: z.string(),
  AuditTable: z.string(),
  AnalystIssuer: z.string(),
  AnalystClientId: z.string(),
  AnalystScope: z.string(),
  AnalystSignInUrl: z.string(),
  AnalystCallbackUrl: z.string(),
  EventSlug: z.string(),
})
type Outputs = z.infer<typeof Outputs>

/** A running stack as an operator reaches it: the template's outputs, and clients for where it runs. */
export type RunningStack = {
  outputs: Outputs
  dynamodb: DynamoDBClient
  sqs: SQSClient
  lambda: LambdaClient
  secrets: SecretsManagerClient
}

const Endpoints = z.object({ dynamodb: z.url(), sqs: z.url(), lambda: z.url(), secretsmanager: z.url() })
const LocalStack = z.object({ outputs: Outputs, endpoints: Endpoints })

type Flags = { data?: string | undefined; aws?: boolean | undefined }

/** The stack of a data folder (`--data DIR`, by default .callwitness), or with `--aws` the one that was deployed from here. */
export function findStack(flags: Flags): RunningStack {
  if (flags.aws) {
    const [outputs] = Object.values(z.record(z.string(), Outputs).parse(readJson('cdk-outputs.json')))
    if (!outputs) throw new Error('cdk-outputs.json names no stack: run npm run deploy first')
    return {
      outputs,
      dynamodb: new DynamoDBClient({}),
      sqs: new SQSClient({}),
      lambda: new LambdaClient({}),
      secrets: new SecretsManagerClient({}),
    }
  }
  const { outputs, endpoints } = LocalStack.parse(readJson(join(flags.data ?? '.callwitness', 'outputs.json')))
  return localStack(outputs, endpoints)
}

export function localStack(outputs: Outputs, endpoints: z.infer<typeof Endpoints>): RunningStack {
  const here = { region: 'local', credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' } }
  return {
    outputs,
    dynamodb: new DynamoDBClient({ ...here, endpoint: endpoints.dynamodb }),
    sqs: new SQSClient({ ...here, endpoint: endpoints.sqs, useQueueUrlAsEndpoint: false }),
    lambda: new LambdaClient({ ...here, endpoint: endpoints.lambda }),
    secrets: new SecretsManagerClient({ ...here, endpoint: endpoints.secretsmanager }),
  }
}

const WHERE = { data: { type: 'string' }, aws: { type: 'boolean' } } as const

/** The flags of the operator's commands: where the stack is, and `more`. Throws when there are others. */
export function readFlags(more: NonNullable<ParseArgsConfig['options']> = {}) {
  return parseArgs({ options: { ...WHERE, ...more } }).values as Flags & Record<string, unknown>
}

/** The same for a command that takes words besides, as one text. */
export function readWordsAndFlags(more: NonNullable<ParseArgsConfig['options']>) {
  const { values, positionals } = parseArgs({ options: { ...WHERE, ...more }, allowPositionals: true })
  return { words: positionals.join(' '), flags: values as Flags & Record<string, unknown> }
}

/**
 * Ends the process with what the command answers, or with one sentence on what went wrong, and how it is meant where a flag is wrong.
 * With `--help` it only says how it is meant.
 */
export async function explainAndEnd(help: string, command: () => Promise<number>): Promise<void> {
  if (isHelpAsked()) return console.log(help)
  try {
    process.exitCode = await command()
  } catch (error) {
    const { message, code, cause } = error as NodeJS.ErrnoException
    const isAway = [code, (cause as NodeJS.ErrnoException | undefined)?.code].includes('ECONNREFUSED')
    console.error(isAway ? 'nothing answers where the stack was last: is it running?' : message)
    if (code?.startsWith('ERR_PARSE_ARGS')) console.error(help)
    process.exitCode = 2
  }
}

/** Whatever else stands on the command line. */
function isHelpAsked(): boolean {
  return parseArgs({ options: { help: { type: 'boolean', short: 'h' } }, strict: false }).values['help'] === true
}

/** What `--help` says of the flags that say where the stack is. */
export const WHERE_HELP = `  --data DIR          the data folder of a stack that runs on this machine, by default .callwitness
  --aws               the stack that was deployed from here`

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`no running stack is described in ${path}: start it first, or name its folder with --data`, {
      cause: error,
    })
  }
}
