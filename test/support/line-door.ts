import type { Context } from 'aws-lambda'
import type { HttpAnswer } from '../../functions/adapters/http-answer.ts'
import { deriveKeys } from '../../functions/adapters/keys.ts'
import { lineToken } from '../../functions/adapters/line-tokens.ts'
import { oneTimeCode } from '../../functions/domain/one-time-code.ts'
import type { LineRequest } from '../../functions/domain/held.ts'
import { readLine } from '../../functions/domain/line.ts'
import { eraseLine } from '../../functions/merge-report/erase-line.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { openDoor } from './door.ts'
import { EVENT, SECRET } from './engines.ts'
import { httpEvent } from './http-event.ts'

const KEYS = deriveKeys(SECRET, EVENT)

/** The receiving function and the one that answers lines, as Lambda runs them, on the real engines. */
export async function openLineDoor() {
  const door = await openDoor()
  Object.assign(process.env, { COMPLAINT_TABLE: 'complaints', WORD_TABLE: 'words', SCRIPT_TABLE: 'scripts', QUOTED_NUMBERS: '' }) // prettier-ignore
  const { handler } = await import('../../functions/open-line/handler.ts')
  const { handler: show } = await import('../../functions/show-report/handler.ts')
  let codes = 0
  return {
    ...door,
    keys: KEYS,
    /** As receive-sms invokes it. */
    invoke: async (request: LineRequest) => (await handler(request, {} as Context)) as Record<string, unknown>,
    /** As the gateway does. */
    held: async (headers: Record<string, string> = {}) => {
      const event = httpEvent({ path: '/v1/reports/held', routeKey: 'POST /v1/reports/held', headers })
      return (await handler(event, {} as Context)) as HttpAnswer
    },
    async show(id: string, receipt: string) {
      const headers = { authorization: `Bearer ${receipt}` }
      const event = httpEvent({ method: 'GET', path: `/v1/reports/${id}`, headers })
      return await show(event, {} as Context)
    },
    tokenOf: (phone: string) => lineToken(KEYS, readLine(phone)!),
    newCode: () => oneTimeCode(Buffer.alloc(8, (codes += 1))),
    /** Lets merge-report do what waits in the queue. */
    async mergeAll(): Promise<void> {
      for (const message of await door.drainAll())
        await (message.type === 'line.erased' ? eraseLine(message, door.tables) : mergeReport(message, door.tables))
    },
  }
}
export type LineDoor = Awaited<ReturnType<typeof openLineDoor>>
