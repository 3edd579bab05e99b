import { type Coordinates, type Dimension, dimensionsOf } from './coordinates.ts'

/** The closed cube: these cells exist, and no others can be asked for. */
export const TABLES = {
  summary: [[], ['election'], ['kind'], ['door']],
  provinces: [['province'], ['kind', 'province']],
  ridings: [['riding'], ['kind', 'riding'], ['door', 'riding']],
  'caller-ids': [['prefix'], ['caller'], ['caller', 'day'], ['caller', 'hourOfDay'], ['caller', 'script']],
  timeline: [['day'], ['hour'], ['hourOfDay'], ['province', 'day'], ['riding', 'day']],
  'timeline-received': [['received'], ['receivedHour'], ['province', 'received'], ['riding', 'received']],
  scripts: [
    ['script'],
    ['province', 'script'],
    ['script', 'age'],
    ['script', 'poll'],
    ['script', 'pollHow'],
    ['script', 'pollBy'],
    ['script', 'pollPreference'],
    ['script', 'day'],
  ],
  ages: [['age']],
  'earlier-polls': [
    ['group', 'poll'],
    ['group', 'pollHow'],
    ['group', 'pollBy'],
    ['group', 'pollPreference'],
    ['group', 'pollBefore'],
  ],
} satisfies Record<string, Dimension[][]>
export type Table = keyof typeof TABLES

/** The one table in which a cell is listed; undefined for what the closed cube does not have. */
export function tableOf(at: Coordinates): Table | undefined {
  return TABLE_OF.get(dimensionsOf(at).join())
}

const TABLE_OF = new Map(
  (Object.keys(TABLES) as Table[]).flatMap((table) => TABLES[table].map((shape) => [shape.join(), table] as const)),
)

/** Nobody can list the values of these beforehand: that one of them is listed says that it was reported. */
export const OPEN_DIMENSIONS: readonly Dimension[] = ['prefix', 'caller', 'script']
