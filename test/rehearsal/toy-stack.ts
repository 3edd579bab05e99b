import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { countsOf, type Filed } from './certain-rule.ts'
import type { ReportBody } from '../../rehearsal/rehearsed.ts'

export type Fault = 'unanswered-before' | 'unanswered-after' | 'busy' | 'refuse' | undefined

type Stored = { id: string; posted?: ReportBody; put?: ReportBody; isWithdrawn: boolean }
type Asked = { method: string; path: string; key: string; receipt: string; body: ReportBody | undefined }

/**
 * A stand-in for the stack with the contract's answers and nothing else: it keeps reports in memory, counts them by a rule of its
 * own (`certain-rule.ts`), and fails as `faultAt` says for the n-th request.
 */
export class ToyStack {
  url = ''
  requests = 0
  readonly reports = new Map<string, Stored>()
  #server = createServer((request, response) => void this.#answer(request, response))
  #faultAt: (n: number) => Fault

  constructor(faultAt: (n: number) => Fault = () => undefined) {
    this.#faultAt = faultAt
  }

  async start(port = 0): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(port, '127.0.0.1', listening))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }

  /** What each live report says in the end. */
  filed(): Filed[] {
    return [...this.reports.values()]
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ id, posted, put }) => ({ id, body: afterAmendment(posted!, put) }))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request)
    if (asked.method === 'GET') return this.#showStats(asked.path, response)
    const fault = this.#faultAt(++this.requests)
    if (fault === 'unanswered-before') return void request.socket.destroy()
    if (fault === 'busy') return void response.writeHead(503).end()
    if (fault === 'refuse')
      return void response.writeHead(422, { 'content-type': 'application/problem+json' }).end('{}')
    const stored = this.#store(asked)
    if (fault === 'unanswered-after') return void request.socket.destroy()
    if (!stored) return void response.writeHead(404).end()
    if (request.headers.accept?.startsWith('text/html')) {
      return void response.writeHead(202, { 'content-type': 'text/html' }).end('<p>Thank you')
    }
    response.writeHead(202, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: stored.id, receipt: `r1.${stored.id}`, status: 'accepted', advice: '' }))
  }

  #store({ method, path, key, receipt, body }: Asked): Stored | undefined {
    if (method === 'POST') {
      const stored = this.reports.get(`rpt_${key}`) ?? { id: `rpt_${key}`, isWithdrawn: false }
      stored.posted ??= body!
      this.reports.set(stored.id, stored)
      return stored
    }
    const stored = this.reports.get(decodeURIComponent(path.split('/').at(-1)!))
    if (!stored || receipt !== `Bearer r1.${stored.id}`) return undefined
    if (method === 'PUT') stored.put = body!
    else stored.isWithdrawn = true
    return stored
  }

  // Two rows a page, so that reading on is tested too.
  #showStats(path: string, response: ServerResponse): void {
    const url = new URL(path, this.url)
    const from = Number(url.searchParams.get('from') ?? 0)
    const all = countsOf(this.filed())[url.pathname.split('/').at(-1) as keyof ReturnType<typeof countsOf>]
    const link = from + 20 < all.length ? { link: `<${url.pathname}?from=${from + 20}>; rel="next"` } : {}
    response.writeHead(200, { 'content-type': 'application/json', ...link })
    response.end(JSON.stringify({ meta: {}, rows: all.slice(from, from + 20) }))
  }
}

function afterAmendment(posted: ReportBody, put: ReportBody | undefined): ReportBody {
  if (!put) return posted
  const phone = put.reporter?.phone === undefined ? posted.reporter?.phone : put.reporter.phone
  return { ...put, reporter: { ...put.reporter, ...(phone === undefined ? {} : { phone }) } }
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { method = '', url: path = '', headers } = request
  const text = Buffer.concat(await request.toArray()).toString()
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
  const key = isForm ? new URLSearchParams(text).get('idempotencyKey') : headers['idempotency-key']
  const body = text ? (isForm ? fromForm(new URLSearchParams(text)) : (JSON.parse(text) as ReportBody)) : undefined
  return { method, path, key: String(key), receipt: headers.authorization ?? '', body }
}

export function fromForm(fields: URLSearchParams): ReportBody {
  const body: Record<string, unknown> = {}
  for (const [name, value] of fields) {
    if (value === '' || name.startsWith('_') || name === 'idempotencyKey') continue
    const path = name.split('.')
    let place = body
    for (const step of path.slice(0, -1)) place = (place[step] ??= {}) as Record<string, unknown>
    place[path.at(-1)!] = value
  }
  return body as ReportBody
}
