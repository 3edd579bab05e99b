import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

export type HttpAnswer = APIGatewayProxyStructuredResultV2 & { statusCode: number; headers: Record<string, string> }

// What is answered about a report is for its reporter alone, and for this moment; so are exact counts for their analyst.
export const PRIVATE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

export function jsonAnswer(statusCode: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', ...PRIVATE, ...headers },
    body: JSON.stringify(body),
  }
}
