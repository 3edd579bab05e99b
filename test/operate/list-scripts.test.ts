import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeReport } from '../../functions/merge-report/merge-report.ts'
import { listScripts } from '../../operate/list-scripts.ts'
import { startTables, type Tables } from '../support/tables.ts'
import { posted, reportId, told } from '../support/told.ts'

const WORDINGS = [
  'Due to a projected increase in voter turnout your poll location has been changed to the Old Mill Arena',
  'Due to projected increase in voter turnout your poll location has been changed, Old Mill Arena it said',
  'They said due to a projected increase in turnout the poll location has been changed to Old Mill Arena on Friday',
  'Press one on your telephone keypad to cast your ballot now and stay comfortably at your home',
]

let tables: Tables
beforeAll(async () => {
  tables = await startTables()
  for (const [n, message] of WORDINGS.entries()) {
    const bare = { callerId: undefined, receivedAt: undefined }
    await mergeReport(posted(n, { line: `t1.${n}`, told: told(bare, { words: { message } }) }), tables)
  }
  await tables.group()
})
afterAll(() => tables.stop())

test('an operator sees each script with what holds it together, and whose wording is the clearest, not the words', async () => {
  const [script, ...others] = await listScripts(tables.stack)
  expect(others).toEqual([])
  expect(script).toMatchObject({ complaints: 3, links: { text: 3 } })
  expect([reportId(0), reportId(1)]).toContain(script!.clearest)
  expect(JSON.stringify(script)).not.toMatch(/turnout|arena/i)
})
