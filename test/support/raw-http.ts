import { connect } from 'node:net'

const PATIENCE_MS = 5_000

/**
 * Bytes on a connection, as no HTTP client would send them; what came back until the server closed it, or until one answer was
 * whole. Parts are sent one after the other, then the sending side is closed if `isCut`.
 */
export async function sendBytes(api: string, bytes: string | Buffer, { isCut = false } = {}): Promise<string> {
  const { hostname, port } = new URL(api)
  return await new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      if (isCut) socket.end(bytes)
      else socket.write(bytes)
    })
    const done = () => {
      socket.destroy()
      resolve(answer)
    }
    socket.setEncoding('latin1').setTimeout(PATIENCE_MS, () => reject(new Error('neither an answer nor an end')))
    socket.on('data', (part: string) => {
      answer += part
      if (isWhole(answer)) done()
    })
    socket.on('close', done)
    socket.on('error', done)
  })
}

function isWhole(answer: string): boolean {
  const [head = '', ...body] = answer.split('\r\n\r\n')
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  return length !== undefined && body.join('\r\n\r\n').length >= Number(length)
}

/** Status and headers, then the body, of a request with these header lines; its length is what `length` says. */
export function rawRequest(line: string, headers: string[], body: string | Buffer = '', length?: number): Buffer {
  const content = Buffer.from(body)
  const lines = [`${line} HTTP/1.1`, 'host: 127.0.0.1', ...headers, `content-length: ${length ?? content.length}`]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content])
}
