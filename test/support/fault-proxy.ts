import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HostOptions } from '../../infra/local/host.ts'
import type { Random } from '../../rehearsal/random.ts'
import { type Fault, Injection, type Plan } from './fault-plan.ts'
import { nameOfCall, type PortCall, readPortCall } from './port-call.ts'
import { contended, halved, queuedAnswer, type ServiceAnswer, throttled, unavailable } from './service-answers.ts'

export type FaultProxy = ReturnType<typeof faultProxy>

/** Stands between the engines and whoever calls them, and makes things go wrong as planned. */
export function faultProxy(random: Random) {
  const servers: Server[] = []
  const agent = new Agent({ keepAlive: true })
  const injections: Injection[] = []
  const seen = new Map<string, number>()
  const watchers: ((call: PortCall) => void)[] = []

  const faultFor = (call: PortCall) => {
    for (const injection of injections) {
      const chosen = injection.choose(call)
      if (chosen) return chosen
    }
    return undefined
  }

  const interpose: NonNullable<HostOptions['interpose']> = async (service, url) => {
    const serve = async (asked: IncomingMessage, answered: ServerResponse) => {
      const { headers: sent, url: path, method } = asked
      const encoding = service === 's3' ? 'latin1' : 'utf8'
      const call = readPortCall(service, { headers: sent, path, method }, (await buffer(asked)).toString(encoding))
      seen.set(nameOfCall(call), (seen.get(nameOfCall(call)) ?? 0) + 1)
      for (const watch of watchers) watch(call)
      const forward = async (body: string) => await forwardTo(url, { agent, asked, body, encoding })
      const answer = await suffer(call, { forward, ...faultFor(call) })
      const headers = { 'content-type': 'application/x-amz-json-1.0', ...answer?.headers }
      if (answer)
        answered
          .writeHead(answer.status, headers)
          .end(asked.method === 'HEAD' ? undefined : Buffer.from(answer.body, encoding))
      else answered.destroy()
    }
    const server = createServer((asked, answered) => void serve(asked, answered).catch(() => answered.destroy()))
    servers.push(server.listen(0, '127.0.0.1'))
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  return {
    interpose,
    /** How often each call was made, counting attempts: `merge-report TransactWriteItems`. */
    seen,
    /** Told of every attempt, before anything happens to it. */
    watch: (watcher: (call: PortCall) => void) => void watchers.push(watcher),
    inject(plan: Plan): Injection {
      const injection = new Injection(plan, random)
      injections.push(injection)
      return injection
    },
    async stop() {
      agent.destroy()
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map(async (server) => await once(server.close(), 'close')))
    },
  }
}

type Suffered = { forward: (body: string) => Promise<ServiceAnswer>; fault?: Fault; millis?: number }

/** The answer that the caller is given; none when the connection ends. */
async function suffer(call: PortCall, { forward, fault, millis }: Suffered): Promise<ServiceAnswer | undefined> {
  switch (fault) {
    case 'refused':
      return undefined
    case 'unavailable':
      return unavailable
    case 'throttled':
      return throttled(call)
    case 'contended':
      return contended(call)
    case 'unprocessed':
      return await halfDone(call, forward)
    case 'withheld':
      return queuedAnswer(call)
    case 'lost':
      await forward(call.body)
      return undefined
    case 'twice':
      await forward(call.body)
      return await forward(call.body)
    case 'late':
      await sleep(millis)
      return await forward(call.body)
    case undefined:
      return await forward(call.body)
  }
}

async function halfDone({ body }: PortCall, forward: Suffered['forward']): Promise<ServiceAnswer> {
  const { asked, unprocessed } = halved(body)
  const half = asked === undefined ? '{"Responses":{}}' : (await forward(asked)).body
  return { status: 200, body: JSON.stringify({ ...Object(JSON.parse(half)), UnprocessedKeys: unprocessed }) }
}

/** What an object holds is no text: its bytes go through as so many characters. */
type Forwarded = { agent: Agent; asked: IncomingMessage; body: string; encoding: 'utf8' | 'latin1' }

async function forwardTo(url: string, { agent, asked, body, encoding }: Forwarded): Promise<ServiceAnswer> {
  const headers = { ...asked.headers, 'content-length': String(Buffer.byteLength(body, encoding)) }
  const forwarded = request(new URL(asked.url ?? '/', url), { method: asked.method ?? 'POST', headers, agent })
  forwarded.end(Buffer.from(body, encoding))
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage]
  // Lambda says there whether the function failed, or why it was not called; S3, what an object is.
  const telling = ['x-amz-function-error', 'x-amzn-errortype', 'etag', 'content-type'].filter(
    (name) => response.headers[name] !== undefined,
  )
  const told = Object.fromEntries(telling.map((name) => [name, String(response.headers[name])]))
  return { status: response.statusCode ?? 500, headers: told, body: (await buffer(response)).toString(encoding) }
}
