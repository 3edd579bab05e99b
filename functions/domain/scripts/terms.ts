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
  return words.filter((word) => !FILLERS.has(word)).map((word) => word.replace(DOUBLED, '$1'))
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
    const found = new Set<string>()
    const slots = words.map((word) => this.#slotsOf(word))
    for (const [i, ids] of slots.entries()) {
      for (const id of ids) {
        for (const { concept, rest } of this.#terms[id]!) {
          if (!found.has(concept) && follows(slots, i + 1, rest, 0)) found.add(concept)
        }
      }
    }
    return found
  }

  #add(concept: string, term: string): void {
    const slots: Slot[] = []
    let mayBeLater = false
    for (const part of term.split(' ')) {
      if (part === '..') mayBeLater = true
      else if (!FILLERS.has(part)) {
        slots.push({ id: this.#slot(part), mayBeLater })
        mayBeLater = false
      }
    }
    const [first, ...rest] = slots
    this.#terms[first!.id]!.push({ concept, rest })
  }

  #slot(part: string): number {
    const known = this.#slots.get(part)
    if (known !== undefined) return known
    const id = this.#terms.push([]) - 1
    this.#slots.set(part, id)
    for (const word of part.split('|')) {
      const spelled = word.replace('*', '').replace(DOUBLED, '$1')
      const isStem = word.endsWith('*')
      if (isStem) this.#longestStem = Math.max(this.#longestStem, spelled.length)
      const table = isStem ? this.#stems : this.#words
      const ids = table.get(spelled)
      if (ids) ids.push(id)
      else table.set(spelled, [id])
    }
    return id
  }

  #slotsOf(word: string): number[] {
    const exact = this.#words.get(/^\d/.test(word) && !this.#words.has(word) ? '#' : word)
    const ids = [...(exact ?? [])]
    for (let end = SHORTEST_STEM; end <= Math.min(word.length, this.#longestStem); end += 1) {
      ids.push(...(this.#stems.get(word.slice(0, end)) ?? []))
    }
    return ids
  }
}

function follows(slots: number[][], from: number, rest: Slot[], next: number): boolean {
  const slot = rest[next]
  if (!slot) return true
  const last = slot.mayBeLater ? from + GAP : from
  for (let i = from; i <= last && i < slots.length; i += 1) {
    if (slots[i]!.includes(slot.id) && follows(slots, i + 1, rest, next + 1)) return true
  }
  return false
}
