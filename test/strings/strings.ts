import { parseArgs } from 'node:util'
import { checkCallerIds } from './arbitrary-caller-ids.ts'

// npm run strings [-- --count 1000000 --seed 1]: the property of the tests over many more strings; some minutes.
const { values } = parseArgs({ options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string' } } })
const count = Math.min(10_000_000, Number(values.count))
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
console.log(`${count} arbitrary strings, seed ${seed}`)
const from = performance.now()
checkCallerIds(count, seed)
console.log(`each has a normal form, which is its own: ${((performance.now() - from) / 1000).toFixed(0)} s`)
