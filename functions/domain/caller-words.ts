import { editDistance } from './edit-distance.ts'
import { plainText } from './plain-text.ts'

/** What phones show, in English and French, where the caller hid the number. */
const WITHHELD = `
private|prive|privee|blocked|bloque|bloquee|anonymous|anonyme|anonym|restricted|restreint|restreinte|confidential|confidentiel|confidentielle
masque|masquee|cache|cachee|hidden|withheld|hid|secret|secrete|unlisted
no caller id|no callerid|nocallerid|no id|caller id blocked|without caller id|sans id|pas d id|aucun id|aucune identification|sans identification
`
/** Where the network had none to show. */
const UNAVAILABLE = `
unknown|inconnu|inconnue|inconnus|unavailable|indisponible|unidentified
not available|non disponible|pas disponible|out of area|out of the area|hors zone|hors de la zone|hors region|hors de la region|hors secteur|hors du secteur
no number|aucun numero|pas de numero|sans numero|not provided|non identifie|none shown|none displayed
`

type Phrases = { phrases: string[]; long: string[] }

function read(list: string): Phrases {
  const phrases = list.trim().split(/[|\n]/)
  return { phrases, long: phrases.filter((phrase) => phrase.length >= 7) }
}

const KINDS = { withheld: read(WITHHELD), unavailable: read(UNAVAILABLE) }

// In a longer sentence one of these words has to say that it is about a display: "a private company" is not.
const FEW_WORDS = 4
const OF_DISPLAY = new Set(
  'number caller id name display displayed shown showed shows showing said says came read just numero appelant afficheur affiche affichait affichage ecrit indique identifiant nom sip'.split(
    ' ',
  ),
)

/** Why no number was shown, if the text says so; one slip of the keyboard is forgiven in a long word. */
export function readNoNumber(text: string): 'withheld' | 'unavailable' | undefined {
  const words = plainText(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  if (words.length > FEW_WORDS && !words.some((word) => OF_DISPLAY.has(word))) return undefined
  const said = words.join(' ')
  const kinds = Object.entries(KINDS) as [keyof typeof KINDS, Phrases][]
  const [kind] =
    kinds.find(([, { phrases }]) => phrases.some((phrase) => ` ${said} `.includes(` ${phrase} `))) ??
    kinds.find(([, known]) => [said, ...words].some((each) => isSlipFor(each, known.long))) ??
    []
  return kind
}

function isSlipFor(text: string, known: string[]): boolean {
  return text.length >= 6 && known.some((each) => editDistance(text, each, 1) <= 1)
}
