/** Of the pairs found to be one, the share that is; and of those that are, the share that was found. */
export type Shares = { precision: number; recall: number }

export function shareOf<T extends { found: string }>(
  items: readonly T[],
  truthOf: (item: T) => string,
  isAsked: (a: T, b: T) => boolean,
): Shares {
  let [same, found, both] = [0, 0, 0]
  for (const [i, a] of items.entries()) {
    for (const b of items.slice(0, i)) {
      if (!isAsked(a, b)) continue
      const [isSame, isFound] = [truthOf(a) === truthOf(b), a.found === b.found]
      if (isSame) same += 1
      if (isFound) found += 1
      if (isSame && isFound) both += 1
    }
  }
  return { precision: both / found, recall: both / same }
}
