import { normaliseCallerId } from '../caller-id.ts'
import type { Span } from './reading.ts'

const HID =
  'private|blocked|restricted|anonymous|withheld|hidden|unlisted|unknown|unavailable|unidentified|no caller ?id|out of area|confidential|not available|priv'
const CACHE =
  'prive|privee|bloque|bloquee|anonyme|masque|masquee|cache|cachee|confidentiel|confidentielle|restreint|inconnu|inconnue|indisponible|non disponible|hors zone|secret|non identifie'
const B = String.raw`(?<![\p{L}\p{N}])`
const E = String.raw`(?![\p{L}\p{N}])`

/** Each with a group for what the phone showed. */
const SAYINGS = [
  String.raw`${B}((?:${HID}) (?:number|num|nbr|caller|name|id|caller id|line|#|call))${E}(?! of)`,
  String.raw`${B}(?<!\b(?:have|got|has|get|with|dont|don't|t) )(no caller ?id|no call display|no id|caller id (?:was )?blocked|blocked caller id)${E}(?! (?:on|here|service|feature)| at(?! ¤))`,
  String.raw`${B}(?:display|caller ?id|id|number|num|#|screen|phone|it|caller|name|cid)(?: just| only| was| is| it)?(?: (?:said|says|showed(?: up)?(?: as)?|shows(?: up)?(?: as)?|read|reads|was|is|came up(?: as)?|comes up|displayed|listed as|as))? ?[:="-]{0,2} ?["']?(${HID}|${CACHE})${E}(?! (?:the|my|to me|company|person|woman|man|guy))`,
  String.raw`${B}(?:showed|shows|showing|shown|came|comes|appeared|appears|popped|displayed|registered|listed|marked|flagged)(?: up)?(?: on (?:my|the|our) [a-z ]{2,20})?(?: (?:as|like))?(?: (?:a|an))? ?[:="-]{0,2} ?["']?(${HID})${E}(?! (?:the|my|to me|company|person|woman|man|guy))`,
  String.raw`${B}(?:affiche|affichait|ecrit|marque|inscrit|indique|indiquait|apparu|apparait|sorti|disait)(?: (?:comme|en|un|une|appel|numero|nom))* ?[:="-]{0,2} ?["']?(${CACHE})${E}`,
  String.raw`${B}(?:c'etait|etait|ct|c'est|sous|en|numero) (?:un |une |ecrit |marque |inscrit )?(${CACHE})${E}(?= (?:sur|a) (?:l'|mon |le |notre )?(?:afficheur|ecran|telephone|cell|cellulaire|affichage))`,
  String.raw`${B}(${HID}|${CACHE})["']? (?:was|is|etait|est)? ?(?:(?:what|all) |ce que )(?:it|my|the|l'|mon|la)`,
  String.raw`${B}(${HID})["']? (?:showed|came|displayed|popped|appeared|flashed)${E}`,
  String.raw`${B}(${HID}|${CACHE})["']? (?:on|sur|a) (?:my |the |our |l'|mon |notre )?(?:caller ?id|call ?display|display|screen|afficheur|ecran)${E}`,
  String.raw`${B}((?:numero|num|appel|appelant|no|nom|correspondant|interlocuteur)(?: (?:etait|est|affiche))? ?:? ?(?:${CACHE}))${E}`,
  String.raw`${B}(?:afficheur|affichage|ecran|telephone|affichait|disait|indiquait|montrait|identifiant|cell|ca)(?: (?:disait|dit|indiquait|indique|montrait|affichait|marquait|etait|:|c'etait|ecrit|marque))? ?[:="-]{0,2} ?["']?(${CACHE}|${HID})${E}`,
  String.raw`${B}(?:they|he|she|caller|callers|who|it|person|guy|lady|woman|man|robot|ils|il|elle|on|appelant|dame|monsieur)(?: had| has| was| a| ont| avait| avaient)? ((?:hid|hide|withheld|blocked|blocks|block|hides|cache|masque|bloque) (?:their|his|her|its|the|leur|son|le) (?:number|caller id|id|num|numero))${E}`,
  String.raw`${B}((?:aucun|pas de) numero (?:affiche|visible|d'affiche|sur l'afficheur|a l'afficheur|a l'ecran)|sans numero|(?:aucune|sans) identification|no number (?:shown|displayed|showed(?: up)?|came up|showing|on (?:the |my )?(?:display|screen))|number (?:was )?(?:not shown|not displayed|hidden|withheld|blocked))${E}`,
]

/** Between signs, or all of a text, one of these words is what the phone showed. */
const ALONE = String.raw`(?:^|[,;/|\n(.¤"-])\s{0,3}(?:it was |it's |its |was |c'etait |ct |from |de )?(${HID}|${CACHE})\s{0,3}(?=$|[,;/|\n).!¤"-])`

/** Made with the first text that is searched. */
let sayings: RegExp[] | undefined

// The reporter's doing, or somebody else's privacy.
const NOT_SHOWN =
  /\b(?:i|we|ive|i've|have|keep|remain|stay|be|rester|j'ai|je) (?:already |just |(?:my|our|mon|ma) (?:[a-z]+ )?|it |now |un |une |an? )?$/

/** Where a text says that no number was shown. */
export function findHidden(plain: string): Span | undefined {
  sayings ??= [...SAYINGS, ALONE].map((saying) => new RegExp(saying, 'gu'))
  for (const saying of sayings) {
    for (const match of plain.matchAll(saying)) {
      const shown = match[1]!
      const start = match.index + match[0].lastIndexOf(shown)
      if (NOT_SHOWN.test(plain.slice(Math.max(0, match.index - 30), match.index))) continue
      const { kind } = normaliseCallerId(shown)
      if (kind === 'withheld' || kind === 'unavailable') return { start, end: start + shown.length }
    }
  }
  return undefined
}
