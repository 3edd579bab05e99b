import type { Rule } from '../cube/protected-cube.ts'
import type { Bilingual } from '../dataset/table.ts'

/** The rule with its parameters, so that everyone can tell what a number may stand for. */
export function sayProtection(rule: Rule): Bilingual {
  const { version, base, reach, shownFrom, moves, zerosSuppressed } = rule
  const off = reach + Math.floor(base / 2)
  const [least, most] = moves
  const [first, further] = zerosSuppressed.map((share) => Math.round(100 * share))
  return {
    en:
      `Rule ${version}. Every cell is protected once per edition; the cells are a closed set, and nothing else can be asked for. Numbers are those of a population that could have been: each count ` +
      `is at most ${reach} from the true one, then rounded to a multiple of ${base}, so at most ${off} from it. Cells with fewer than ${shownFrom} reporters of that population are suppressed, ` +
      `which means few people or nobody: in the first edition about ${first} % of the cells in which nobody is are suppressed all the same, in each further one ${further} % of those left. ` +
      `From one edition to the next a number stays until ${least} to ${most} reporters more or less are in its cell. Zero means nobody. Single caller IDs and scripts are listed only when their counts are shown.`,
    fr:
      `Règle ${version}. Chaque cellule est protégée une fois par édition; les cellules forment un ensemble fermé, et rien d’autre ne peut être demandé. Les nombres sont ceux d’une population possible : chacun ` +
      `s’écarte d’au plus ${reach} du vrai, puis est arrondi à un multiple de ${base}, donc s’en écarte d’au plus ${off}. Les cellules de moins de ${shownFrom} personnes de cette population sont supprimées, ` +
      `ce qui veut dire peu de gens ou personne : dans la première édition environ ${first} % des cellules vides sont supprimées aussi, dans chaque suivante ${further} % de celles qui restent. ` +
      `D’une édition à l’autre un nombre demeure jusqu’à ce que de ${least} à ${most} personnes de plus ou de moins soient dans sa cellule. Zéro veut dire personne. Un numéro ou un texte n’est listé que si ses nombres sont montrés.`,
  }
}
