import { Random } from '../../rehearsal/random.ts'

const SCRIPTS = 2_000
const WORDS = 20_000
const LENGTH = { from: 18, to: 45 }

/** So many texts of invented scripts, each told with some words lost, changed or added; with the number of its script. */
export function* inventedTexts(count: number): Generator<{ text: string; script: number }> {
  const random = new Random('texts')
  const word = () => `w${Math.floor(WORDS * (random.between(0, 999) / 1000) ** 2) + random.between(0, 19)}`
  const scripts = Array.from({ length: SCRIPTS }, () =>
    Array.from({ length: random.between(LENGTH.from, LENGTH.to) }, word),
  )
  for (let n = 0; n < count; n += 1) {
    const script = random.between(0, SCRIPTS - 1)
    const told = scripts[script]!.flatMap((said) => {
      const slip = random.between(1, 100)
      return slip <= 5 ? [] : slip <= 10 ? [word()] : slip <= 13 ? [said, word()] : [said]
    })
    yield { text: told.join(' '), script }
  }
}
