import * as z from 'zod/mini'
import { refTo, type Schema } from './openapi.ts'

type Io = 'input' | 'output'

/** A schema as JSON Schema: of what it takes, or, by default, of what comes out of it. Objects that come out hold no other fields. */
export function jsonSchemaOf(schema: z.ZodMiniType, io: Io = 'output'): Schema {
  return withoutDialect(z.toJSONSchema(schema, { io, override: tidy }) as Schema)
}

/** The same of several, each under its name: where one holds another, it refers to it. */
export function namedSchemas(schemas: Record<string, z.ZodMiniType>): Record<string, Schema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const uri = (id: string) => refTo('schemas', id).$ref
  const made = z.toJSONSchema(registry, { uri, override: tidy }).schemas as Record<string, Schema>
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, withoutDialect(schema)]))
}

/** The document says itself which dialect its schemas are in, and where they are. */
function withoutDialect(schema: Schema): Schema {
  const { $schema: _, $id: __, ...rest } = schema
  return rest
}

/** What says nothing to a reader: the calendar as a pattern beside its format, and how far numbers are exact. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format?.startsWith('date')) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}
