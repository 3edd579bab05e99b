import { plainText } from '../plain-text.ts'
import type { Language } from '../problem-texts.ts'

/** What a text is that asks for something and tells nothing. Without a language the sender's own is answered in. */
export type Keyword = { does: 'stop' | 'start' | 'help' | 'show' | 'erase' | 'speak'; language?: Language }

// The five that Canadian carriers ask of every programme (STOP, ARRET, HELP, AIDE, INFO), and what else carriers take for STOP.
const WORDS: Record<string, Keyword> = {
  ...all('stop stopall unsubscribe cancel end quit optout opt-out revoke remove', { does: 'stop', language: 'en' }),
  ...all('arret arreter desabonner td', { does: 'stop', language: 'fr' }),
  ...all('start unstop', { does: 'start' }),
  help: { does: 'help', language: 'en' },
  aide: { does: 'help', language: 'fr' },
  info: { does: 'help' },
  show: { does: 'show', language: 'en' },
  voir: { does: 'show', language: 'fr' },
  erase: { does: 'erase', language: 'en' },
  effacer: { does: 'erase', language: 'fr' },
  ...all('en english anglais', { does: 'speak', language: 'en' }),
  ...all('fr french francais', { does: 'speak', language: 'fr' }),
}
const LONGEST = 20

function all(words: string, keyword: Keyword): Record<string, Keyword> {
  return Object.fromEntries(words.split(' ').map((word) => [word, keyword]))
}

/** The keyword that a whole message is, whatever its case and accents; one in a longer text is a part of what is told. */
export function readKeyword(text: string): Keyword | undefined {
  const word = wholeWord(text)
  return word.length <= LONGEST && Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
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
  `hi|hello|hey|hello there|hi there|good morning|good evening|bonjour|bonsoir|salut|allo|test|testing|ping|yo|thanks|thank you|thx|ty|merci|merci beaucoup|mci|ok|okay|k|oui|yes|yep|cool|great
report|i want to report|i want to report a call|i want to make a complaint|complaint|plainte|signaler|je veux signaler un appel|is this where i report|how do i report|can i report here|who is this|who are you|c'est qui|qui est-ce`.split(
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
