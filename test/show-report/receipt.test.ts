import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpAnswer } from '../../functions/adapters/http-answer.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { bodyOf, type Door, openDoor } from '../support/door.ts'
import { httpEvent, jsonPost } from '../support/http-event.ts'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<HttpAnswer>

let door: Door
let handler: Handler
beforeAll(async () => {
  door = await openDoor()
  Object.assign(process.env, {
    COMPLAINT_TABLE: 'complaints',
    WORD_TABLE: 'words',
    SCRIPT_TABLE: 'scripts',
    QUOTED_NUMBERS: '',
  })
  ;({ handler } = (await import('../../functions/show-report/handler.ts')) as { handler: Handler })
})
afterAll(() => door.stop())

/** A report that is merged, and one that the queue still holds. */
async function twoReports() {
  const [one, other] = [bodyOf(await door.ask(jsonPost(BODY))), bodyOf(await door.ask(jsonPost(BODY)))]
  for (const message of await door.drain()) if (message.id === one['id']) await mergeReport(message, door.tables)
  return [one, other] as { id: string; receipt: string }[]
}
const BODY = { call: { callerId: '(450) 555-0146', message: 'Your polling place has moved.' } }

async function shown(id: string, receipt?: string): Promise<HttpAnswer> {
  const headers = receipt === undefined ? {} : { authorization: `Bearer ${receipt}` }
  return await handler(httpEvent({ method: 'GET', path: `/v1/reports/${id}`, headers }), {} as Context)
}

test('a report is shown to whoever holds its receipt', async () => {
  const [merged, waiting] = await twoReports()
  expect(bodyOf(await shown(merged!.id, merged!.receipt))).toMatchObject({ status: 'counted', call: BODY.call })
  expect(bodyOf(await shown(waiting!.id, waiting!.receipt))).toEqual({ id: waiting!.id, status: 'accepted' })
})

test('to anybody else a report that is there, one that is not, and what is no id are the same 404', async () => {
  const [merged, waiting] = await twoReports()
  const answers = await Promise.all([
    shown(merged!.id, waiting!.receipt),
    shown(merged!.id, `${merged!.receipt.slice(0, -1)}?`),
    shown(merged!.id),
    shown(`rpt_${'0'.repeat(26)}`, merged!.receipt),
    shown('REPORTER%23t1.a', merged!.receipt),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
})
