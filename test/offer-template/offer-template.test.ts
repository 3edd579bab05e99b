import type { Context } from 'aws-lambda'
import { parse } from 'csv-parse/sync'
import { expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import type { HttpAnswer } from '../../functions/adapters/http-answer.ts'
import { fieldLabel } from '../../functions/domain/field-labels.ts'
import { ReportForm } from '../../functions/domain/report-form.ts'
import { TEMPLATE_COLUMNS } from '../../functions/domain/template-columns.ts'
import { handler } from '../../functions/offer-template/handler.ts'
import { httpEvent } from '../support/http-event.ts'

vi.spyOn(console, 'info').mockImplementation(() => {})

async function ask(headers: Record<string, string>, query?: Record<string, string>): Promise<HttpAnswer> {
  const routeKey = 'GET /v1/reports/template.csv'
  const request = { method: 'GET', path: '/v1/reports/template.csv', routeKey, headers, ...(query ? { query } : {}) }
  return await handler(httpEvent(request), {} as Context)
}

const rowsOf = ({ body = '' }: HttpAnswer, delimiter: string) => parse(body, { bom: true, delimiter })

function leaves(schema: z.core.$ZodType, pointer = ''): string[] {
  if (schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniOptional) return leaves(schema.def.innerType, pointer) // prettier-ignore
  if (!(schema instanceof z.ZodMiniObject)) return [pointer]
  return Object.entries(schema.shape).flatMap(([name, inner]) => leaves(inner, `${pointer}/${name}`))
}

test('it has a column for every field of a report but the source, each under its own label', () => {
  expect(TEMPLATE_COLUMNS.toSorted()).toEqual(leaves(ReportForm).filter((pointer) => pointer !== '/source').toSorted()) // prettier-ignore
  for (const language of ['en', 'fr'] as const) {
    const labels = TEMPLATE_COLUMNS.map((pointer) => fieldLabel(pointer, language))
    expect(new Set(labels).size).toBe(TEMPLATE_COLUMNS.length)
  }
})

test('Excel opens it as it is: a byte order mark, lines that end in CRLF, to be saved under a name', async () => {
  const { statusCode, headers, body } = await ask({})
  expect(statusCode).toBe(200)
  expect(body).toMatch(/^\uFEFFNumber displayed,.*\r\n$/)
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="callwitness-reports.csv"',
    'content-language': 'en',
  })
})

test('it is in the language that is asked for; in French with the semicolon that Excel splits at there', async () => {
  for (const answer of [await ask({ 'Accept-Language': 'fr-CA' }), await ask({}, { language: 'fr' })]) {
    expect(answer.headers).toMatchObject({ 'content-language': 'fr', vary: 'accept-language' })
    expect(rowsOf(answer, ';')).toEqual([TEMPLATE_COLUMNS.map((pointer) => fieldLabel(pointer, 'fr'))])
  }
  expect((await ask({ 'Accept-Language': 'fr-CA' }, { language: 'en' })).headers['content-language']).toBe('en')
})

test('it holds no row that could be imported by accident', async () => {
  expect(rowsOf(await ask({}), ',')).toHaveLength(1)
})

test('anyone may keep it for a day, and is told when it is still the same', async () => {
  const { headers } = await ask({})
  expect(headers['cache-control']).toBe('public, max-age=86400')
  expect((await ask({ 'If-None-Match': headers['etag']! })).statusCode).toBe(304)
  expect((await ask({ 'If-None-Match': headers['etag']!, 'Accept-Language': 'fr' })).statusCode).toBe(200)
})

test('a language that it does not have is refused', async () => {
  const { statusCode, body } = await ask({}, { language: 'de' })
  expect([statusCode, JSON.parse(body!)]).toMatchObject([422, { errors: [{ pointer: '/language', code: 'not-an-option', allowed: ['en', 'fr'] }] }]) // prettier-ignore
})
