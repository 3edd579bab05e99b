import * as z from 'zod/mini'
import { formPairs } from './form-pairs.ts'
import type { FieldError } from './rejected.ts'
import { ReportForm } from './report-form.ts'

/** What was sent, as a tree, before anything is known of it, and what went wrong in making the tree. */
export type Sent = { input: unknown; errors: FieldError[]; idempotencyKey?: string | undefined }

const KEY_FIELD = 'idempotencyKey'
const FIELDS = new Set([...leafNames(ReportForm), KEY_FIELD])
const PARENTS = ['reporter.earlierPoll', 'reporter', 'call']

function leafNames(schema: z.core.$ZodType, prefix = ''): string[] {
  if (schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniOptional)
    return leafNames(schema.def.innerType, prefix)
  if (!(schema instanceof z.ZodMiniObject)) return [prefix.slice(1)]
  return Object.entries(schema.shape).flatMap(([name, inner]) => leafNames(inner, `${prefix}.${name}`))
}

/**
 * Reads a URL-encoded form with dotted names. An empty field is an absent one, and names that begin with `_` are the form's own
 * business. Throws a RejectedError when it is no such form, or not in UTF-8.
 */
export function readForm(body: string): Sent {
  const sent: Sent = { input: {}, errors: [] }
  const seen = new Set<string>()
  for (const [name, value] of formPairs(body)) {
    if (name.startsWith('_') || value.trim() === '') continue
    if (!FIELDS.has(name)) sent.errors.push(unknownField(name))
    else if (seen.has(name)) sent.errors.push({ pointer: pointerOf(name), code: 'duplicate-field' })
    else if (name === KEY_FIELD) sent.idempotencyKey = value
    else plant(sent.input as Tree, name.split('.'), value)
    seen.add(name)
  }
  return sent
}

type Tree = { [name: string]: Tree | string }

// Only names of our own schema come here.
function plant(tree: Tree, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) tree[name] = value
  else plant((tree[name] ??= {}) as Tree, rest, value)
}

function unknownField(name: string): FieldError {
  const parent = PARENTS.find((known) => name.startsWith(`${known}.`))
  const allowed = [...FIELDS].filter((field) => !parent || field.startsWith(`${parent}.`))
  return { pointer: pointerOf(parent ?? ''), code: 'unknown-field', allowed }
}

function pointerOf(name: string): string {
  return name === '' ? '' : `/${name.replaceAll('.', '/')}`
}
