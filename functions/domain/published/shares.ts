import { type Cell, type Column, isSuppressed } from '../dataset/table.ts'
import { exactShare } from '../exact-interval.ts'
import { RULE } from '../protection/rule.ts'
import { sumShown } from './answered.ts'

/** How far a count that is shown is from the true one at most, when it is drawn. */
export const OFF = RULE.reach + Math.floor(RULE.base / 2)
/** How many there may be where it is suppressed, if each tells of one call. */
const HIDDEN = RULE.shownFrom - 1 + RULE.reach

export type Shared = { of: number | null; share: number | null; low: number | null; high: number | null }
export const NO_SHARE: Shared = { of: null, share: null, low: null, high: null }

/** Of each answer its share of those that are shown, with bounds for all that the counts may stand for, each being `off` at most. */
export function sharesOf(cells: readonly Cell[], off = OFF): Shared[] {
  const shown = cells.filter((cell) => typeof cell === 'number')
  const of = shown.length > 0 ? sumShown(shown) : null
  const hidden = HIDDEN * cells.filter(isSuppressed).length
  return cells.map((cell) => {
    if (typeof cell !== 'number' || !of) return { ...NO_SHARE, of }
    const [least, most, rest, restOff] = [Math.max(0, cell - off), cell + off, of - cell, off * (shown.length - 1)]
    return {
      of,
      share: exactShare(cell, of).share,
      low: exactShare(least, least + rest + restOff + hidden).low,
      high: exactShare(most, most + Math.max(0, rest - restOff)).high,
    }
  })
}

const COLUMNS = [
  ['of', 'integer', 'Of', 'Sur', 'Sum of the complaints shown in all answers: what is suppressed is not in it.', 'Somme des plaintes montrées dans toutes les réponses : ce qui est supprimé n’y est pas.'],
  ['share', 'number', 'Share', 'Part', 'Complaints shown, of those in `of`.', 'Plaintes montrées, parmi celles de `of`.'],
  ['low', 'number', 'At least', 'Au moins', 'Lower end of the exact interval of 95 %, for all counts that these may have stood for when they were drawn, suppressed answers taken for one call a person.', 'Borne inférieure de l’intervalle exact à 95 %, pour tous les nombres possibles lorsqu’ils ont été tirés, les réponses supprimées comptant un appel par personne.'],
  ['high', 'number', 'At most', 'Au plus', 'Upper end, likewise.', 'Borne supérieure, de même.'],
] as const // prettier-ignore

/** `of`, and the share with its interval; all with a prefix when two are compared. */
export function shareColumns(prefix = ''): Column[] {
  return COLUMNS.map(([name, type, en, fr, saysEn, saysFr]): Column => {
    return { name: `${prefix}${name}`, type, title: { en, fr }, description: { en: saysEn, fr: saysFr } }
  })
}
