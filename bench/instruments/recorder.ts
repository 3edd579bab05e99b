import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Service } from '../../infra/local/engines.ts'

/** One call that an engine answered. `caller` is the function's name, or `local-host` for the host's own pollers. */
export type Call = {
  service: Service
  caller: string
  /** Of a bucket, whose objects are not kept, the method. */
  operation: string
  input: Record<string, unknown>
  answer: Record<string, unknown>
  isOk: boolean
}

export type Recorder = {
  calls: Call[]
  /** For the host's option of the same name: a proxy before the engine. DynamoDB is asked to say what each call consumed. */
  interpose: (service: Service, url: string) => Promise<string>
  stop: () => Promise<void>
}

export function startRecorder(): Recorder {
  const calls: Call[] = []
  const agent = new Agent({ keepAlive: true })
  const servers = new Set<ReturnType<typeof createServer>>()

  const interpose = async (service: Service, url: string): Promise<string> => {
    const server = createServer(async (received, response) => {
      const sent = await bytesOf(received)
      const isObject = service === 's3'
      const input = isObject ? {} : read(sent)
      const target = String(received.headers['x-amz-target'] ?? '')
      const operation = target.split('.').at(-1) || received.method!
      const isCounted = target.startsWith('DynamoDB_')
      const body = isCounted ? JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' }) : sent
      const headers = { ...received.headers, 'content-length': String(Buffer.byteLength(body)) }
      const forward = request(`${url}${received.url}`, { agent, method: received.method, headers })
      forward.on('error', () => response.destroy())
      forward.end(body)
      const [answered] = (await once(forward, 'response')) as [IncomingMessage]
      const answer = await bytesOf(answered)
      const isOk = answered.statusCode === 200
      calls.push({ service, caller: callerOf(received), operation, input, answer: isObject ? {} : read(answer), isOk })
      response.writeHead(answered.statusCode ?? 500, answered.headers).end(answer)
    })
    servers.add(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const stop = async () => {
    for (const server of servers) server.closeAllConnections()
    await Promise.all([...servers].map(async (server) => await new Promise((done) => server.close(done))))
    agent.destroy()
  }
  return { calls, interpose, stop }
}

/** The access key id, which the host sets to the name of the function. */
function callerOf({ headers }: IncomingMessage): string {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? 'unknown'
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function read(bytes: Buffer): Record<string, unknown> {
  const text = bytes.toString()
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
}
