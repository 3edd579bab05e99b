import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** Calls an AWS JSON service on loopback. The engines want a signature to be there, and check none. */
export type AwsCall = <Answer>(operation: string, input: object) => Promise<Answer>

const SERVICES = {
  sqs: { prefix: 'AmazonSQS.', type: 'application/x-amz-json-1.0' },
  dynamodb: { prefix: 'DynamoDB_20120810.', type: 'application/x-amz-json-1.0' },
  streams: { prefix: 'DynamoDBStreams_20120810.', type: 'application/x-amz-json-1.0' },
}

export class AwsCallError extends Error {
  override name = 'AwsCallError' as const
  readonly code: string
  constructor(code: string, operation: string, message: string) {
    super(`${operation}: ${code}: ${message}`)
    this.code = code
  }
}

/** `caller` is the access key id, by which a recording proxy tells who calls. */
export function awsCaller(service: keyof typeof SERVICES, endpoint: string, caller: string, region: string): AwsCall {
  const { prefix, type } = SERVICES[service]
  const name = service === 'sqs' ? 'sqs' : 'dynamodb'
  return async <Answer>(operation: string, input: object) => {
    const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
    const headers = {
      'content-type': type,
      'x-amz-target': prefix + operation,
      'x-amz-date': date,
      authorization: `AWS4-HMAC-SHA256 Credential=${caller}/${date.slice(0, 8)}/${region}/${name}/aws4_request, SignedHeaders=host, Signature=0`,
    }
    const { status, body } = await post(endpoint, headers, JSON.stringify(input))
    const answer: unknown = body === '' ? {} : JSON.parse(body)
    if (status === 200) return answer as Answer
    const { __type = `HTTP ${status}`, message = body } = answer as { __type?: string; message?: string }
    throw new AwsCallError(__type.split('#').at(-1) ?? __type, operation, message)
  }
}

const agent = new Agent({ keepAlive: true })

/** Not by `fetch`, which takes thrice the processor time: the pollers of an idle host ask forty times a second. */
async function post(url: string, headers: Record<string, string>, sent: string) {
  return await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject)
    })
    // The other side may close an idle connection while it is being taken up again: then nothing was asked yet.
    const isIdleClosed = (error: NodeJS.ErrnoException) => asked.reusedSocket && error.code === 'ECONNRESET'
    asked.on('error', (error) => (isIdleClosed(error) ? resolve(post(url, headers, sent)) : reject(error)))
    asked.end(sent)
  })
}
