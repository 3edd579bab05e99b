import { ridingById } from '../ridings/riding.ts'
import { type Coordinates, type Dimension, dimensionsOf, without } from './coordinates.ts'

/**
 * A cell that another is a part of. The parts of one parent by one dimension are disjoint; where they are the whole of it, their
 * reports and complaints add up to its. Of reporters, who may stand in several parts, it has at least as many as the largest.
 */
export type Parent = { at: Coordinates; by: Dimension; isWhole: boolean }

export function parentsOf(at: Coordinates): Parent[] {
  return dimensionsOf(at).flatMap((by) => parentsBy(by, at[by]!, without(at, by)))
}

function parentsBy(by: Dimension, value: string, rest: Coordinates): Parent[] {
  const part = (parent: Coordinates): Parent => ({ at: { ...rest, ...parent }, by, isWhole: false })
  const share = (parent: Coordinates = {}): Parent => ({ at: { ...rest, ...parent }, by, isWhole: true })
  // Only federal calls have a riding, and each of them has one, if only `unresolved`.
  const isAlone = dimensionsOf(rest).length === 0
  switch (by) {
    case 'riding':
      return [...provinceOf(value).map(part), isAlone ? share({ election: 'federal' }) : part({})]
    case 'province':
      return [part(isAlone ? { election: 'federal' } : {})]
    case 'hour':
      return [share(), ...(value === 'undated' ? [] : partsOfHour(value).map(part))]
    case 'receivedHour':
      return [share({ received: value.slice(0, 10) })]
    case 'caller':
      return [part({ prefix: prefixOf(value) }), ...(isAlone ? [] : [part({})])]
    case 'prefix':
    case 'script':
    case 'hourOfDay':
      return [part({})]
    case 'group':
      // Counted of both groups together only in all, as reporters of two cells are not their sum.
      return [{ at: without(rest, 'poll'), by, isWhole: true }]
    case 'pollHow':
    case 'pollBy':
    case 'pollPreference':
    case 'pollBefore':
      return [share({ poll: 'yes' })]
    case 'day':
      // Of a number or a script only the days that an edition lists are cells, without those that are not known.
      return [rest.caller || rest.script ? part({}) : share()]
    default:
      return [share()]
  }
}

/** A cell that is no part of any whole: the others hang together without it, so that it may be left out where few people are in it. */
export function isLoose(at: Coordinates): boolean {
  return dimensionsOf(at).length > 1 && parentsOf(at).every(({ isWhole }) => !isWhole)
}

/** Nothing for a riding that is not resolved. */
function provinceOf(riding: string): Coordinates[] {
  const province = ridingById(riding)?.province
  return province ? [{ province }] : []
}

function partsOfHour(hour: string): Coordinates[] {
  const [day = '', hourOfDay = ''] = hour.split('T')
  return [{ day }, { hourOfDay }]
}

/** A number without its last four digits; anything else as it is. */
export function prefixOf(caller: string): string {
  return caller.startsWith('+') ? caller.replace(/\d{4}$/, '****') : caller
}

/** All that is true of what is counted in a cell: of a riding also its province, of an hour its day. */
export function ancestorsOf(at: Coordinates): [Dimension, string][] {
  const known = new Map<Dimension, string>()
  const add = (dimension: Dimension, value: string) => {
    if (known.has(dimension)) return
    known.set(dimension, value)
    for (const parent of parentsOf({ [dimension]: value }))
      for (const above of dimensionsOf(parent.at)) add(above, parent.at[above]!)
  }
  for (const dimension of dimensionsOf(at)) add(dimension, at[dimension]!)
  return [...known]
}
