const COMPASS = new Set([
  'north',
  'south',
  'east',
  'west',
  'centre',
  'northeast',
  'northwest',
  'southeast',
  'southwest',
])

/** Words that tell one riding of a town from another: where one is said, all of them must be. */
export function isCompass(word: string): boolean {
  return COMPASS.has(word)
}
