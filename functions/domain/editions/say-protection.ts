import type { Rule } from '../cube/protected-cube.ts'
import type { Bilingual } from '../dataset/table.ts'
import { mostBehind } from '../protection/rule.ts'

/** The rule with its parameters, so that everyone can tell what a number may stand for. */
export function sayProtection(rule: Rule): Bilingual {
  const { version, base, reach, shownFrom, redrawn, zerosSuppressed } = rule
  const off = reach + Math.floor(base / 2)
  const [behind, usual] = [mostBehind(rule), redrawn.findIndex((chance) => chance >= 0.5)]
  const [never, share] = [redrawn[0]!, zerosSuppressed].map((chance) => Math.round(100 * chance))
  return {
    en:
      `Rule ${version}. Every cell is protected once per edition; the cells are a closed set, and nothing else can be asked for. Numbers are those of a population that could have been: each count ` +
      `is at most ${reach} from the true one, then rounded to a multiple of ${base}, so at most ${off} from it when it is drawn. Cells with fewer than ${shownFrom} reporters of that population are suppressed, ` +
      `which means few people or nobody: of the finest cells in which nobody is (a day of a riding) about ${share} % are suppressed all the same when they are first listed, more where many people are around them, and with them coarser cells in which nobody is. ` +
      `From one edition to the next what is shown of a cell stays, a zero too, until enough reporters more or less are in it: for half of the cells ${usual} are enough, for some one, for all ${behind + 1}; and ${never} % are drawn anew though nobody came. Until then they may be ${behind} reporters behind, and by as many reports and complaints as these and earlier people have added. ` +
      `A cell that is drawn anew strays from the true count about as it did before. Zero means that nobody was there when it was drawn. Single caller IDs, their first digits and scripts are listed only when their counts are shown.`,
    fr:
      `Règle ${version}. Chaque cellule est protégée une fois par édition; les cellules forment un ensemble fermé, et rien d’autre ne peut être demandé. Les nombres sont ceux d’une population possible : chacun ` +
      `s’écarte d’au plus ${reach} du vrai, puis est arrondi à un multiple de ${base}, donc s’en écarte d’au plus ${off} lorsqu’il est tiré. Les cellules de moins de ${shownFrom} personnes de cette population sont supprimées, ` +
      `ce qui veut dire peu de gens ou personne : des cellules vides les plus fines (un jour d’une circonscription) environ ${share} % sont supprimées aussi lorsqu’elles paraissent, davantage là où il y a du monde autour, et avec elles des cellules vides plus grossières. ` +
      `D’une édition à l’autre ce qui est montré d’une cellule demeure, un zéro aussi, jusqu’à ce qu’assez de personnes de plus ou de moins y soient : pour la moitié des cellules ${usual} suffisent, pour quelques-unes une seule, pour toutes ${behind + 1}; et ${never} % sont tirées de nouveau sans que personne ne soit venu. D’ici là elles peuvent avoir ${behind} personnes de retard, et autant de signalements et de plaintes que celles-ci et d’autres ont ajoutés. ` +
      `Une cellule tirée de nouveau s’écarte du vrai à peu près comme avant. Zéro veut dire que personne n’y était lors du tirage. Un numéro, ses premiers chiffres ou un scénario n’est listé que si ses nombres sont montrés.`,
  }
}
