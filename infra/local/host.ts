import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readAssembly } from './template/assembly.ts'
import { awsCaller } from './aws-json.ts'
import { startDynamoDbEngine } from './dynamodb/engine.ts'
import { createTables } from './dynamodb/tables.ts'
import { eraseDeleted, indexStreams, removeExpired, trimStreams } from './dynamodb/upkeep.ts'
import { startFunctions } from './lambda/functions.ts'
import type { Invocations } from './lambda/function-pool.ts'
import { openHostState } from './host-state.ts'
import { startGateway } from './http/gateway.ts'
import { apiBase, localize, queueBase } from './template/identities.ts'
import { startMappings } from './lambda/mappings.ts'
import { queueSettings } from './sqs/queue-settings.ts'
import { startSecrets } from './secrets.ts'
import { startSqsThread } from './sqs/thread.ts'
import { readStack } from './template/stack.ts'

export type Service = 'dynamodb' | 'sqs' | 'secretsmanager'

export type HostOptions = {
  /** The synthesized cloud assembly. */
  assembly: string
  /** Everything that lasts; whoever holds this folder holds the data. */
  dataDir: string
  /** 0 takes a free one. */
  port?: number
  /** Puts a proxy between an engine and its callers: the functions, or the host's own pollers. */
  interpose?: (service: Service, url: string, caller: 'functions' | 'host') => string | Promise<string>
  /** For tests only: hours of visibility, as in the template, are of no use to someone who waits. */
  visibilitySeconds?: number
  /** Whether the stage's rate limits hold; tests and benches may lift them. */
  isThrottled?: boolean
  /** Environments per function at most. */
  environments?: number
  /** The longest pause between two tries of a stream batch, in milliseconds. */
  longestPause?: number
  /** Told when an engine ends on its own; the host is of no use then. */
  onEngineExit?: (reason: string) => void
}

export type Host = {
  url: string
  /** The template's outputs, resolved. */
  outputs: Record<string, string>
  endpoints: Record<Service, string>
  logsDir: string
  /** Types of the template that have no effect here. */
  inert: string[]
  /** Route keys, such as `GET /v1/things/{id}`. */
  routes: string[]
  invocations: () => Record<string, Invocations>
  /** Resolves when no request runs, the queues with a consumer are empty and the streams are read to their end. */
  idle: (options?: { withinMillis?: number }) => Promise<void>
  /** Carries out what has expired at `now` and leaves no byte of what was deleted. */
  sweep: (options?: { now?: Date }) => Promise<void>
  /** Answers what is in flight, then ends everything. */
  stop: (options?: { drainMillis?: number }) => Promise<void>
}

const HOUR = 60 * 60 * 1000

export async function startHost(options: HostOptions): Promise<Host> {
  const stack = readStack(readAssembly(resolve(options.assembly)))
  const directory = resolve(options.dataDir)
  const logsDir = join(directory, 'logs')
  const { region, tables } = stack
  const environments = options.environments ?? 4
  const onEngineExit = options.onEngineExit ?? (() => {})
  const interpose = options.interpose ?? ((_service: Service, url: string) => url)
  const closing: (() => unknown)[] = []
  const closeAll = async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close()
  }
  try {
    const state = openHostState(directory)
    closing.push(state.close)
    mkdirSync(logsDir, { recursive: true, mode: 0o700 })

    const dynamodb = await startDynamoDbEngine({
      file: join(directory, 'dynamodb.db'),
      stalePid: state.enginePid(),
      onExit: onEngineExit,
    })
    closing.push(dynamodb.stop)
    state.setEnginePid(dynamodb.pid)
    const tableCalls = awsCaller('dynamodb', dynamodb.url, 'local-host', region)
    const streamArns = await createTables(tables, tableCalls)
    const { file } = dynamodb
    if (file) indexStreams(file)

    const queues = queueSettings(stack, options.visibilitySeconds)
    const sqs = await startSqsThread({ directory: join(directory, 'queues'), region, queues }, onEngineExit)
    closing.push(sqs.stop)
    const secrets = await startSecrets(stack.secrets, join(directory, 'secrets'))
    closing.push(secrets.stop)
    const endpoints = { dynamodb: dynamodb.url, sqs: sqs.url, secretsmanager: secrets.url }

    const urls = { ...endpoints }
    for (const service of ['dynamodb', 'sqs', 'secretsmanager'] as const) {
      urls[service] = await interpose(service, endpoints[service], 'functions')
    }
    const functions = startFunctions({ stack, urls, logsDir, most: environments })
    closing.push(functions.stop)

    const gateway =
      stack.api &&
      (await startGateway({
        api: stack.api,
        port: options.port ?? 0,
        logsDirectory: logsDir,
        isThrottled: options.isThrottled ?? true,
        invoke: functions.invoke,
      }))

    const mappings = startMappings({
      stack,
      state,
      streamArns,
      sqsUrl: await interpose('sqs', sqs.url, 'host'),
      dynamodbUrl: await interpose('dynamodb', dynamodb.url, 'host'),
      invoke: functions.invoke,
      longestPause: options.longestPause ?? 10_000,
      environments,
    })
    closing.push(mappings.stop)
    if (gateway) closing.push(gateway.stop)

    const url = gateway?.url ?? ''
    const addresses = { [queueBase(region)]: sqs.url, ...(stack.api && { [apiBase(stack.api.id, region)]: url }) }
    const outputs = Object.fromEntries(
      Object.entries(stack.outputs).map(([key, value]) => [key, localize(value, addresses)]),
    )
    writeFileSync(join(directory, 'outputs.json'), JSON.stringify({ outputs, endpoints, region }, null, 2), {
      mode: 0o600,
    })

    const sweep = async ({ now = new Date() } = {}) => {
      await removeExpired(tables, now, tableCalls)
      if (file) {
        trimStreams(file, now, mappings.passed)
        eraseDeleted(file)
      }
      await sqs.sweep(now)
    }
    const hourly = setInterval(() => void sweep().catch(() => {}), HOUR)
    closing.push(() => clearInterval(hourly))

    // Twice: what one pass found empty, another consumer may have filled since.
    const isDrained = async () => functions.isIdle() && (await mappings.isDrained()) && functions.isIdle()
    const isIdle = async () => (await isDrained()) && (await isDrained())
    const idle = async ({ withinMillis = 60_000 } = {}) => {
      const until = Date.now() + withinMillis
      while (!(await isIdle())) {
        if (Date.now() > until) throw new Error(`The stack still has work to do after ${withinMillis} ms`)
        await new Promise((done) => setTimeout(done, 20))
      }
    }

    let stopping: Promise<void> | undefined
    const stop = async (drainMillis: number) => {
      clearInterval(hourly)
      if (gateway) {
        closing.splice(closing.indexOf(gateway.stop), 1)
        await gateway.stop()
      }
      await idle({ withinMillis: drainMillis }).catch(() => {})
      await mappings.stop()
      await sweep()
      await closeAll()
    }
    return {
      url,
      outputs,
      endpoints,
      logsDir,
      inert: stack.inert,
      routes: stack.api?.routes.map(({ routeKey }) => routeKey) ?? [],
      invocations: functions.counted,
      idle,
      sweep,
      stop: async ({ drainMillis = 5_000 } = {}) => await (stopping ??= stop(drainMillis)),
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}
