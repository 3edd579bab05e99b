import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { EXACT_EXAMPLES } from '../../functions/domain/api/exact-examples.ts'
import { EXACT_ROWS } from '../../functions/domain/api/exact-rows.ts'
import { PUBLIC_EXAMPLES } from '../../functions/domain/api/public-examples.ts'
import { PUBLIC_ROWS } from '../../functions/domain/api/public-rows.ts'
import { COLUMNS } from '../../functions/domain/stats-row.ts'
import type { StatsTable } from '../../functions/domain/stats-query.ts'

const TABLES = Object.keys(COLUMNS) as StatsTable[]
const fits = (schema: z.ZodMiniType, row: object | undefined) => schema.safeParse(row).success
/** The row with something else in place of every whole number. */
const withNumbers = (row: object | undefined, text: string) => JSON.parse(JSON.stringify(row).replaceAll(/:\d+(?=[,}])/g, `:${text}`)) as object // prettier-ignore

test.each(TABLES)('the fields of an exact row of %s are its columns as CSV', (table) => {
  expect(leaves(z.toJSONSchema(EXACT_ROWS[table]), '').toSorted()).toEqual(COLUMNS[table].toSorted())
})

test.each(TABLES)(
  'exact counts of %s are whole numbers; published ones are multiples of five, or suppressed',
  (table) => {
    const [exact, published] = [EXACT_EXAMPLES[table][0], PUBLIC_EXAMPLES[table][0]]
    expect([fits(EXACT_ROWS[table], exact), fits(PUBLIC_ROWS[table], published)]).toEqual([true, true])
    expect(fits(EXACT_ROWS[table], withNumbers(exact, '7'))).toBe(true)
    expect(fits(EXACT_ROWS[table], withNumbers(exact, '{"suppressed":true}'))).toBe(false)
  },
)

test('a published count is a multiple of five, suppressed, or null, and never left out', () => {
  const row = { door: 'web', reports: 10, reporters: null, complaints: { suppressed: true } }
  const { complaints: _, ...without } = row
  const isRow = (each: object) => fits(PUBLIC_ROWS.sources, each)
  expect([row, { ...row, reports: 0 }].map(isRow)).toEqual([true, true])
  expect([without, { ...row, reports: 7 }, { ...row, reports: -5 }, { ...row, reports: { suppressed: false } }].map(isRow)).toEqual([false, false, false, false]) // prettier-ignore
})

test('only where days are added up does a row say how many are suppressed', () => {
  const span = { election: 'all', reports: 10, reporters: null, complaints: 10, daysNotShown: 3 }
  expect(fits(PUBLIC_ROWS.summary, span)).toBe(true)
  expect(fits(PUBLIC_ROWS.sources, { ...PUBLIC_EXAMPLES.sources[0], daysNotShown: 3 })).toBe(false)
})

/** The names of all fields that hold no others, with dots. */
function leaves({ properties }: { properties?: object }, prefix: string): string[] {
  return Object.entries(properties ?? {}).flatMap(([name, field]: [string, { properties?: object }]) =>
    field.properties ? leaves(field, `${prefix}${name}.`) : [`${prefix}${name}`],
  )
}
