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
      `is at most ${reach} from the true one, then rounded to a multiple of ${base}, so at most ${off} from it when it is drawn. Cells with fewer than ${shownFrom} reporters of that population are suppressed, ` +
      `which means few people or nobody: in the first edition about ${first} % of the finest cells in which nobody is (a day of a riding) are suppressed all the same, in each further one ${further} % of those left, and with them nearly every coarser cell in which nobody is. ` +
      `From one edition to the next all numbers of a cell stay until ${least} to ${most} reporters more or less are in it: until then they may be as many reporters behind, and by as many reports and complaints as these and earlier people have added. Zero means nobody. Single caller IDs, their first digits and scripts are listed only when their counts are shown.`,
    fr:
      `Règle ${version}. Chaque cellule est protégée une fois par édition; les cellules forment un ensemble fermé, et rien d’autre ne peut être demandé. Les nombres sont ceux d’une population possible : chacun ` +
      `s’écarte d’au plus ${reach} du vrai, puis est arrondi à un multiple de ${base}, donc s’en écarte d’au plus ${off} lorsqu’il est tiré. Les cellules de moins de ${shownFrom} personnes de cette population sont supprimées, ` +
      `ce qui veut dire peu de gens ou personne : dans la première édition environ ${first} % des cellules vides les plus fines (un jour d’une circonscription) sont supprimées aussi, dans chaque suivante ${further} % de celles qui restent, et avec elles presque toute cellule vide plus grossière. ` +
      `D’une édition à l’autre les nombres d’une cellule demeurent tous jusqu’à ce que de ${least} à ${most} personnes de plus ou de moins y soient : d’ici là ils peuvent avoir autant de personnes de retard, et autant de signalements et de plaintes que celles-ci et d’autres ont ajoutés. Zéro veut dire personne. Un numéro, ses premiers chiffres ou un scénario n’est listé que si ses nombres sont montrés.`,
  }
}
