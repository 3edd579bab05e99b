import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ofType, readTemplate } from '../support/template.ts'

const runbook = readFileSync('docs/runbook.md', 'utf8')
const sections = runbook
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ name: text.split('\n')[0]!.trim(), text }))
const template = await readTemplate()

test('every alarm has a page in the runbook, and every page an alarm', () => {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
    String(Properties?.['AlarmName']),
  )
  const pages = sections.map(({ name }) => name).filter((name) => !name.startsWith('How to '))
  expect(alarms.toSorted()).toEqual(pages.map((name) => `ca-ge-46 ${name}`).toSorted())
})

test('an alarm says where its page is', () => {
  for (const [, { Properties }] of ofType(template, 'AWS::CloudWatch::Alarm'))
    expect(Properties?.['AlarmDescription']).toBe(
      `See "${String(Properties?.['AlarmName']).replace('ca-ge-46 ', '')}" in docs/runbook.md`,
    )
})

test('a page says what happened, how to look, and what to do, in this order', () => {
  for (const { name, text } of sections.filter((section) => !section.name.startsWith('How to ')))
    expect([name, ...[...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)]).toEqual([
      name,
      'Description',
      'Investigation',
      'Resolution',
    ])
})

test('what a page refers to is there', () => {
  const names = sections.map(({ name }) => name)
  for (const [, procedure] of runbook.matchAll(/\*(How to [a-z ]+)\*/g)) expect(names).toContain(procedure)
  const outputs = [...Object.keys(template.Outputs), 'Name'] // which stands for any of them
  for (const [, output] of runbook.matchAll(/\$([A-Z]\w+)/g)) expect(outputs).toContain(output)
})

test('the runbook covers redrive, recount, restore, keys, deployment and its end', () => {
  const titles = sections.map(({ name }) => name.replace(/^How to (\w+).*/, '$1'))
  expect(titles).toEqual(expect.arrayContaining(['redrive', 'recount', 'restore', 'rotate', 'deploy', 'destroy']))
})
