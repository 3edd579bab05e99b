import { expect } from 'vitest'
import { exactDoor } from './exact-door.ts'

/** An answer, read to its end; `json` is the body of a JSON answer, else empty. */
export type Answer = { status: number; headers: Headers; text: string; json: Record<string, unknown> }

export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'error', ...init })
  const text = await response.text()
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '') && text !== ''
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} }
}

type Headed = { headers?: Record<string, string> }

/** What opens a report. */
export type Receipted = { id: string; receipt: string }

/** The reports API as one sender uses it; whatever is sent as an object goes as JSON. */
export function senderTo({ url: api, dataDir }: { url: string; dataDir: string }) {
  const change = async (method: string, path: string, body: unknown, { headers }: Headed = {}) =>
    await send(`${api}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const opening = ({ receipt }: Receipted, headers = {}) => ({
    headers: { authorization: `Bearer ${receipt}`, ...headers },
  })
  return {
    post: async (report: unknown, headed?: Headed) => await change('POST', '/v1/reports', report, headed),

    /** A report that must be accepted. */
    async kept(report: unknown, headed?: Headed): Promise<Receipted> {
      const { status, json, text } = await change('POST', '/v1/reports', report, headed)
      expect({ status, text }).toMatchObject({ status: 202 })
      return { id: String(json['id']), receipt: String(json['receipt']) }
    },
    amend: async (report: Receipted, body: unknown, headers = {}) =>
      await change('PUT', `/v1/reports/${report.id}`, body, opening(report, headers)),
    withdraw: async (report: Receipted, headers = {}) =>
      await send(`${api}/v1/reports/${report.id}`, { method: 'DELETE', ...opening(report, headers) }),
    show: async (report: Receipted) => await send(`${api}/v1/reports/${report.id}`, opening(report)),

    /** What an analyst is answered: `ridings?province=ON`. */
    async exact(path: string, headers = {}): Promise<Answer> {
      const door = await exactDoor({ url: api, dataDir })
      return await send(`${api}/v1/exact/${path}`, { headers: { ...door.headers, ...headers } })
    },
    /** The rows of a table of exact counts. */
    async rows(table: string): Promise<Record<string, unknown>[]> {
      const { json } = await this.exact(table)
      return json['rows'] as Record<string, unknown>[]
    },
    /** Reports, reporters and complaints in all. */
    async counts(): Promise<number[]> {
      const [all] = (await this.rows('summary')) as { reports: number; reporters: number; complaints: number }[]
      return [all!.reports, all!.reporters, all!.complaints]
    },
  }
}

export type Sender = ReturnType<typeof senderTo>

/** A valid report of one call, as a form sends it; a test names the difference. */
export function aReport(call: object = {}, rest: object = {}): Record<string, unknown> {
  return {
    call: {
      callerId: '(450) 555-0146',
      receivedAt: '2011-05-02T10:03',
      kind: 'recorded',
      message: 'Your polling place has moved.',
      ...call,
    },
    riding: 'Guelph',
    ...rest,
  }
}

export const LINE = '519-555-0123'
export const OTHER_LINE = '613-555-0104'
