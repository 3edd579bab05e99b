import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** In the place of AWS End User Messaging: SendTextMessage is answered, and the text goes nowhere. */
export async function startSmsVoice(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    await text(request)
    const isKnown = request.headers['x-amz-target'] === 'PinpointSMSVoiceV2.SendTextMessage'
    const answer = isKnown
      ? { MessageId: randomUUID() }
      : { __type: 'ValidationException', Message: 'not answered here' }
    response
      .writeHead(isKnown ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
