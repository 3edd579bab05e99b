import * as z from 'zod/mini'
import { FIELD_CODES, type FieldCode, type FieldError } from './rejected.ts'

/** What an issue of zod means to the one who sent it. `otherwise` is the code of an issue whose message is none. */
export function fieldError(issue: z.core.$ZodIssue, schema: z.core.$ZodType, otherwise: FieldCode): FieldError {
  const named = FIELD_CODES.find((code) => code === issue.message)
  const code = named ?? (issue.code === 'unrecognized_keys' ? 'unknown-field' : otherwise)
  const pointer = issue.path.map((name) => `/${String(name)}`).join('')
  const allowed = allowedInstead(issue, schema, code)
  return { pointer, code, ...(allowed ? { allowed } : {}) }
}

// From the schema alone, so that nothing that was sent can be in it.
function allowedInstead(issue: z.core.$ZodIssue, schema: z.core.$ZodType, code: FieldCode): string[] | undefined {
  if (issue.code === 'unrecognized_keys') return namesAt(schema, issue.path)
  return issue.code === 'invalid_value' && code === 'not-an-option' ? issue.values.map(String) : undefined
}

function namesAt(schema: z.core.$ZodType | undefined, path: PropertyKey[]): string[] {
  if (schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniOptional)
    return namesAt(schema.def.innerType, path)
  if (!(schema instanceof z.ZodMiniObject)) return []
  const [name, ...rest] = path
  return name === undefined ? Object.keys(schema.shape) : namesAt(schema.shape[String(name)], rest)
}
