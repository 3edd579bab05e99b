/** One of several texts into which a phone cut a message: "(1/2) Your poll" and "has moved (2/2)". */
export type TextPart = { part: number; of: number; text: string }

const MARK = /^\s*\((\d)\s?\/\s?(\d)\)\s*|\s*\((\d)\s?\/\s?(\d)\)\s*$/

/** The part that a text says it is; undefined when it says nothing of the kind. */
export function readPart(text: string): TextPart | undefined {
  const match = MARK.exec(text)
  const [part, of] = [Number(match?.[1] ?? match?.[3]), Number(match?.[2] ?? match?.[4])]
  if (!match || !(part >= 1 && part <= of && of > 1)) return undefined
  return { part, of, text: text.replace(MARK, '').trim() }
}

/** The parts in their order, as far as they came. */
export function joinParts(parts: Record<string, string>): string {
  return Object.entries(parts)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, text]) => text)
    .join(' ')
}
