import { ridingById } from '../ridings/riding.ts'
import type { LevelOf } from './match-weights.ts'
import type { Comparable } from './prepare-report.ts'

const UNRESOLVED = 'RIDING#unresolved'

/**
 * How two ridings agree; where one is not resolved, or is of another representation order, as the same place may be, their
 * provinces at least.
 */
export function compareRidings(a: Comparable, b: Comparable): LevelOf<'riding'> | undefined {
  if (a.riding && a.riding === b.riding && a.riding !== UNRESOLVED) return 'same'
  const [one, other] = [placeOf(a), placeOf(b)]
  if (!one.province || !other.province) return undefined
  const isAnother = one.province !== other.province || (one.order && one.order === other.order)
  return isAnother ? 'different' : undefined
}

export function compareKinds(a: string | undefined, b: string | undefined): LevelOf<'kind'> | undefined {
  if (!a || !b || a === 'unsure' || b === 'unsure') return undefined
  if (a === b) return 'same'
  return a === 'text' || b === 'text' ? 'textOrVoice' : 'different'
}

function placeOf({ riding, province }: Comparable): { province?: string | undefined; order?: string } {
  const known = riding && ridingById(riding.slice('RIDING#'.length))
  return known ? { province: known.province, order: known.order } : { province }
}
