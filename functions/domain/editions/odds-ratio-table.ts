import { cellId, type Coordinates } from '../cube/coordinates.ts'
import type { ProtectedCube, Shown } from '../cube/protected-cube.ts'
import { type Cell, type Column, type Row, SUPPRESSED, type Table } from '../dataset/table.ts'
import { GROUPS, type Group } from '../earlier-poll.ts'
import { exactOddsRatio } from '../exact-odds-ratio.ts'
import { COMPARISONS } from '../poll-comparisons.ts'
import { mostBehind } from '../protection/rule.ts'
import { keyColumn } from './columns.ts'

/** Those misdirected against all others, from the published numbers and from nothing else: whoever reads them can reckon so. */
export function oddsRatioTable(cube: ProtectedCube): Table {
  const shown = new Map(cube.cells.map(({ at, all }) => [cellId(at), all]))
  const off = furthest(cube)
  const rows = COMPARISONS.map(({ comparison, exposed, unexposed }): Row => {
    const countIn = (group: Group, answers: readonly string[]) => sumOf(cellsOf(group, answers).map((at) => shown.get(cellId(at)) ?? 'missing'), off) // prettier-ignore
    const [misdirected, others] = GROUPS.map((group) => ({ exposed: countIn(group, exposed), unexposed: countIn(group, unexposed) })) as [Side, Side] // prettier-ignore
    return {
      comparison,
      'misdirected.exposed': cellOf(misdirected.exposed),
      'misdirected.unexposed': cellOf(misdirected.unexposed),
      'others.exposed': cellOf(others.exposed),
      'others.unexposed': cellOf(others.unexposed),
      ...ratioOf(misdirected, others),
    }
  })
  return { ...ODDS_RATIOS, rows }
}

/** Reporters, and how far from the true number they may be; or why there are none. */
type Count = { shown: number; off: number } | 'suppressed' | 'missing'
type Side = { exposed: Count; unexposed: Count }

/** The cells of whoever gave one of these answers, as `personOf` names them. */
function cellsOf(group: Group, answers: readonly string[]): Coordinates[] {
  if (answers.includes('yes')) return [{ group, poll: 'yes' }]
  return answers.map((answer) => (answer === 'no' ? { group, poll: answer } : { group, pollPreference: answer }))
}

/** How far what is shown of a cell may be from the true count: a zero only as far as it is behind. */
type Off = { counts: number; zero: number }

function furthest({ rule, follows }: ProtectedCube): Off {
  const behind = follows === null ? 0 : mostBehind(rule)
  return { counts: rule.reach + Math.floor(rule.base / 2) + behind, zero: behind }
}

function sumOf(parts: Shown[], off: Off): Count {
  if (parts.includes('missing')) return 'missing'
  if (parts.includes('suppressed')) return 'suppressed'
  const counts = parts.filter((part) => typeof part === 'object')
  return {
    shown: counts.reduce((sum, { reporters }) => sum + reporters, 0),
    off: off.counts * counts.length + off.zero * (parts.length - counts.length),
  }
}

function cellOf(count: Count): Cell {
  if (typeof count === 'object') return count.shown
  return count === 'suppressed' ? SUPPRESSED : null
}

function ratioOf(misdirected: Side, others: Side): Record<'oddsRatio' | 'low' | 'high', Cell> {
  const [a, b, c, d] = [misdirected.exposed, misdirected.unexposed, others.exposed, others.unexposed]
  if (typeof a !== 'object' || typeof b !== 'object' || typeof c !== 'object' || typeof d !== 'object') {
    const none = [a, b, c, d].includes('missing') ? null : SUPPRESSED
    return { oddsRatio: none, low: none, high: none }
  }
  // The ratio grows with the first and the last, and falls with the others.
  const moved = (by: 1 | 0 | -1) => {
    const at = ({ shown, off }: { shown: number; off: number }, sign: number) => Math.max(0, shown + sign * by * off)
    return exactOddsRatio({ exposed: at(a, 1), unexposed: at(b, -1), otherExposed: at(c, -1), otherUnexposed: at(d, 1) }) // prettier-ignore
  }
  return { oddsRatio: moved(0).oddsRatio, low: moved(-1).low, high: moved(1).high }
}

const REPORTERS = { en: 'reporters', fr: 'personnes' }
const SIDES = [
  { name: 'misdirected.exposed', en: 'Misdirected, exposed', fr: 'Mal dirigés, exposés' },
  { name: 'misdirected.unexposed', en: 'Misdirected, unexposed', fr: 'Mal dirigés, non exposés' },
  { name: 'others.exposed', en: 'Others, exposed', fr: 'Autres, exposés' },
  { name: 'others.unexposed', en: 'Others, unexposed', fr: 'Autres, non exposés' },
].map(({ name, ...title }): Column => ({
  name,
  type: 'integer',
  isProtected: true,
  title,
  description: {
    en: 'Sum of the reporters of these answers in the table of earlier polls. Suppressed if one of them is.',
    fr: 'Somme des personnes de ces réponses dans le tableau des sondages antérieurs. Supprimée si l’une d’elles l’est.',
  },
  unit: REPORTERS,
}))
const RATIOS = [
  {
    name: 'oddsRatio',
    title: { en: 'Odds ratio', fr: 'Rapport de cotes' },
    description: {
      en: 'Conditional maximum likelihood estimate. Absent where the margins alone decide, or it is without bound.',
      fr: 'Estimation conditionnelle du maximum de vraisemblance. Absente si les marges seules décident, ou sans borne.',
    },
  },
  {
    name: 'low',
    title: { en: 'At least', fr: 'Au moins' },
    description: {
      en: 'Lower end of the exact 95 % interval, for whatever true numbers the protection leaves possible.',
      fr: 'Borne inférieure de l’intervalle exact à 95 %, quels que soient les vrais nombres que la protection laisse possibles.',
    },
  },
  {
    name: 'high',
    title: { en: 'At most', fr: 'Au plus' },
    description: {
      en: 'Upper end, likewise. Absent: without bound.',
      fr: 'Borne supérieure, de même. Absente : sans borne.',
    },
  },
].map((words): Column => ({ ...words, type: 'number', isProtected: true }))

export const ODDS_RATIOS = {
  name: 'odds-ratios',
  title: { en: 'Odds ratios', fr: 'Rapports de cotes' },
  description: {
    en: 'Earlier polls of those misdirected against those of others, reckoned from the published table alone. Whoever reported several calls with several answers stands in each of them. Complainants are not a sample of voters.',
    fr: 'Sondages antérieurs des personnes mal dirigées et des autres, calculés du seul tableau publié. Qui a signalé plusieurs appels avec plusieurs réponses figure dans chacune. Les plaignants ne sont pas un échantillon des électeurs.',
  },
  key: ['comparison'],
  columns: [
    {
      ...keyColumn('comparison', { en: 'Comparison', fr: 'Comparaison' }, { en: 'What is compared.', fr: 'Ce qui est comparé.' }), // prettier-ignore
      values: COMPARISONS.map(({ comparison, says }) => ({ value: comparison, title: says })),
    },
    ...SIDES,
    ...RATIOS,
  ],
} satisfies Omit<Table, 'rows'>
