import { issueToken } from '../../operate/issue-token.ts'
import type { ExactDoor } from '../../rehearsal/counted.ts'
import { hostedOn, operated } from './exactly-once.ts'

/** Exact counts of a stack that runs on this folder, as an analyst reads them. */
export async function exactDoor({ url, dataDir }: { url: string; dataDir: string }): Promise<ExactDoor> {
  const stack = operated(hostedOn(dataDir))
  const token = await issueToken(stack, dataDir, { name: 'A. Tester' })
  for (const client of [stack.dynamodb, stack.sqs, stack.lambda, stack.secrets]) client.destroy()
  return { url, headers: { authorization: `Bearer ${token}`, purpose: 'to compare counts with the truth' } }
}
