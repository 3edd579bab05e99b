import type { MiddlewareObj, Request } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { RejectedError } from '../domain/rejected.ts'
import type { HttpAnswer } from './http-answer.ts'

/** One line per request: its route, what came of it, and where it failed if that was our fault. Nothing that anyone told us. */
export function logRequests(): MiddlewareObj<APIGatewayProxyEventV2, HttpAnswer> {
  return { after: logRequest, onError: logRequest }
}

function logRequest({ event, response, error }: Request<APIGatewayProxyEventV2, HttpAnswer>): void {
  const line = {
    requestId: event.requestContext.requestId,
    route: event.routeKey,
    status: response?.statusCode,
    report: response?.headers['location'],
    ...(error ? describeError(error) : {}),
  }
  console.info(JSON.stringify(line))
}

function describeError(error: Error): Record<string, unknown> {
  if (error instanceof RejectedError) return { problem: error.problem }
  const cause = error.cause instanceof Error ? error.cause.name : undefined
  return { error: error.name, cause, at: framesOf(error) }
}

// A message may quote what was sent (JSON.parse does): only the frames below it are logged.
function framesOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message)
  return end < 0
    ? []
    : stack
        .slice(end + message.length)
        .trim()
        .split(/\n\s*/)
        .slice(0, 8)
}
