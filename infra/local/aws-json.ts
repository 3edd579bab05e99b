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
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-amz-target': prefix + operation,
        'x-amz-date': date,
        authorization: `AWS4-HMAC-SHA256 Credential=${caller}/${date.slice(0, 8)}/${region}/${name}/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
    })
    const text = await response.text()
    const answer: unknown = text === '' ? {} : JSON.parse(text)
    if (response.ok) return answer as Answer
    const { __type = `HTTP ${response.status}`, message = text } = answer as { __type?: string; message?: string }
    throw new AwsCallError(__type.split('#').at(-1) ?? __type, operation, message)
  }
}
