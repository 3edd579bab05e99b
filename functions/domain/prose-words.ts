import { numberWords } from './number-words.ts'

// As long as the longest word for a number.
const BEHIND_FIGURES = /(?<=\p{Nd}[^\p{L}\p{N}]{1,4})\p{L}{1,12}(?=(?:['’]|,?\s{1,3})(\p{L}{1,12}))/gu
const SENTENCE_BEFORE = /[.!?;\n]\s*$/

/**
 * A text in which words behind figures are no digits of theirs: "468550161. I vote", "… 161 l'appel", "… 161. Un homme". As long as
 * before. For reading a number alone: where the reporter's own line is taken out, what may be a digit is one.
 */
export function withoutProse(text: string): string {
  return text.replace(BEHIND_FIGURES, (word, next: string, at: number) => {
    const isPronoun = /^[il]$/i.test(word)
    const isProse = (isPronoun || SENTENCE_BEFORE.test(text.slice(Math.max(0, at - 4), at))) && !isOfNumbers(next)
    return isProse ? 'w'.repeat(word.length) : word
  })
}

function isOfNumbers(word: string): boolean {
  return /^(?:and|et|dash|tiret|point|dot|then|puis)$/i.test(word) || numberWords(word.toLowerCase()) !== undefined
}
