import { compose, numberWords } from './number-words.ts'
import { digitsOf } from './unicode-digits.ts'

/** How a digit follows the one before it: with something else between them, with separators only, or with nothing. */
export const APART = 0
export const SEPARATED = 1
export const GLUED = 2

/** All digits of a text, in the order in which one would dial them, and where in the text each comes from. */
export type DigitStream = { digits: string; starts: number[]; ends: number[]; joins: number[] }

// The long vowel mark of Japanese is a letter, and one of the dashes of phone numbers.
const PIECE = /([\p{L}--ー][[\p{L}\p{M}\p{Cf}]--ー]*)|[0-9]+|\p{N}/gv
// What one says between the parts of a number.
const SPOKEN_SEPARATORS = new Set(['and', 'et', 'dash', 'hyphen', 'tiret', 'dot', 'point', 'slash', 'space', 'espace'])

/**
 * Reads the digits of a text: of any script, spelled out in English or French, or letters that look like them. Words that are
 * none of these part what stands before from what comes after; all else separates. Linear in the text's length.
 */
export function readDigits(text: string, tight = false): DigitStream {
  const writer = new DigitWriter(tight)
  for (const { 0: piece, 1: letters, index } of text.matchAll(PIECE)) {
    const end = index + piece.length
    if (letters) readLetters(fold(letters), { start: index, end }, writer)
    else if (piece.length === 1 || piece > '9') writer.write(digitsOf(piece), { start: index, end })
    else for (let i = 0; i < piece.length; i += 1) writer.write(piece[i]!, { start: index + i, end: index + i + 1 })
  }
  return writer.close()
}

/** The North American numbers in a text, ten digits each, where they stand by themselves. */
export function dialledNumbers(text: string): string[] {
  const { digits, joins } = readDigits(text)
  const runs = Array.from(digits, (digit, index) => (joins[index] === APART ? ` ${digit}` : digit)).join('')
  return [...runs.matchAll(/(?<= (?:011|00)?1?)[2-9]\d\d[2-9]\d{6}(?= |$)/g)].map(([number]) => number)
}

type Span = { start: number; end: number }

function readLetters(letters: string, span: Span, writer: DigitWriter): void {
  const worths = numberWords(letters)
  if (worths) for (const worth of worths) writer.say(worth, span)
  else if (!SPOKEN_SEPARATORS.has(letters)) writer.part()
}

function fold(letters: string): string {
  return letters
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
}

/** Puts digits down one after another, holding back a spoken number as long as the next word may belong to it. */
class DigitWriter {
  #stream: DigitStream = { digits: '', starts: [], ends: [], joins: [] }
  #tight: boolean
  #pending: (Span & { worth: number; join: number }) | undefined
  #lastEnd = -1
  #isParted = true
  #repeat = 1

  constructor(tight: boolean) {
    this.#tight = tight
  }

  write(digits: string, span: Span): void {
    const join = this.#joinAt(span)
    this.#flush()
    this.#put(digits.length === 1 ? digits.repeat(this.#repeat) : digits, span, join)
    this.#repeat = 1
  }

  /** A number word; below zero it repeats the next digit. */
  say(worth: number, span: Span): void {
    const together = this.#pending && compose(this.#pending.worth, worth, this.#tight)
    if (together !== undefined) {
      this.#pending = { ...this.#pending!, worth: together, end: span.end }
      this.#lastEnd = span.end
    } else if (worth < 0) {
      this.#flush()
      this.#repeat = -worth
    } else if (this.#repeat > 1) this.write(String(worth), span)
    else {
      const join = this.#joinAt(span)
      this.#flush()
      this.#pending = { ...span, worth, join }
    }
  }

  part(): void {
    this.#flush()
    this.#isParted = true
    this.#repeat = 1
  }

  close(): DigitStream {
    this.#flush()
    return this.#stream
  }

  #joinAt({ start, end }: Span): number {
    const join = this.#isParted ? APART : start <= this.#lastEnd ? GLUED : SEPARATED
    this.#isParted = false
    this.#lastEnd = end
    return join
  }

  #flush(): void {
    if (!this.#pending) return
    this.#put(String(this.#pending.worth), this.#pending, this.#pending.join)
    this.#pending = undefined
  }

  #put(digits: string, { start, end }: Span, join: number): void {
    const { starts, ends, joins } = this.#stream
    for (let i = 0; i < digits.length; i += 1) {
      starts.push(start)
      ends.push(end)
      joins.push(i === 0 ? join : GLUED)
    }
    this.#stream.digits += digits
  }
}
