import type * as z from 'zod/mini'
import { fieldError } from './field-error.ts'
import { RejectedError } from './rejected.ts'

/** Throws a RejectedError that names each parameter at fault. */
export function readQuery<T extends z.ZodMiniType>(
  schema: T,
  parameters: Record<string, string | undefined>,
): z.infer<T> {
  const { data, error } = schema.safeParse(parameters)
  if (error) {
    const errors = error.issues.map((issue) => fieldError(issue, schema, 'not-an-option'))
    throw new RejectedError('invalid-query', { errors })
  }
  return data
}
