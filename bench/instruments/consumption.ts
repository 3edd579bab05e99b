import type { Priced } from '../prices.ts'
import type { Played } from './played.ts'
import type { Call } from './recorder.ts'

/** What is paid for by use. */
export type Usage = Record<
  'writeUnits' | 'readUnits' | 'queueRequests' | 'httpRequests' | 'invocations' | 'gbSeconds' | 'logBytes' | 'bytesOut',
  number
>

/** Price of each. */
export const PRICED: Record<keyof Usage, Priced> = {
  writeUnits: 'writeUnit',
  readUnits: 'readUnit',
  queueRequests: 'queueRequest',
  httpRequests: 'httpRequest',
  invocations: 'invocation',
  gbSeconds: 'gbSecond',
  logBytes: 'logByte',
  bytesOut: 'byteOut',
}

const READS = new Set(['BatchGetItem', 'GetItem', 'Query'])
/** Empty receives cost by the month, not by the report, and what the host asks for itself costs nothing. */
const QUEUE_WORK = new Set(['SendMessage', 'ReceiveMessage', 'DeleteMessageBatch'])
const CHUNK = 64 * 1024
const RESPONSE_HEADERS = 500
/** CloudWatch bills so many bytes for each event besides its text. */
const LOG_EVENT = 26

export type Functions = Record<string, { memoryMb: number; millis: number }>

/** What all of it used together. `functions` says what one call of each takes. */
export function usageOf({ calls, invocations, logLines }: Played, functions: Functions): Usage {
  const tables = calls.filter(({ service }) => service === 'dynamodb')
  const answers = logLines.map(readAccess).filter((bytes) => bytes !== undefined)
  return {
    writeUnits: sum(tables.filter(({ operation }) => !READS.has(operation)).map(unitsOf)),
    readUnits: readUnitsOf(calls),
    queueRequests: sum(calls.filter(({ service }) => service === 'sqs').map(queueRequests)),
    httpRequests: answers.length,
    invocations: sum(Object.values(invocations)),
    gbSeconds: sum(Object.entries(invocations).map(([name, times]) => times * gbSeconds(functions[name]))),
    logBytes: sum(logLines.map((line) => LOG_EVENT + loggedBytes(line))),
    bytesOut: sum(answers.map((bytes) => bytes + RESPONSE_HEADERS)),
  }
}

export function readUnitsOf(calls: readonly Call[]): number {
  return sum(calls.filter(({ service, operation }) => service === 'dynamodb' && READS.has(operation)).map(unitsOf))
}

/** Counters in the items that were read. */
export function cellsIn(calls: readonly Call[]): number {
  const items = calls.flatMap(({ answer }) => [answer['Items'] ?? answer['Item'] ?? []].flat() as object[])
  return items.flatMap((item) => Object.values(item) as object[]).filter((value) => 'N' in value).length
}

/** Write units by table, as the engine said. */
export function writesByTable(calls: Call[]): Map<string, number> {
  const units = new Map<string, number>()
  for (const call of calls.filter(({ operation }) => !READS.has(operation))) {
    for (const { TableName, CapacityUnits } of consumed(call))
      units.set(TableName, (units.get(TableName) ?? 0) + CapacityUnits)
  }
  return units
}

function unitsOf(call: Call): number {
  return call.isOk ? sum(consumed(call).map(({ CapacityUnits }) => CapacityUnits)) : refusedUnits(call)
}

function consumed({ answer }: Call): { TableName: string; CapacityUnits: number }[] {
  return [answer['ConsumedCapacity'] ?? []].flat() as { TableName: string; CapacityUnits: number }[]
}

// A condition that does not hold is paid for like the write, and all but a few of our items are below one KB.
function refusedUnits({ input }: Call): number {
  const actions = input['TransactItems']
  return Array.isArray(actions) ? 2 * actions.length : 1
}

function queueRequests({ operation, input, answer }: Call): number {
  const messages = (answer['Messages'] ?? []) as { Body: string }[]
  if (!QUEUE_WORK.has(operation) || (operation === 'ReceiveMessage' && messages.length === 0)) return 0
  const sent = (input['MessageBody'] ?? '') as string
  const bytes = sent.length + sum(messages.map(({ Body }) => Body.length))
  return Math.max(1, Math.ceil(bytes / CHUNK))
}

/** Each call is billed by whole milliseconds. */
function gbSeconds(settings: Functions[string] | undefined): number {
  return settings ? (settings.memoryMb / 1024) * (Math.ceil(settings.millis) / 1000) : 0
}

/** The bytes of an answer, if this is a line of the access log. */
function readAccess(line: string): number | undefined {
  const { routeKey, bytes } = JSON.parse(line) as { routeKey?: string; bytes?: string }
  return routeKey === undefined ? undefined : Number(bytes)
}

/** A line of a function is wrapped by Lambda: log format JSON. */
function loggedBytes(line: string): number {
  if (readAccess(line) !== undefined) return line.length
  const wrapped = {
    timestamp: '2026-05-02T10:03:00.000Z',
    level: 'INFO',
    requestId: crypto.randomUUID(),
    message: line,
  }
  return JSON.stringify(wrapped).length
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
