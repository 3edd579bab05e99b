import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { HostOptions } from '../../infra/local/host.ts'

/**
 * Before the engines that functions call: while `isEchoing`, every call fails with an error whose text is all that was asked,
 * but for those with which a consumer begins: it is to get as far as its writes. Services do quote a request in their errors;
 * whatever logs one, logs what a person told.
 */
export function echoingProxy() {
  const state = { isEchoing: false, echoed: 0 }
  const stops: (() => void)[] = []
  const interpose: NonNullable<HostOptions['interpose']> = async (_, engine, caller) => {
    if (caller === 'host') return engine
    const server = createServer(async (asked, answered) => {
      const body = await buffer(asked)
      if (state.isEchoing && !String(asked.headers['x-amz-target']).endsWith('.BatchGetItem')) {
        state.echoed += 1
        const error = { __type: 'com.amazon.coral.validate#ValidationException', message: body.toString() }
        return answered.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(error))
      }
      const onward = request(new URL(asked.url ?? '/', engine), { method: asked.method, headers: asked.headers })
      onward.end(body)
      const [answer] = (await once(onward, 'response')) as [IncomingMessage]
      return answer.pipe(answered.writeHead(answer.statusCode ?? 502, answer.headers))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    stops.push(() => server.close().closeAllConnections())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  return { state, interpose, stop: () => stops.forEach((stop) => stop()) }
}
