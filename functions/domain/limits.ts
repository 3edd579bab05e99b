import { RejectedError } from './rejected.ts'
import { PROVINCES, type Province } from './ridings/provinces.ts'
import { ridingById } from './ridings/riding.ts'
import type { StatsTable } from './stats-query.ts'

/** The part of the country that an analyst may see: all of these provinces, and these ridings by their ids. */
export type Limits = { provinces: Province[]; ridings: string[] }
type Parameters = Record<string, string | undefined>

/** Tables with cells by province or riding; the others are of the whole country, or of nothing that has a place. */
const PLACED: StatsTable[] = ['summary', 'ridings', 'ages', 'timeline']
/** Asked for one of these, a table is of the whole country. */
const UNPLACED = ['script', 'callerId']

/**
 * The limits that groups spell: `province:ON`, `riding:35027`, `riding:35027-2013`; undefined without any group. Throws a
 * RejectedError on a group that is no limit: a slip in its name must not open everything.
 */
export function readLimits(groups: string[]): Limits | undefined {
  if (groups.length === 0) return undefined
  const limits: Limits = { provinces: [], ridings: [] }
  for (const group of groups) {
    const [kind = '', name = ''] = group.split(/:(.*)/s)
    const province = PROVINCES.find((each) => each === name)
    const riding = ridingById(`ocd-division/country:ca/ed:${name}`)
    if (kind === 'province' && province) limits.provinces.push(province)
    else if (kind === 'riding' && riding) limits.ridings.push(riding.id)
    else throw new RejectedError('unknown-limit')
  }
  return limits
}

/** Whether the riding lies within; one that nobody resolved lies nowhere. */
export function isWithin(limits: Limits | undefined, { id, province }: { id: string; province?: string | undefined }) {
  return !limits || limits.ridings.includes(id) || limits.provinces.some((each) => each === province)
}

/**
 * What is asked of a table, narrowed to the one place that it can be when nothing was named. Throws a RejectedError when it
 * reaches beyond: an empty table would read as a zero.
 */
export function narrowTo(limits: Limits | undefined, table: StatsTable, parameters: Parameters): Parameters {
  if (!limits) return parameters
  if (!PLACED.includes(table) || UNPLACED.some((name) => parameters[name] !== undefined))
    throw new RejectedError('outside-limits')
  const { province, riding } = parameters
  const isProvinceOpen = province === undefined || limits.provinces.some((each) => each === province)
  const isRidingOpen = riding === undefined || isWithin(limits, ridingById(riding) ?? { id: riding })
  if (!isProvinceOpen || !isRidingOpen) throw new RejectedError('outside-limits')
  // Rows of ridings are chosen one by one; the other tables add up what lies within.
  return table === 'ridings' || province || riding ? parameters : { ...parameters, ...onlyPlace(limits, table) }
}

function onlyPlace({ provinces, ridings }: Limits, table: StatsTable): Parameters {
  const [province, riding] = [provinces[0], ridings[0]]
  if (provinces.length + ridings.length > 1) throw new RejectedError('outside-limits')
  if (province) return { province }
  if (riding && table === 'timeline') return { riding }
  throw new RejectedError('outside-limits')
}
