import type { Coordinates } from '../cube/coordinates.ts'
import { prefixOf } from '../cube/parents.ts'
import type { ProtectedCell, ProtectedCube, Shown } from '../cube/protected-cube.ts'
import { type Table as CubeTable, tableOf } from '../cube/tables.ts'
import { type Cell, type Row, rowKey, SUPPRESSED, type Table } from '../dataset/table.ts'
import { per100000, populationOf } from '../ridings/populations.ts'
import { ridingById } from '../ridings/riding.ts'
import { ALL } from './codes.ts'
import { PUBLISHED_TABLES } from './published-tables.ts'

/** Every cell of the cube in its table, in an order that depends on nothing but the cells. */
export function publishedTables({ cells }: Pick<ProtectedCube, 'cells'>): Table[] {
  const byTable = Map.groupBy(cells, ({ at }) => tableOf(at)!)
  return Object.entries(PUBLISHED_TABLES).map(([name, definition]) => {
    const rows = (byTable.get(name as CubeTable) ?? []).map((cell) => rowOf(name as CubeTable, cell))
    const keyed = rows.map((row): [string, Row] => [rowKey(definition, row), row])
    return { ...definition, rows: keyed.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row) }
  })
}

function rowOf(table: CubeTable, { at, all, own, reached }: ProtectedCell): Row {
  return { ...keyOf(table, at), ...countsOf(all, ''), ...countsOf(own, 'withoutTemplates.'), ...factsOf(table, { at, all, reached: reached ?? null }) } // prettier-ignore
}

function keyOf(table: CubeTable, at: Coordinates): Record<string, Cell> {
  const { province = ALL.value, kind = ALL.value, door = ALL.value, age = ALL.value, day = ALL.value } = at
  switch (table) {
    case 'summary':
      return { election: at.election ?? ALL.value, kind, door }
    case 'provinces':
      return { province, kind }
    case 'ridings':
      return { 'riding.id': at.riding ?? ALL.value, kind, door }
    case 'caller-ids':
      return {
        prefix: at.prefix ?? prefixOf(at.caller ?? ''),
        number: at.caller ?? ALL.value,
        day,
        hour: at.hourOfDay ?? ALL.value,
        script: at.script ?? ALL.value,
      }
    case 'timeline':
      return { ...timeOf(at), ...placeOf(at) }
    case 'timeline-received':
      return { ...timeOf({ day: at.received, hour: at.receivedHour }), ...placeOf(at) }
    case 'scripts':
      return { script: at.script ?? ALL.value, province, age, ...pollOf(at), day }
    case 'ages':
      return { age }
    case 'earlier-polls':
      return { group: at.group ?? ALL.value, ...pollOf(at), daysBefore: at.pollBefore ?? ALL.value }
  }
}

/** How, by whom, with what answer and how long before is told of those who were polled. */
function pollOf({ poll, pollHow, pollBy, pollPreference, pollBefore }: Coordinates): Record<string, Cell> {
  return {
    poll: poll ?? ((pollHow ?? pollBy ?? pollPreference ?? pollBefore) ? 'yes' : ALL.value),
    how: pollHow ?? ALL.value,
    askedBy: pollBy ?? ALL.value,
    preference: pollPreference ?? ALL.value,
  }
}

type Time = Partial<Record<'day' | 'hour' | 'hourOfDay', string | undefined>>

function timeOf({ day = ALL.value, hour, hourOfDay = ALL.value }: Time): { day: string; hour: string } {
  if (hour === undefined) return { day, hour: hourOfDay }
  const [on = '', at] = hour.split('T')
  return at === undefined ? { day: ALL.value, hour } : { day: on, hour: at }
}

function placeOf({ province, riding }: Coordinates): Record<string, Cell> {
  const of = riding === undefined ? province : ridingById(riding)?.province
  return { province: of ?? ALL.value, 'riding.id': riding ?? ALL.value }
}

function countsOf(shown: Shown, prefix: string): Record<string, Cell> {
  const cell = (count: 'complaints' | 'reporters' | 'reports'): Cell => {
    if (typeof shown === 'object') return shown[count]
    return { suppressed: SUPPRESSED, zero: 0, missing: null }[shown]
  }
  return {
    [`${prefix}complaints`]: cell('complaints'),
    [`${prefix}reporters`]: cell('reporters'),
    [`${prefix}reports`]: cell('reports'),
  }
}

function rateOf(all: Shown, population: number): Cell {
  if (typeof all === 'object') return per100000(all.complaints, population)
  return { suppressed: SUPPRESSED, zero: 0, missing: null }[all]
}

/** Below, what is shown of one riding and of seven would be the same number. */
const FEWEST_RIDINGS = 10

type Told = Pick<ProtectedCell, 'at' | 'all'> & { reached: number | null }

function factsOf(table: CubeTable, { at, all, reached }: Told): Record<string, Cell> {
  if (table === 'scripts' || table === 'caller-ids')
    return { ridings: reached !== null && reached < FEWEST_RIDINGS ? SUPPRESSED : reached }
  if (table !== 'ridings') return {}
  const riding = ridingById(at.riding ?? '')
  const population = populationOf(at.riding ?? '')
  return {
    'riding.order': riding?.order ?? null,
    'riding.name.en': riding?.name.en ?? null,
    'riding.name.fr': riding?.name.fr ?? null,
    'riding.province': riding?.province ?? null,
    population,
    complaintsPer100000: population === null ? null : rateOf(all, population),
  }
}
