import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'

/** `bytes` are those of the body; `next` is where its next page is. */
export type Answer = { status: number; millis: number; bytes: number; rows: number; etag?: string; next?: string }
export type Getter = { get: (path: string, headers?: Record<string, string>) => Promise<Answer>; close: () => void }
type Headers = Record<string, string>

/** Asks over one connection, which stays. */
export function startGetter(url: string): Getter {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    async get(path, headers = {}) {
      const from = performance.now()
      const asked = request(new URL(path, url), { agent, headers })
      asked.end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      const millis = performance.now() - from
      const [body, { link, etag }] = [Buffer.concat(chunks), answer.headers]
      const [, next] = /<([^>]+)>; rel="next"/.exec(String(link ?? '')) ?? []
      return {
        status: answer.statusCode ?? 0,
        millis,
        bytes: body.length,
        rows: rowsIn(body),
        ...(etag ? { etag } : {}),
        ...(next ? { next } : {}),
      }
    },
    close: () => agent.destroy(),
  }
}

function rowsIn(body: Buffer): number {
  return body[0] === '{'.charCodeAt(0) ? ((JSON.parse(body.toString()) as { rows?: object[] }).rows ?? []).length : 0
}

const MOST_TURNED = 20

/** The last page that is full, the last but one that follows from this one; or the twentieth. Undefined where there is none but the first. */
export async function latePage({ get }: Getter, first: string, headers: Headers): Promise<string | undefined> {
  const pages: string[] = []
  for (let path: string | undefined = first; path && pages.length <= MOST_TURNED;) {
    const { status, next } = await get(path, headers)
    if (status !== 200) throw new Error(`${path} was answered ${status}`)
    pages.push(path)
    path = next
  }
  return pages.slice(1).at(-2)
}
