import { overlaps, type Span } from './reading.ts'

/** How one kind of word is found in a folded text, and what it says; undefined where it says nothing after all. */
export type Rule<Reading, Context = void> = {
  pattern: RegExp
  read: (match: RegExpMatchArray, context: Context) => Reading | undefined
}

const BEFORE = String.raw`(?<![\p{L}\p{N}])`
const AFTER = String.raw`(?![\p{L}\p{N}%])`

/** A rule for words that stand by themselves. */
export function rule<Reading, Context = void>(
  pattern: string,
  read: Rule<Reading, Context>['read'],
): Rule<Reading, Context> {
  let compiled: RegExp | undefined
  return {
    // With the first text: long expressions take some milliseconds, which a keyword need not wait for.
    get pattern() {
      return (compiled ??= new RegExp(`${BEFORE}(?:${pattern})${AFTER}`, 'gu'))
    },
    read,
  }
}

/** The same of words that begin with figures: not within "450-555-0146", "$10.15" or "7/10". */
export function timeRule<Reading, Context = void>(
  pattern: string,
  read: Rule<Reading, Context>['read'],
): Rule<Reading, Context> {
  return rule(String.raw`(?<![$#.:,-]|\d/)(?:${pattern})`, read)
}

/** What the rules find, in order and apart; of two that overlap, what the earlier rule found. */
export function atomsBy<Reading, Context>(
  rules: readonly Rule<Reading, Context>[],
  plain: string,
  context: Context,
): (Reading & Span)[] {
  const atoms: (Reading & Span)[] = []
  for (const { pattern, read } of rules) {
    const before = [...atoms]
    for (const match of plain.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].trimEnd().length }
      if (before.some((atom) => overlaps(atom, span))) continue
      const reading = read(match, context)
      if (reading) atoms.push({ ...reading, ...span })
    }
  }
  return atoms.toSorted((a, b) => a.start - b.start)
}
