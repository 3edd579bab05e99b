import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import * as z from 'zod'

const Outputs = z.object({
  ComplaintTable: z.string(),
  LedgerTable: z.string(),
  StatsTable: z.string(),
  ScriptTable: z.string(),
  QuotedNumbers: z.string(),
  ReportQueueUrl: z.string(),
  ReportDeadLetterUrl: z.string(),
  EventSlug: z.string(),
})
type Outputs = z.infer<typeof Outputs>

/** A running stack as an operator reaches it: the template's outputs, and clients for where it runs. */
export type RunningStack = { outputs: Outputs; dynamodb: DynamoDBClient; sqs: SQSClient }

const LocalStack = z.object({ outputs: Outputs, endpoints: z.object({ dynamodb: z.url(), sqs: z.url() }) })

type Flags = { data?: string | undefined; aws?: boolean | undefined }

/** The stack of a data folder (`--data DIR`, by default .callwitness), or with `--aws` the one that was deployed from here. */
export function findStack(flags: Flags): RunningStack {
  if (flags.aws) {
    const [outputs] = Object.values(z.record(z.string(), Outputs).parse(readJson('cdk-outputs.json')))
    if (!outputs) throw new Error('cdk-outputs.json names no stack: run npm run deploy first')
    return { outputs, dynamodb: new DynamoDBClient({}), sqs: new SQSClient({}) }
  }
  const { outputs, endpoints } = LocalStack.parse(readJson(join(flags.data ?? '.callwitness', 'outputs.json')))
  return localStack(outputs, endpoints)
}

export function localStack(outputs: Outputs, endpoints: { dynamodb: string; sqs: string }): RunningStack {
  const here = { region: 'local', credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' } }
  return {
    outputs,
    dynamodb: new DynamoDBClient({ ...here, endpoint: endpoints.dynamodb }),
    sqs: new SQSClient({ ...here, endpoint: endpoints.sqs, useQueueUrlAsEndpoint: false }),
  }
}

/** The flags of the operator's commands: where the stack is, and `more`. Throws when there are others. */
export function readFlags(more: NonNullable<ParseArgsConfig['options']> = {}) {
  const where = { data: { type: 'string' }, aws: { type: 'boolean' } } as const
  return parseArgs({ options: { ...where, ...more } }).values as Flags & Record<string, unknown>
}

/** Ends the process with what the command answers, or with one sentence on what went wrong. */
export async function explainAndEnd(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    const isAway = code === 'ECONNREFUSED'
    console.error(isAway ? 'nothing answers where the stack was last: is it running?' : message)
    process.exitCode = 2
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`no running stack is described in ${path}: start it first, or name its folder with --data`, {
      cause: error,
    })
  }
}
