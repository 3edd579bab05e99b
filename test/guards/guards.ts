import { type Guard, GUARDS } from './guard-list.ts'
import { scratchCopy } from './scratch-copy.ts'

// npm run guards [-- PART-OF-A-NAME]: takes each guard out of a copy of the project, and sees whether its test notices.

type Copy = ReturnType<typeof scratchCopy>
type Result = { guard: Guard; isCaught: boolean; seconds: number; output: string }

const LANES = 2

const wanted = GUARDS.filter(({ name }) => name.includes(process.argv[2] ?? ''))
if (wanted.length === 0) {
  console.error(`No guard has this in its name. The guards are:\n${GUARDS.map(({ name }) => `  ${name}`).join('\n')}`)
  process.exit(2)
}
const copies = Array.from({ length: LANES }, scratchCopy)
try {
  await expectGreen(copies[0]!)
  const results = await takeOutEach(copies)
  const caught = results.filter(({ isCaught }) => isCaught)
  for (const { guard, output } of results.filter(({ isCaught }) => !isCaught))
    console.log(`\nNot caught: ${guard.name}\n  ${guard.file}\n  ${guard.test}: ${guard.promise}\n${output}`)
  console.log(`${results.length} guards, ${caught.length} caught`)
  process.exitCode = caught.length === results.length ? 0 : 1
} finally {
  for (const copy of copies) copy.remove()
}

/** A test that is red already would catch anything. */
async function expectGreen(copy: Copy): Promise<void> {
  const promises = [...new Set(wanted.map(({ promise }) => promise))]
  const { passed, failed, output } = await copy.runTests([...new Set(wanted.map(({ test }) => test))], promises)
  if (failed > 0 || passed < promises.length)
    throw new Error(`With every guard in place ${passed} of ${promises.length} tests pass:\n${output}`)
}

async function takeOutEach(lanes: Copy[]): Promise<Result[]> {
  const left = wanted.values()
  const results: Result[] = []
  const width = Math.max(...wanted.map(({ name }) => name.length))
  await Promise.all(
    lanes.map(async (copy) => {
      for (const guard of left) {
        const result = await takeOut(guard, copy)
        results.push(result)
        const verdict = result.isCaught ? 'caught' : 'NOT CAUGHT'
        console.log(`${guard.name.padEnd(width)}  ${verdict.padEnd(10)}  ${result.seconds.toFixed(1).padStart(5)} s  ${guard.test}`) // prettier-ignore
      }
    }),
  )
  return results
}

/** Caught is a guard when a test fails: one that cannot even be loaded says nothing. */
async function takeOut(guard: Guard, copy: Copy): Promise<Result> {
  const putBack = copy.change(guard)
  const started = performance.now()
  const { failed, output } = await copy.runTests([guard.test], [guard.promise])
  putBack()
  return { guard, isCaught: failed > 0, seconds: (performance.now() - started) / 1000, output }
}
