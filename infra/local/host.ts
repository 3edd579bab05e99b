import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { awsCaller } from './aws-json.ts'
import { Closing } from './closing.ts'
import { type Service, startEngines } from './engines.ts'
import { openHostState } from './host-state.ts'
import { startGateway } from './http/gateway.ts'
import { startIssuer } from './issuer.ts'
import type { Invocations } from './lambda/function-pool.ts'
import { startFunctions, type Functions } from './lambda/functions.ts'
import { startInvokeApi } from './lambda/invoke-api.ts'
import { startMappings, type Mappings } from './lambda/mappings.ts'
import { startSentEvents, type SentEvents } from './lambda/sent-events.ts'
import { startSchedules } from './schedules.ts'
import { startSmsVoice } from './sms-voice.ts'
import { writeOutputs } from './outputs.ts'
import { readAssembly } from './template/assembly.ts'
import { ACCOUNT } from './template/identities.ts'
import { readStack, type Stack } from './template/stack.ts'

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
  /** Those of them that ask for a token. */
  guarded: string[]
  invocations: () => Record<string, Invocations>
  /** Resolves when no request runs, the queues with a consumer are empty and the streams are read to their end. */
  idle: (options?: { withinMillis?: number }) => Promise<void>
  /** Carries out what has expired at `now` and leaves no byte of what was deleted. */
  sweep: (options?: { now?: Date }) => Promise<void>
  /** Answers what is in flight, then ends everything. */
  stop: (options?: { drainMillis?: number }) => Promise<void>
}

const HOUR = 60 * 60 * 1000
const SERVICES = ['dynamodb', 'sqs', 'secretsmanager', 's3', 'lambda', 'sms-voice'] as const

export async function startHost(options: HostOptions): Promise<Host> {
  const stack = readStack(readAssembly(resolve(options.assembly)))
  const closing = new Closing()
  try {
    return await start(stack, options, closing)
  } catch (error) {
    await closing.all()
    throw error
  }
}

async function start(stack: Stack, options: HostOptions, closing: Closing): Promise<Host> {
  const { interpose = (_: Service, url: string) => url, environments = 4, onEngineExit = () => {} } = options
  const directory = resolve(options.dataDir)
  const logsDir = join(directory, 'logs')
  const state = openHostState(directory)
  closing.add(state.close)
  mkdirSync(logsDir, { recursive: true, mode: 0o700 })

  const { visibilitySeconds } = options
  const engines = await startEngines({ stack, directory, state, closing, visibilitySeconds, onExit: onEngineExit })
  const { streamArns } = engines
  const { port = 0, isThrottled = true, longestPause = 10_000 } = options
  // Functions are told where they call each other before there are any.
  const invoke: Functions['invoke'] = async (name, event) => await functions.invoke(name, event)
  const sqs = awsCaller('sqs', engines.endpoints.sqs, 'local-host', stack.region)
  const queueUrl = ({ name }: { name: string }) => `${engines.endpoints.sqs}/${ACCOUNT}/${name}`
  const events = startSentEvents({ functions: stack.functions, queueUrl, sqs, invoke, longestPause })
  const names = stack.functions.map(({ name }) => name)
  const lambda = await startInvokeApi({ names, invoke, send: events.send })
  closing.add(lambda.stop)
  const smsVoice = await startSmsVoice()
  closing.add(smsVoice.stop)
  const endpoints = { ...engines.endpoints, lambda: lambda.url, 'sms-voice': smsVoice.url }
  const urls = { ...endpoints }
  for (const service of SERVICES) urls[service] = await interpose(service, endpoints[service], 'functions')
  const functions = startFunctions({ stack, urls, logsDir, most: environments })
  closing.add(functions.stop)
  closing.add(events.stop)
  const issuer = await startIssuer(stack.pools, join(directory, 'issuer'))
  closing.add(issuer.stop)
  const { addressOf } = issuer
  const gateway = stack.api && (await startGateway({ api: stack.api, port, logsDir, isThrottled, invoke, addressOf }))
  if (gateway) closing.add(gateway.stop)
  const sqsUrl = await interpose('sqs', endpoints.sqs, 'host')
  const dynamodbUrl = await interpose('dynamodb', endpoints.dynamodb, 'host')
  const mappings = startMappings({ stack, state, streamArns, sqsUrl, dynamodbUrl, invoke, longestPause, environments })
  closing.add(mappings.stop)

  const schedules = startSchedules({ schedules: stack.schedules, state, invoke })
  closing.add(schedules.stop)

  const url = gateway?.url ?? ''
  const outputs = writeOutputs(stack, { directory, url, endpoints })
  const sweep = async ({ now = new Date() } = {}) => await engines.sweep(now, mappings.passed)
  const hourly = setInterval(() => void sweep().catch(() => {}), HOUR)
  closing.add(() => clearInterval(hourly))
  const idle = async ({ withinMillis = 60_000 } = {}) => await untilIdle({ functions, events, mappings, withinMillis })

  const routes = stack.api?.routes ?? []
  let stopping: Promise<void> | undefined
  const stop = async (drainMillis: number) => {
    await gateway?.stop()
    await idle({ withinMillis: drainMillis }).catch(() => {})
    await events.stop()
    await mappings.stop()
    await sweep().finally(async () => await closing.all())
  }
  return {
    url,
    outputs,
    endpoints,
    logsDir,
    inert: stack.inert,
    routes: routes.map(({ routeKey }) => routeKey),
    guarded: routes.filter(({ authorizer }) => authorizer).map(({ routeKey }) => routeKey),
    invocations: functions.counted,
    idle,
    sweep,
    stop: async ({ drainMillis = 5_000 } = {}) => await (stopping ??= stop(drainMillis)),
  }
}

async function untilIdle({ functions, events, mappings, withinMillis }: Working): Promise<void> {
  const isQuiet = () => functions.isIdle() && events.isDone()
  const isDrained = async () => isQuiet() && (await mappings.isDrained()) && isQuiet()
  const until = Date.now() + withinMillis
  // Twice: what one pass found empty, another consumer may have filled since.
  while (!((await isDrained()) && (await isDrained()))) {
    if (Date.now() > until) throw new Error(`The stack still has work to do after ${withinMillis} ms`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
type Working = { functions: Functions; events: SentEvents; mappings: Mappings; withinMillis: number }
