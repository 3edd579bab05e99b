import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { readOneTimeCode } from '../domain/one-time-code.ts'
import { RejectedError } from '../domain/rejected.ts'

/** The one-time code that is sent as the bearer. None, and what cannot be one, are answered like a wrong one: 404. */
export function claimHeld({ headers }: Pick<APIGatewayProxyEventV2, 'headers'>): string {
  const text = /^bearer +(.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''
  const code = readOneTimeCode(text)
  if (!code) throw new RejectedError('unknown-report')
  return code
}
