import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countRecords } from '../../../functions/adapters/count-records.ts'
import { countStore } from '../../../functions/adapters/count-store.ts'
import { scriptId } from '../../support/script-ids.ts'
import { cellKey, type Contribution } from '../../../functions/domain/contribution.ts'
import { sourceRecord } from '../../../functions/domain/published-source.ts'
import { ridingsOf } from '../../../functions/domain/ridings/riding.ts'
import { listRows } from '../../../functions/domain/stats/list-rows.ts'
import type { StatsPage } from '../../../functions/domain/stats/page-of.ts'
import type { StatsTable } from '../../../functions/domain/stats-query.ts'
import { startTables, type Tables } from '../../support/tables.ts'

const NAMES = 24

/** A paged table: where it lies, the names of its records, and what of a row tells it from others. */
type Paged = {
  table: StatsTable
  parameters?: Record<string, string>
  collection: string
  nameOf: (n: number) => string
  /** In which a record is counted; each is a row of its own where there are several. */
  facets?: string[]
  column: string
  rowsOf: (name: string) => string[]
}

const ridings = ridingsOf('2003').map(({ id }) => id)
const pad = (n: number) => String(n).padStart(2, '0')

const PAGED: Paged[] = [
  { table: 'ridings', collection: 'ridings', nameOf: (n) => `RIDING#${ridings[11 * n]}`, column: 'riding', rowsOf: (name) => [JSON.stringify(ridingNamed(name))] },
  { table: 'caller-ids', collection: 'caller-ids', nameOf: (n) => `CALLER#+1450555010${n}`, column: 'callerId', rowsOf: (name) => [JSON.stringify({ kind: 'number', e164: name.slice(7) })] },
  { table: 'scripts', collection: 'scripts', nameOf: (n) => scriptId(String(n)), column: 'script', rowsOf: (id) => [JSON.stringify({ id })] },
  { table: 'sources', collection: 'sources', nameOf: (n) => sourceRecord('web', `Bureau nº ${n}`), column: 'source', rowsOf: (name) => [JSON.stringify(decodeURIComponent(name.slice(4)))] },
  { table: 'timeline', collection: 'timeline#call#ALL', nameOf: (n) => `2011-04-${pad(n + 1)}`, column: 'period', rowsOf: (day) => [JSON.stringify(day)] },
  { table: 'timeline', parameters: { interval: 'hour' }, collection: 'timeline#call#ALL', nameOf: (n) => `2011-04-${pad(n + 1)}`, facets: ['', 'hour=09', 'hour=17'], column: 'period', rowsOf: (day) => [`"${day}T09"`, `"${day}T17"`] },
] // prettier-ignore

function ridingNamed(name: string): object {
  const { id, order, name: names, province } = ridingsOf('2003').find((each) => name.endsWith(each.id))!
  return { id, order, name: names, province }
}

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
})
afterAll(() => tables.stop())

/** One complaint told twice; of a source also in the total, which the first page of sources shows by door. */
function counted({ collection, facets = [''], table }: Paged, names: string[], sign: 1 | -1 = 1): Contribution {
  const two = { reports: 2 * sign, reporters: sign, complaints: 2 * sign, anonymous: 0 }
  const cells = names.flatMap((record) => facets.map((facet) => [cellKey({ collection, record, facet }), two] as const))
  const doors = cellKey({ collection: 'summary', record: 'ALL', facet: 'door=web' })
  return new Map([...cells, ...(table === 'sources' && sign === 1 ? [[doors, two] as const] : [])])
}

const world = fc.record({
  limit: fc.integer({ min: 1, max: 5 }),
  standing: fc.uniqueArray(fc.nat({ max: NAMES - 1 }), { minLength: 4, maxLength: 10 }),
  /** What is counted for the first time, or no more, while the n-th page is read. */
  arriving: fc.array(fc.record({ name: fc.nat({ max: NAMES - 1 }), page: fc.nat({ max: 5 }), leaves: fc.boolean() }), { maxLength: 12 }), // prettier-ignore
})

let runs = 0
test.each(PAGED.map((paged) => [`${paged.table} ${JSON.stringify(paged.parameters ?? {})}`, paged] as const))(
  'pages of %s visit each row once while others are counted before, between and after them',
  async (_, paged) => {
    const { table, parameters, nameOf, column, rowsOf } = paged
    const isTurned = async ({ limit, standing, arriving }: typeof world extends fc.Arbitrary<infer W> ? W : never) => {
      const event = `test-${(runs += 1)}`
      const counts = countStore(tables.client, { ledger: 'ledger', stats: 'stats' }, event)
      const records = countRecords(tables.client, 'stats', event)
      const fold = async (names: string[], sign: 1 | -1 = 1) => await counts.fold({ entries: [], delta: counted(paged, names, sign) }, new Date(0)) // prettier-ignore
      const stays = standing.map(nameOf)
      await fold(stays)
      const seen: string[] = []
      for (let [after, n] = [undefined as string | undefined, 0]; n === 0 || after; n += 1) {
        const page: StatsPage = await listRows(table, { ...parameters, limit: String(limit), ...(after ? { after } : {}) }, { records }) // prettier-ignore
        seen.push(...page.rows.filter((row) => row['source'] !== null).map((row) => JSON.stringify(row[column])))
        after = page.next
        const others = arriving.filter(({ name, page: at }) => at === n && !standing.includes(name))
        for (const { name } of others) await fold([nameOf(name)])
        await fold(stays)
        const gone = others.filter(({ leaves }) => leaves).map(({ name }) => nameOf(name))
        for (const name of gone) await fold([name], -1)
        await counts.dropEmpty(gone.map((name) => `${paged.collection}|${name}`))
      }
      const possible = [...stays, ...arriving.map(({ name }) => nameOf(name))].flatMap(rowsOf)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toEqual(expect.arrayContaining(stays.flatMap(rowsOf)))
      expect(possible).toEqual(expect.arrayContaining(seen))
    }
    await fc.assert(fc.asyncProperty(world, isTurned), { numRuns: 12 })
  },
)
