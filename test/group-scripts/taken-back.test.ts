import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reporter } from '../../functions/domain/reporter.ts'
import { groupScripts } from '../../functions/group-scripts/group-scripts.ts'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { showReport } from '../../functions/show-report/show-report.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { posted, reportId, told, withdrawn } from '../support/told.ts'

let tables: Tables
/** Before which write of what is taken back another comes. */
let meanwhile: { writes: number; work: () => Promise<void> } | undefined
beforeEach(async () => {
  tables = await startTables()
  meanwhile = undefined
  tables.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (meanwhile && /Put|Delete/.test(commandName) && meanwhile.writes-- === 0) {
          const { work } = meanwhile
          meanwhile = undefined
          await work()
        }
        return await next(args)
      },
    { step: 'initialize' },
  )
})
afterEach(() => tables.stop())

const SONG = 'Somebody sang seven verses about green tractors and purple elephants before hanging up rather abruptly'
const says = (n: number, message: string) =>
  posted(n, { line: `t1.${n}`, told: told({ callerId: undefined, receivedAt: undefined }, { words: { message } }) })

async function reporter(n: number): Promise<Reporter[]> {
  return (await tables.reporters()).filter(({ key }) => key.endsWith(`.${n}`))
}

const FOUND =
  'a text that one takes back while another comes to send it stands in its bands, and is found there: before write'

test.each([0, 1, 4, 8, 9])(`${FOUND} %i`, async (writes) => {
  await mergeReport(says(1, SONG), tables)
  await groupScripts(await reporter(1), tables.groupingPorts)
  await mergeReport(withdrawn(1), tables)
  await mergeReport(says(2, SONG), tables)
  const [first, second] = [await reporter(1), await reporter(2)]
  meanwhile = { writes, work: () => groupScripts(second, tables.groupingPorts) }
  await groupScripts(first, tables.groupingPorts)
  expect(meanwhile).toBe(undefined)
  const standing = (await tables.items('scripts')).filter(({ pk }) => String(pk).startsWith('BAND#'))
  expect(standing).toHaveLength(8)
  await mergeReport(says(3, `${SONG} today`), tables)
  await groupScripts(await reporter(3), tables.groupingPorts)
  const scripts = [2, 3].map(async (n) => (await showReport(reportId(n), tables)).scriptId)
  expect(new Set(await Promise.all(scripts)).size).toBe(1)
})
