import { type Piece, piecesOf } from './digit-pieces.ts'
import { compose, type Joining } from './number-words.ts'

/** How a digit follows the one before it: with something else between them, with separators only, or with nothing. */
export const APART = 0
export const SEPARATED = 1
export const GLUED = 2

/** All digits of a text, in the order in which one would dial them, and where in the text each comes from. */
export type DigitStream = { digits: string; starts: number[]; ends: number[]; joins: number[] }

// Nothing joins that need not; then what English joins, what French does, and this beyond commas.
const JOININGS: Joining[] = [
  { hundreds: false, scores: false, commas: false },
  { hundreds: true, scores: false, commas: false },
  { hundreds: true, scores: true, commas: false },
  { hundreds: true, scores: true, commas: true },
]

/**
 * The digits of a text in each way of reading it: of any script, spelled out in English or French, or letters that look like
 * them. Words that are none of these part what stands before from what comes after; all else separates. Linear in the text's
 * length.
 */
export function readDigits(text: string): [DigitStream, ...DigitStream[]] {
  const pieces = piecesOf(text)
  const isAmbiguous = pieces.some((piece) => piece.kind === 'word' && piece.worth >= 10)
  const [first, ...others] = isAmbiguous ? JOININGS : JOININGS.slice(0, 1)
  return [write(pieces, first!), ...others.map((joining) => write(pieces, joining))]
}

/** The North American numbers in a text, ten digits each, where they stand by themselves. */
export function dialledNumbers(text: string): string[] {
  const [{ digits, joins }] = readDigits(text)
  const runs = Array.from(digits, (digit, index) => (joins[index] === APART ? ` ${digit}` : digit)).join('')
  return [...runs.matchAll(/(?<= (?:011|00)?1?)[2-9]\d\d[2-9]\d{6}(?= |$)/g)].map(([number]) => number)
}

type Span = { start: number; end: number }

function write(pieces: Piece[], joining: Joining): DigitStream {
  const writer = new DigitWriter(joining)
  for (const piece of pieces) {
    if (piece.kind === 'digits') writer.write(piece.digits, piece)
    else if (piece.kind === 'word') writer.say(piece.worth, piece)
    else if (piece.kind === 'stop') writer.stop()
    else if (!joining.commas) writer.pause()
  }
  return writer.close()
}

/** Puts digits down one after another, holding back a spoken number as long as the next word may belong to it. */
class DigitWriter {
  #stream: DigitStream = { digits: '', starts: [], ends: [], joins: [] }
  #joining: Joining
  #pending: (Span & { worth: number; join: number }) | undefined
  #lastEnd = -1
  #isParted = true
  #repeat = 1

  constructor(joining: Joining) {
    this.#joining = joining
  }

  write(digits: string, span: Span): void {
    const join = this.#joinAt(span)
    this.#flush()
    const repeated = digits.charAt(0).repeat(this.#repeat - 1)
    this.#put(repeated, span, join)
    this.#put(digits, span, repeated ? GLUED : join)
    this.#repeat = 1
  }

  /** A number word; below zero it repeats the next digit. */
  say(worth: number, span: Span): void {
    const together = this.#pending && compose(this.#pending.worth, worth, this.#joining)
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

  /** What was said before is said. */
  pause(): void {
    this.#flush()
  }

  stop(): void {
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
    const isWritten = digits.length === end - start
    for (let i = 0; i < digits.length; i += 1) {
      starts.push(isWritten ? start + i : start)
      ends.push(isWritten ? start + i + 1 : end)
      joins.push(i === 0 ? join : GLUED)
    }
    this.#stream.digits += digits
  }
}
