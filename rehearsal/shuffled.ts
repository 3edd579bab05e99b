import type { Random } from './random.ts'

/** The same items, each up to about `width` places later: reports of one call come apart, the days stay in order. */
export function* shuffled<T>(items: Iterable<T>, width: number, random: Random): Generator<T> {
  const waiting: T[] = []
  for (const item of items) {
    if (waiting.length < width) {
      waiting.push(item)
      continue
    }
    const at = random.between(0, width - 1)
    yield waiting[at]!
    waiting[at] = item
  }
  while (waiting.length > 0) {
    const [item] = waiting.splice(random.between(0, waiting.length - 1), 1)
    yield item!
  }
}
