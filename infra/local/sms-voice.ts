import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { type Loopback, serveOnLoopback } from './loopback.ts'

/** In the place of AWS End User Messaging: SendTextMessage is answered, and the text goes nowhere. */
export async function startSmsVoice(): Promise<Loopback> {
  return await serveOnLoopback(async (request, response) => {
    await text(request)
    const isKnown = request.headers['x-amz-target'] === 'PinpointSMSVoiceV2.SendTextMessage'
    const answer = isKnown
      ? { MessageId: randomUUID() }
      : { __type: 'ValidationException', Message: 'not answered here' }
    response
      .writeHead(isKnown ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify(answer))
  })
}
