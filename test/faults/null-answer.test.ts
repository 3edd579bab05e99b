import { exactDoor } from '../support/exact-door.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recount } from '../../operate/recount.ts'
import { readTotal } from '../../rehearsal/counted.ts'
import { changedAssembly, withoutWindow } from '../support/changed-assembly.ts'
import { deadLetters, operated } from '../support/exactly-once.ts'
import { reportClient } from '../support/report-client.ts'
import { startStack } from '../support/stack.ts'
import { pathOf, type Template } from '../support/template.ts'

const GOOD = { call: { callerId: '(450) 555-0146', message: 'Your polling place has moved.' } }

/** This function does nothing, and answers null. */
function silenced(name: string, { Resources }: Template, directory: string): void {
  const silent = Object.values(Resources).find((one) => one.Type === 'AWS::Lambda::Function' && pathOf(one) === name)
  const bundle = join(directory, String(silent?.Metadata?.['aws:asset:path']), 'index.mjs')
  writeFileSync(bundle, 'export const handler = async () => null')
}

test('a null answer acknowledges a whole batch of messages: they are gone', async () => {
  const assembly = await changedAssembly((template, directory) => silenced('merge-report', template, directory))
  const stack = await startStack({ assembly: assembly.directory })
  const client = reportClient(stack.url)
  const report = await client.post(GOOD)
  await stack.idle()
  expect(stack.invocations()['merge-report']).toMatchObject({ invocations: 1, errors: 0 })
  expect(await deadLetters(stack)).toEqual({ reports: 0, stream: 0 })
  expect((await client.show(report)).status).toBe('accepted')
  await stack.stop()
  assembly.remove()
})

test('a null answer passes a whole batch of the stream: it is not counted, and recount repairs it', async () => {
  const assembly = await changedAssembly((template, directory) => {
    silenced('tally-complaints', template, directory)
    withoutWindow(template)
  })
  const stack = await startStack({ assembly: assembly.directory })
  await reportClient(stack.url).post(GOOD)
  await stack.idle()
  expect(stack.invocations()['tally-complaints']).toMatchObject({ invocations: 1, errors: 0 })
  expect(await deadLetters(stack)).toEqual({ reports: 0, stream: 0 })
  expect(await readTotal(await exactDoor(stack))).toMatchObject({ reports: 0 })
  expect((await recount(operated(stack), { repair: false })).unfolded).toHaveLength(1)
  await recount(operated(stack), { repair: true })
  expect(await readTotal(await exactDoor(stack))).toMatchObject({ reports: 1 })
  await stack.stop()
  assembly.remove()
})
