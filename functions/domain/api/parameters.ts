import type * as z from 'zod/mini'
import { EDITION } from '../dataset/edition.ts'
import { REPORT_ID } from '../ids.ts'
import { IDEMPOTENCY_KEY } from '../idempotency-key.ts'
import { LANGUAGES } from '../problem-texts.ts'
import { PURPOSE } from '../purpose.ts'
import { NAMED_NUMBER, SCRIPT_ID } from '../stats-query.ts'
import { jsonSchemaOf } from './json-schema.ts'
import type { Parameter } from './openapi.ts'
import { QUERY_WORDS } from './words.ts'

/** One parameter for each thing that a query can ask, described by the schema that reads it. */
export function queryParameters(query: z.ZodMiniObject): Parameter[] {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    description: QUERY_WORDS[name] ?? '',
    required: false,
    schema: jsonSchemaOf(schema as z.ZodMiniType),
  }))
}

const header = (name: string, description: string, schema: Parameter['schema'], example: string): Parameter => ({
  name,
  in: 'header',
  description,
  required: false,
  schema,
  example,
})

/** Parameters that several operations have, by the names under which the document keeps them. */
export const PARAMETERS = {
  ReportId: { ...named('id', 'The report.', REPORT_ID), example: 'rpt_01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  ScriptId: { ...named('id', 'The script.', SCRIPT_ID), example: 'scr_01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  Number: { ...named('e164', 'The number displayed, in E.164.', NAMED_NUMBER), example: '+14505550146' },
  Edition: { ...named('edition', 'The edition.', EDITION), example: '2026-11-26.1' },
  EditionFile: { ...named('file', 'The file.', /^[A-Za-z0-9][\w.-]*$/), example: 'ridings.csv' },
  IdempotencyKey: header(
    'Idempotency-Key',
    'Makes it safe to try again: for 14 days the same request under the same key is the same change, and another body is refused.',
    matching(IDEMPOTENCY_KEY),
    'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  ),
  AcceptLanguage: header(
    'Accept-Language',
    `Of texts for people: ${LANGUAGES.join(' or ')}.`,
    { type: 'string' },
    'fr-CA, en;q=0.5',
  ),
  IfNoneMatch: header(
    'If-None-Match',
    'ETags of answers that are held already.',
    { type: 'string' },
    '"3v0Vb6Y0x3c9b2n1QmXo8s5tRfA"',
  ),
  Purpose: {
    ...header(
      'Purpose',
      'What the counts are for, in UTF-8. It is put on record.',
      matching(PURPOSE),
      'Study 12, table 3',
    ),
    required: true,
  },
} satisfies Record<string, Parameter>

function named(name: string, description: string, pattern: RegExp): Parameter {
  return { name, in: 'path', description, required: true, schema: matching(pattern) }
}

function matching(pattern: RegExp): Parameter['schema'] {
  return { type: 'string', pattern: pattern.source }
}
