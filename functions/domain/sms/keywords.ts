import { plainText } from '../plain-text.ts'
import type { Language } from '../problem-texts.ts'

/** What a text is that asks for something and tells nothing. Without a language the sender's own is answered in. */
export type Keyword = { does: 'stop' | 'start' | 'help' | 'show' | 'erase' | 'speak'; language?: Language }

// The five that Canadian carriers ask of every programme (STOP, ARRET, HELP, AIDE, INFO), what else carriers take for STOP, and what
// people write who mean one of them.
const WORDS: Record<string, Keyword> = {
  ...all('stop|stopall|unsubscribe|unsubscribe me|cancel|end|quit|optout|opt-out|opt out|revoke|stop it|stop texting me|please stop|stop please|no more texts', { does: 'stop', language: 'en' }),
  ...all("arret|arrete|arretez|arreter|arret svp|desabonner|desabonnez|desabonnez-moi|fin|td|cesser|plus de textos", { does: 'stop', language: 'fr' }),
  ...all('start|unstop', { does: 'start' }),
  ...all('help|help me|help please|please help', { does: 'help', language: 'en' }),
  ...all('aide|aidez-moi|aidez moi|aide svp', { does: 'help', language: 'fr' }),
  info: { does: 'help' },
  ...all('show|show me|show my data|what do you hold on me', { does: 'show', language: 'en' }),
  ...all('voir|voir mes donnees|montrer', { does: 'show', language: 'fr' }),
  ...all('erase|erase me|erase my data|erase all|delete|delete me|delete my data|delete all|delete my report|remove|remove my report|remove my reports|remove my data|withdraw|withdraw my report', { does: 'erase', language: 'en' }),
  ...all('effacer|efface|effacez|effacez mes donnees|effacer mes donnees|supprimer|supprimez|supprimer mes donnees|retirer|retirer mon signalement', { does: 'erase', language: 'fr' }),
  ...all('en|english|anglais|english please|in english|in english please', { does: 'speak', language: 'en' }),
  ...all('fr|french|francais|francais svp|en francais|en francais svp|francais s.v.p', { does: 'speak', language: 'fr' }),
} // prettier-ignore
const LONGEST = 30

function all(words: string, keyword: Keyword): Record<string, Keyword> {
  return Object.fromEntries(words.split('|').map((word) => [word, keyword]))
}

/** The keyword that a whole message is, whatever its case and accents; one in a longer text is a part of what is told. */
export function readKeyword(text: string): Keyword | undefined {
  // "S.T.O.P" as well.
  const [word, spelled] = [wholeWord(text), wholeWord(text).replaceAll('.', '')]
  const known = [word, spelled].find((each) => each.length <= LONGEST && Object.hasOwn(WORDS, each))
  return known === undefined ? undefined : WORDS[known]
}

const SKIPS = new Set(
  `0|o|zero|skip|pass|passe|passer|next|suivant|none|aucun|aucune|no|non|nope|?|idk|dk|dunno|i dunno|don't know|dont know|i don't know|i dont know|do not know|i do not know
no idea|not sure|im not sure|i'm not sure|can't remember|cant remember|don't remember|i forget|forgot|je sais pas|je ne sais pas|j'sais pas|jsais pas|sais pas|ne sais pas|chais pas
aucune idee|pas sur|pas sure|je ne sais plus|je sais plus|je ne me souviens pas|oublie|jsp|i dont remember|i don't remember|unsure|skip it|n/a|na`.split(
    /[|\n]/,
  ),
)

/** Whether a whole message answers a question with nothing. */
export function isSkip(text: string): boolean {
  return SKIPS.has(wholeWord(text))
}

// Two words with nothing to tell. Whoever writes them is asked for more, and has told nothing yet.
const GREETINGS = new Set(
  `hi|hello|hey|hello there|hi there|good morning|good evening|bonjour|bonsoir|salut|allo|test|testing|ping|yo|thanks|thank you|thanks so much|thank you so much|thank you very much|many thanks|thx|ty|merci|merci bien|merci beaucoup|mci|ok|okay|k|oui|yes|yep|cool|great
report|i want to report|i want to report a call|i want to make a complaint|complaint|plainte|signaler|je veux signaler un appel|is this where i report|how do i report|can i report here|who is this|who are you|are you a robot|is this a robot|is this real|is this elections canada|c'est qui|qui est-ce|etes-vous un robot|c'est vrai|est-ce elections canada`.split(
    /[|\n]/,
  ),
)

/** Whether a whole message tells nothing: a greeting, thanks, or not a letter and not a digit. */
export function isEmptyTalk(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || GREETINGS.has(wholeWord(text))
}

// "STOP." and "Stop!" are the whole message; "?" is one too.
function wholeWord(text: string): string {
  const plain = plainText(text).trim().replace(/\s+/g, ' ')
  return plain === '?' ? plain : plain.replace(/^[\s"'(«]+|[\s"'.!?)»]+$/gu, '')
}
