import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export type Accepted = { id: string; receipt: string }
export type Shown = { id: string; status: string; complaintId?: string } & Record<string, unknown>
type Send = { method: string; path: string; headers?: Record<string, string>; body?: object | undefined }

const PATIENCE_MS = 60_000

/** A site that reports calls, and keeps asking with the same key until it is told something other than "later". */
export function reportClient(apiUrl: string) {
  const headersFor = (key: string, { receipt }: { receipt?: string } = {}) => ({
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(receipt ? { authorization: `Bearer ${receipt}` } : {}),
  })
  return {
    post: async (body: object, key: string = randomUUID()) =>
      await expecting<Accepted>(202, { method: 'POST', path: '/v1/reports', headers: headersFor(key), body }),
    put: async ({ id, receipt }: Accepted, body: object, key: string = randomUUID()) =>
      await expecting<Accepted>(202, {
        method: 'PUT',
        path: `/v1/reports/${id}`,
        headers: headersFor(key, { receipt }),
        body,
      }),
    withdraw: async ({ id, receipt }: Accepted, key: string = randomUUID()) =>
      await expecting<{ id: string }>(202, {
        method: 'DELETE',
        path: `/v1/reports/${id}`,
        headers: headersFor(key, { receipt }),
      }),
    show: async ({ id, receipt }: Accepted) =>
      await expecting<Shown>(200, { method: 'GET', path: `/v1/reports/${id}`, headers: { authorization: `Bearer ${receipt}` } }), // prettier-ignore
    /** One answer, whatever it is. */
    once: async (send: Send) => await request(apiUrl, send),
  }

  async function expecting<Answer>(status: number, send: Send): Promise<Answer> {
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = await request(apiUrl, send).catch(() => undefined)
      if (answer?.status === status) return answer.body as Answer
      if (answer && answer.status < 500) throw new Error(`${send.method} ${send.path}: ${answer.status}`)
      if (Date.now() > until) throw new Error(`${send.method} ${send.path}: nothing but ${answer?.status}`)
      await sleep(50)
    }
  }
}

async function request(apiUrl: string, { path, body, ...init }: Send): Promise<{ status: number; body: unknown }> {
  const response = await fetch(new URL(path, apiUrl), { ...init, ...(body ? { body: JSON.stringify(body) } : {}) })
  return { status: response.status, body: await response.json() }
}
