import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, expect, test } from 'vitest'
import { synthesize, type SynthesizeProps } from '../../infra/synthesize.ts'
import { ofType, read, readTemplate, type Template, VALID } from '../support/template.ts'

const outdir = mkdtempSync(join(tmpdir(), 'assembly-'))
const synthesizeTemplate = (props: Partial<SynthesizeProps>) => {
  const assembly = synthesize({ ...VALID, outdir, ...props })
  return { ...assembly, ...(JSON.parse(readFileSync(assembly.templateFile, 'utf8')) as Template) }
}
const template = synthesizeTemplate({})
afterAll(() => rmSync(outdir, { recursive: true }))

test('each function is one minified ESM file, with all that it imports', () => {
  for (const [, fn] of ofType(template, 'AWS::Lambda::Function')) {
    const folder = join(outdir, String(fn.Metadata?.['aws:asset:path']))
    expect(readdirSync(folder)).toEqual(['index.mjs'])
    const code = readFileSync(join(folder, 'index.mjs'), 'utf8')
    expect(code).toMatch(/export\s*\{[^}]*\bas handler\b/)
    const outside = [...code.matchAll(/(?:^|[;}\s])import\s*(?:[\w*{][^;"']*from\s*)?"([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(outside.filter((name) => !isBuiltin(name!))).toEqual([])
  }
})

test('one event has one stack, whose name says which', () => {
  expect(template.stackName).toBe('call-witness-ca-ge-46')
})

test('the data stay in Canada unless another region is asked for', () => {
  const anywhere = /[a-z]{2}-[a-z]+-\d\.amazonaws\.com/g
  expect(new Set(JSON.stringify(template).match(anywhere))).toEqual(new Set(['ca-central-1.amazonaws.com']))
  const elsewhere = synthesizeTemplate({ region: 'ca-west-1' })
  expect(new Set(JSON.stringify(elsewhere).match(anywhere))).toEqual(new Set(['ca-west-1.amazonaws.com']))
})

test('whoever runs or operates the stack finds its parts in the outputs', () => {
  expect(Object.keys(template.Outputs)).toEqual(
    expect.arrayContaining([
      'ApiUrl',
      'ComplaintTable',
      'WordTable',
      'LedgerTable',
      'StatsTable',
      'GuardTable',
      'ScriptTable',
      'DialogueTable',
      'AuditTable',
      'AnalystIssuer',
      'AnalystClientId',
      'AnalystScope',
      'AnalystSignInUrl',
      'AnalystCallbackUrl',
      'ReportQueueUrl',
      'ReportDeadLetterUrl',
      'StreamDeadLetterUrl',
      'GroupingDeadLetterUrl',
      'SmsDeadLetterUrl',
      'SmsTopicArn',
      'SmsSecretArn',
      'ScriptSecretArn',
      'TwilioWebhookUrl',
      'ReceiveSmsFunction',
      'OpenLineFunction',
      'PublishDatasetFunction',
      'EditionBucket',
      'DraftBucket',
      'PublishingDeadLetterUrl',
      'EventSlug',
      'OperatorAlarmsArn',
    ]),
  )
  expect(template.Outputs['EventSlug']).toEqual({ Value: 'ca-ge-46' })
})

test('the webhook to give to Twilio is the API’s own address, unless the public finds it elsewhere', async () => {
  const own = template.Outputs['TwilioWebhookUrl']?.Value
  expect(own).toMatchObject({
    'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.any(String), 'ApiEndpoint'] }, '/v1/sms/twilio']],
  })
  const elsewhere = await readTemplate({ publicUrl: 'https://reports.example.org' })
  expect(elsewhere.Outputs['TwilioWebhookUrl']).toEqual({ Value: 'https://reports.example.org/v1/sms/twilio' })
  const [, reader] = ofType(elsewhere, 'AWS::Lambda::Function').find(([name]) => name.startsWith('receivesms'))!
  expect(read(reader, 'Properties.Environment.Variables.PUBLIC_URL')).toBe('https://reports.example.org')
})

test('what is added to the stack before synthesis is in the template', () => {
  const extended = synthesizeTemplate({ extend: (stack) => new CfnQueue(stack, 'Later') })
  expect(Object.keys(extended.Resources)).toContain('Later')
})

test('made-up data are marked as such', async () => {
  const invented = ({ Resources }: Template) => JSON.stringify(Resources).includes('"INVENTED":"true"')
  expect([invented(template), invented(await readTemplate({ invented: true }))]).toEqual([false, true])
})

type Report = { pluginReports: { pluginName: string; conclusion: string }[] }

const runApp = (context: object, folder: string) =>
  promisify(execFile)(process.execPath, ['infra/app.ts'], {
    env: { PATH: process.env['PATH'], CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(context) },
  })

test('npm run synth turns the rule packs on, and needs no account: nothing is looked up, with no credentials to do it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  await runApp({ event: 'ca-ge-46' }, folder)
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  expect(read(manifest, 'missing')).toBeUndefined()
  expect(read(manifest, 'artifacts.CallWitness.environment')).toBe('aws://unknown-account/ca-central-1')
  const { pluginReports } = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')) as Report
  expect(pluginReports.map(({ pluginName, conclusion }) => `${pluginName}: ${conclusion}`)).toEqual([
    'AwsSolutions: success',
    'Serverless: success',
  ])
  rmSync(folder, { recursive: true })
})

test.each([
  [{ publicUrl: 'http://reports.example.org' }, /https:\/\/reports\.example\.org/],
  [{ publicUrl: 'https://reports.example.org/v1/' }, /https:\/\/reports\.example\.org/],
  [{ smsNumbers: '+15195550100' }, /ids such as phone-/],
])('an address with a path, or numbers in place of their ids, are refused: %j', async (context, sentence) => {
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  await expect(runApp({ event: 'ca-ge-46', ...context }, folder)).rejects.toThrow(sentence)
  rmSync(folder, { recursive: true })
})

test('an event that is no slug is refused before anything is built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  await expect(runApp({ event: 'Ontario 2026!' }, folder)).rejects.toThrow(/a slug such as ca-ge-41/)
  expect(existsSync(join(folder, 'manifest.json'))).toBe(false)
  rmSync(folder, { recursive: true })
})
