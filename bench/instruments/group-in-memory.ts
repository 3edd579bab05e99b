import { scriptId } from '../../test/support/script-ids.ts'
import { type Bands, joinTexts } from '../../functions/domain/scripts/join-texts.ts'
import { bandsOf } from '../../functions/domain/scripts/min-hash.ts'
import { Roots } from '../../functions/domain/scripts/roots.ts'
import { packFeatures, textFeatures } from '../../functions/domain/text-features.ts'
import { inventedTexts } from './invented-texts.ts'

// A process of its own for each amount, so that its memory is its own. Prints one line of JSON.
const amount = Number(process.argv[2])
const bands: Bands = new Map()
const roots = new Roots()
const scriptOf: { id: string; script: number }[] = []
const known = new Set<string>()
let computing = 0

for (const { text, script } of inventedTexts(amount)) {
  const from = performance.now()
  const features = textFeatures(text)
  const id = scriptId(packFeatures(features))
  if (!known.has(id)) {
    known.add(id)
    const { alike } = joinTexts([{ id, features, bands: bandsOf(features) }], bands)
    for (const [a, b] of alike) roots.join(a, b)
  }
  computing += performance.now() - from
  scriptOf.push({ id, script })
}

const components = Map.groupBy(scriptOf, ({ id }) => roots.rootOf(id))
const pairs = (n: number) => (n * (n - 1)) / 2
const found = [...components.values()].reduce((sum, { length }) => sum + pairs(length), 0)
const right = [...components.values()]
  .flatMap((texts) => [...Map.groupBy(texts, ({ script }) => script).values()])
  .reduce((sum, { length }) => sum + pairs(length), 0)
const same = [...Map.groupBy(scriptOf, ({ script }) => script).values()].reduce(
  (sum, { length }) => sum + pairs(length),
  0,
)
console.log(
  JSON.stringify({
    amount,
    distinct: known.size,
    seconds: computing / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    precision: right / found,
    recall: right / same,
  }),
)
