import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Loopback, serveOnLoopback } from '../loopback.ts'
import type { Outcome } from './function-environment.ts'

const MEGABYTE = 1024 * 1024
const PAYLOAD_BYTES = 6 * MEGABYTE
const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/

type Invoked = {
  names: string[]
  /** Waits for the answer. */
  invoke: (name: string, event: object) => Promise<Outcome>
  /** Takes the event and answers at once. */
  send: (name: string, event: object) => void
}

/** Lambda's Invoke, on loopback: a function, named by its name or ARN, is called by another one or by an operator. */
export async function startInvokeApi({ names, invoke, send }: Invoked): Promise<Loopback> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refuse = (status: number, type: string, Message: string) =>
      void response.writeHead(status, { ...JSON_TYPE, 'x-amzn-errortype': type }).end(JSON.stringify({ Message }))
    const body = await text(request)
    const called = PATH.exec((request.url ?? '').replace(/\?.*/s, ''))?.[1]
    const name = called && nameIn(decodeURIComponent(called))
    if (request.method !== 'POST' || !name)
      return refuse(404, 'UnknownOperationException', 'only Invoke is answered here')
    if (!names.includes(name)) return refuse(404, 'ResourceNotFoundException', `Function not found: ${name}`)
    if (body.length > PAYLOAD_BYTES) return refuse(413, 'RequestTooLargeException', 'more than 6 MB')
    const event = readJson(body)
    if (event === undefined) return refuse(400, 'InvalidRequestContentException', 'the payload is not JSON')
    switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
      case 'Event':
        send(name, event)
        return void response.writeHead(202).end()
      case 'DryRun':
        return void response.writeHead(204).end()
      default:
        return give(response, await invoke(name, event))
    }
  }

  return await serveOnLoopback((request, response) => void answer(request, response).catch(() => response.destroy()))
}

const JSON_TYPE = { 'content-type': 'application/json' }

function give(response: ServerResponse, outcome: Outcome): void {
  const headers = { ...JSON_TYPE, 'x-amz-executed-version': '$LATEST' }
  if ('payload' in outcome) return void response.writeHead(200, headers).end(outcome.payload)
  // A function that fails is a call that succeeded.
  const [, errorType, errorMessage = outcome.failure] = /^(\w+): (.*)$/s.exec(outcome.failure) ?? []
  response.writeHead(200, { ...headers, 'x-amz-function-error': 'Unhandled' })
  response.end(JSON.stringify({ errorMessage, ...(errorType && { errorType }) }))
}

/** `name`, `account:function:name` and the ARN, each perhaps with a qualifier. */
function nameIn(called: string): string | undefined {
  return (/(?:^|:)function:([\w-]+)/.exec(called) ?? /^([\w-]+)(?::|$)/.exec(called))?.[1]
}

function readJson(body: string): object | undefined {
  try {
    const value: unknown = body === '' ? {} : JSON.parse(body)
    return Object(value) as object
  } catch {
    return undefined
  }
}
