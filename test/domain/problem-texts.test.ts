import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { ADVICE, WITHDRAWN } from '../../functions/domain/advice.ts'
import { fieldLabel } from '../../functions/domain/field-labels.ts'
import { FIELD_TEXTS, PROBLEM_TITLES } from '../../functions/domain/problem-texts.ts'
import { PROBLEMS } from '../../functions/domain/problems.ts'
import { FIELD_CODES } from '../../functions/domain/rejected.ts'
import { ReportForm } from '../../functions/domain/report-form.ts'

test('every problem and every fault of a field is said in both languages, each in its own', () => {
  expect(Object.keys(PROBLEM_TITLES).toSorted()).toEqual(Object.keys(PROBLEMS).toSorted())
  expect(Object.keys(FIELD_TEXTS).toSorted()).toEqual(FIELD_CODES.toSorted())
  for (const { en, fr } of [...Object.values(PROBLEM_TITLES), ...Object.values(FIELD_TEXTS), ADVICE, WITHDRAWN]) {
    expect(en).toMatch(/^[A-Z].*\.$/)
    expect(fr).toMatch(/^[A-ZÉÀ].*\.$/)
    expect(fr).not.toBe(en)
  }
})

test('every field of the form has a name that people use, in both languages', () => {
  for (const pointer of pointers(ReportForm)) {
    for (const language of ['en', 'fr'] as const) {
      expect([pointer, fieldLabel(pointer, language)]).not.toEqual([pointer, fieldLabel('', language)])
    }
  }
})

test('advice names the official channel and no other', () => {
  for (const text of Object.values(ADVICE)) expect(text.match(/\S*\.(ca|com|org)\b/g)).toEqual(['www.elections.ca'])
})

test('no text holds markup, so that a page may hold any of them', () => {
  const texts = [PROBLEM_TITLES, FIELD_TEXTS, ADVICE, WITHDRAWN].map((all) => JSON.stringify(all)).join('')
  expect(texts).not.toMatch(/[<>&]/)
})

function pointers(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniOptional)
    return pointers(schema.def.innerType, path)
  if (!(schema instanceof z.ZodMiniObject)) return [path]
  const inner = Object.entries(schema.shape).flatMap(([name, field]) => pointers(field, `${path}/${name}`))
  return path === '' ? inner : [path, ...inner]
}
