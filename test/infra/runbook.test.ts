import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
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

test('a profile that a command uses is configured in the same procedure, by the role that it names', () => {
  for (const { text } of sections)
    for (const [, profile = ''] of text.matchAll(/AWS_PROFILE=(\w+)/g)) {
      const role = `$${profile[0]!.toUpperCase()}${profile.slice(1)}RoleArn`
      expect(text).toContain(`aws configure set profile.${profile}.role_arn ${role}`)
    }
})

test('when receipt keys are rotated every function that reads the secret is replaced', () => {
  const text = sections.find(({ name }) => name === 'How to rotate the receipt keys')!.text
  const [, replaced = ''] = /for name in ([\w -]+); do/.exec(text) ?? []
  const readers = ofType(template, 'AWS::Lambda::Function').flatMap(([id, { Properties }]) => {
    const { Environment } = Properties as { Environment?: { Variables?: object } }
    return 'SECRET_ARN' in (Environment?.Variables ?? {}) ? [id.replace(/[\dA-F]{8}$/, '')] : []
  })
  const names = replaced.split(' ').map((name) => name.replaceAll('-', ''))
  expect(readers.length).toBeGreaterThan(3)
  expect(names.toSorted()).toEqual(readers.toSorted())
})

const hasJq = spawnSync('jq', ['--version']).status === 0

test.skipIf(!hasJq)('a gateway’s token goes into its secret by no argument of a command', async () => {
  const { text } = sections.find(({ name }) => name === 'How to connect a number')!
  const [command = ''] = /jq -c .*token.*(?= \|$)/m.exec(text) ?? []
  expect(command).not.toMatch(/--arg\b/)
  const shell = `token='a b"c'; echo '{"AC1":"old"}' | ${command.replace('<AccountSid>', 'AC2')}`
  const { stdout } = await promisify(execFile)('bash', ['-c', shell])
  expect(JSON.parse(stdout)).toEqual({ AC1: 'old', AC2: 'a b"c' })
})

test('the runbook covers redrive, recount, restore, keys, deployment and its end', () => {
  const titles = sections.map(({ name }) => name.replace(/^How to (\w+).*/, '$1'))
  expect(titles).toEqual(expect.arrayContaining(['redrive', 'recount', 'restore', 'rotate', 'deploy', 'destroy']))
})
