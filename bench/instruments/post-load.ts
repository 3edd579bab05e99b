import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'

export type Load = { perSecond: number; millis: number[] }
export type Post = { body: string; headers?: Record<string, string> }

const CONNECTIONS = 16

/** Posts all of these on kept-alive connections, sixteen at a time. Throws on any answer but 202. */
export async function postAll(url: string, posts: Post[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const millis: number[] = []
  const rest = posts.values()
  const work = async () => {
    for (const post of rest) {
      const from = performance.now()
      await postOne(url, post, agent)
      millis.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  const perSecond = (1000 * posts.length) / (performance.now() - from)
  agent.destroy()
  return { perSecond, millis }
}

async function postOne(url: string, { body, headers = {} }: Post, agent: Agent): Promise<void> {
  const asked = request(url, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
  })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  if (answer.statusCode !== 202) throw new Error(`a report was answered ${answer.statusCode}`)
}
