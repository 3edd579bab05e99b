import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { isReportId } from '../domain/ids.ts'
import type { OwnLine } from '../domain/own-line.ts'
import { RejectedError } from '../domain/rejected.ts'
import type { Keys } from './keys.ts'
import { verifyReceipt } from './receipts.ts'

/** The right to one report: its id, and the receipt that proves it. */
export type ReportClaim = { id: string; receipt: string; line: OwnLine }

/** Who asks for `/v1/reports/{id}` with its receipt as the bearer. No receipt, a wrong one and an unknown id are the same: 404. */
export function claimReport({ pathParameters, headers }: APIGatewayProxyEventV2, keys: Keys): ReportClaim {
  const id = pathParameters?.['id'] ?? ''
  const receipt = /^bearer +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''
  const line = isReportId(id) ? verifyReceipt(keys, id, receipt) : undefined
  if (!line) throw new RejectedError('unknown-report')
  return { id, receipt, line }
}
