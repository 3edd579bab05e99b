/** Words that hold a sentence together: terms are matched as if they were not there. `votre` is one, and is no vote. */
const FILLERS = new Set(
  `
a an the of my our your his her their its this that these those very really just some also s
j m n c qu le la les l un une d de des du mon ma mes notre nos votre vos ton ta tes son sa ses leur leurs ce cet cette ces
`
    .trim()
    .split(/\s+/),
)
const DOTTED = /\b(?:[a-z]\.){2,}/g
const WORDS = /[a-z]+|\d+|\$/g
const DOUBLED = /([bcdfglmnprstz])\1/g
/** How many words may stand in a gap of a term. */
const GAP = 4
const SHORTEST_STEM = 3

/** What is looked for at one place of a term: an alternative of words and stems. */
type Slot = { id: number; mayBeLater: boolean }
type Term = { concept: string; rest: Slot[] }

/** The words of a text that is plain, without fillers; double consonants count once, as half of the slips in spelling are there. */
export function wordsOf(plain: string): string[] {
  const joined = plain.replace(DOTTED, (letters) => letters.replaceAll('.', '')).replaceAll("n't", 'nt')
  const words = joined.match(WORDS) ?? []
  return words.filter((word) => !FILLERS.has(word)).map(spelled)
}

function spelled(text: string): string {
  return text.replace(DOUBLED, '$1')
}

/**
 * Reads a table of concepts, one a line: a name, a colon, terms between commas. In a term `|` parts alternatives, `*` leaves the
 * ending open, `#` is any number, and `..` lets up to four words pass.
 */
export class Concepts {
  readonly #words = new Map<string, number[]>()
  readonly #stems = new Map<string, number[]>()
  readonly #slots = new Map<string, number>()
  readonly #terms: Term[][] = []
  #longestStem = 0

  constructor(table: string) {
    for (const line of table.trim().split('\n')) {
      const [concept, terms] = line.split(': ', 2)
      for (const term of terms!.split(', ')) this.#add(concept!, term)
    }
  }

  /** The concepts that a text speaks of. */
  in(words: string[]): Set<string> {
    const slotsOf = new Map([...new Set(words)].map((word) => [word, this.#slotsOf(word)]))
    const present = new Set([...slotsOf.values()].flatMap((ids) => [...ids]))
    const begun = new Map([...present].map((id) => [id, this.#possible(id, present)]))
    const slots = words.map((word) => slotsOf.get(word)!)
    const found = new Set<string>()
    for (const [i, ids] of slots.entries()) {
      for (const { concept, rest } of [...ids].flatMap((id) => begun.get(id)!)) {
        if (!found.has(concept) && follows(slots, i + 1, rest, 0)) found.add(concept)
      }
    }
    return found
  }

  /** Of the terms that begin so, those that the text has all words of: to try the others at each place would take most of the time. */
  #possible(first: number, present: Set<number>): Term[] {
    return this.#terms[first]!.filter(({ rest }) => rest.every(({ id }) => present.has(id)))
  }

  #add(concept: string, term: string): void {
    const rest: Slot[] = []
    let [first, mayBeLater] = [-1, false]
    for (const part of term.split(' ')) {
      if (part === '..') mayBeLater = true
      else if (!FILLERS.has(part)) {
        const id = this.#slot(part)
        if (first === -1) first = id
        else rest.push({ id, mayBeLater })
        mayBeLater = false
      }
    }
    this.#terms[first]!.push({ concept, rest })
  }

  #slot(part: string): number {
    const known = this.#slots.get(part)
    if (known !== undefined) return known
    const id = this.#terms.push([]) - 1
    this.#slots.set(part, id)
    for (const word of spelled(part).split('|')) this.#spell(word, id)
    return id
  }

  #spell(word: string, id: number): void {
    const isStem = word.endsWith('*')
    const letters = isStem ? word.slice(0, -1) : word
    if (isStem) this.#longestStem = Math.max(this.#longestStem, letters.length)
    const table = isStem ? this.#stems : this.#words
    const ids = table.get(letters)
    if (ids) ids.push(id)
    else table.set(letters, [id])
  }

  #slotsOf(word: string): Set<number> {
    const ids = new Set(this.#words.get(word))
    if (/^\d/.test(word)) for (const id of this.#words.get('#') ?? []) ids.add(id)
    for (let end = SHORTEST_STEM; end <= Math.min(word.length, this.#longestStem); end += 1) {
      for (const id of this.#stems.get(word.slice(0, end)) ?? []) ids.add(id)
    }
    return ids
  }
}

function follows(slots: Set<number>[], from: number, rest: Slot[], next: number): boolean {
  const slot = rest[next]
  if (!slot) return true
  const last = Math.min(slot.mayBeLater ? from + GAP : from, slots.length - 1)
  for (let i = from; i <= last; i += 1) {
    if (slots[i]!.has(slot.id) && follows(slots, i + 1, rest, next + 1)) return true
  }
  return false
}
