import { HOURS } from '../stats-row.ts'
import { type Coordinates, type Dimension, NONE_KNOWN } from './coordinates.ts'
import { TABLES } from './tables.ts'

/** Every value that anybody can list before anything was reported, in each dimension that the source knows. */
export type Listable = Partial<Record<Dimension, readonly string[]>>

/** The cells that are there whatever is reported. */
export function listableCells(values: Listable): Coordinates[] {
  const shapes: Dimension[][] = Object.values(TABLES).flat()
  return shapes.filter((shape) => shape.every((dimension) => values[dimension])).flatMap((shape) => combine(shape, values)) // prettier-ignore
}

/** The values of places and times; calls may be of no known riding, day, or hour. */
export function placesAndTimes({
  ridings,
  provinces,
  days,
  received,
}: Record<'ridings' | 'provinces' | 'days' | 'received', readonly string[]>): Listable {
  return {
    riding: [...ridings, NONE_KNOWN.riding],
    province: provinces,
    day: [...days, NONE_KNOWN.day],
    received,
    hour: [...days.flatMap(hoursOf), NONE_KNOWN.hour],
    hourOfDay: HOURS,
    receivedHour: received.flatMap(hoursOf),
  } // prettier-ignore
}

function hoursOf(day: string): string[] {
  return HOURS.map((hour) => `${day}T${hour}`)
}

function combine(shape: Dimension[], values: Listable): Coordinates[] {
  return shape.reduce<Coordinates[]>(
    (so, dimension) => so.flatMap((at) => values[dimension]!.map((value) => ({ ...at, [dimension]: value }))),
    [{}],
  )
}
