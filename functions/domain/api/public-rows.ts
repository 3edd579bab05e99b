import * as z from 'zod/mini'
import type { Column } from '../dataset/table.ts'
import { OVER_DAYS, PUBLIC_COLUMNS } from '../published/public-columns.ts'
import type { StatsTable } from '../stats-query.ts'

const Suppressed = z.strictObject({ suppressed: z.literal(true) }).check(z.describe('Few people, or nobody.'))
const count = z.int().check(z.minimum(0), z.multipleOf(5))
const TYPES = {
  text: z.string(),
  integer: z.int().check(z.minimum(0)),
  number: z.number(),
  boolean: z.boolean(),
  date: z.iso.date(),
  datetime: z.iso.datetime(),
}

/** One row of each published table, as its columns define it. */
export const PUBLIC_ROWS = Object.fromEntries(
  Object.entries(PUBLIC_COLUMNS).map(([table, columns]) => {
    const besides = OVER_DAYS[table as StatsTable] ?? []
    return [table, rowOf([...columns.map(fieldOf), ...besides.map(optionalFieldOf)])]
  }),
) as Record<StatsTable, z.ZodMiniType>

type Field = [path: string[], schema: z.ZodMiniType]

function fieldOf(column: Column): Field {
  return [column.name.split('.'), cellOf(column).check(z.describe(column.description.en))]
}

function optionalFieldOf(column: Column): Field {
  const [path, schema] = fieldOf(column)
  return [path, z.optional(schema)]
}

/** An object where names have a dot, as rows are written. */
function rowOf(fields: Field[]): z.ZodMiniType {
  const named = Map.groupBy(fields, ([[first]]) => first!)
  const shape = [...named].map(([name, those]): [string, z.ZodMiniType] => {
    const [[path, schema]] = those as [Field]
    return [name, path.length === 1 ? schema : rowOf(those.map(([[, ...rest], inner]) => [rest, inner]))]
  })
  return z.strictObject(Object.fromEntries(shape))
}

function cellOf({ type, values, isProtected, isRequired }: Column): z.ZodMiniType {
  if (isProtected) return z.nullable(z.union([type === 'integer' ? count : TYPES[type], Suppressed]))
  const schema = values ? z.enum(values.map(({ value }) => value)) : TYPES[type]
  return isRequired ? schema : z.nullable(schema)
}
