import { expect, test } from 'vitest'
import { type Allowed, functionPolicies, MADE_BY_SERVICES, rolePolicies } from '../support/policies.ts'
import { at, ofType, pathOf, read, readTemplate } from '../support/template.ts'

const template = await readTemplate()

/** Verb and resource, without what services do by themselves. */
const verbsOf = (statements: Allowed[]) =>
  statements
    .flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((on) => `${action} ${on}`)))
    .map((verb) => verb.replace(/[0-9A-F]{8}$/, ''))
    .filter((verb) => !(verb.split(' ')[0]! in MADE_BY_SERVICES))
    .toSorted()

const roleOf = (path: string) => ofType(template, 'AWS::IAM::Role').find(([, role]) => pathOf(role) === path)![0]

const MAY: Record<string, string[]> = {
  'receive-report': [
    'dynamodb:DeleteItem dialogues',
    'dynamodb:PutItem guards',
    'dynamodb:UpdateItem dialogues',
    'secretsmanager:GetSecretValue Secret',
    'sqs:SendMessage reportsQueue',
  ],
  'receive-sms': [
    'dynamodb:BatchGetItem dialogues',
    'dynamodb:DeleteItem dialogues',
    'dynamodb:PutItem dialogues',
    'dynamodb:UpdateItem dialogues',
    'lambda:InvokeFunction openline',
    'secretsmanager:GetSecretValue Secret',
    'secretsmanager:GetSecretValue SmsSecret',
    'sqs:SendMessage DeadLetterssmsQueue',
    'sqs:SendMessage reportsQueue',
  ],
  'open-line': [
    'dynamodb:BatchGetItem complaints',
    'dynamodb:DeleteItem dialogues',
    'dynamodb:GetItem complaints',
    'dynamodb:GetItem words',
    'dynamodb:PutItem dialogues',
    'secretsmanager:GetSecretValue Secret',
    'sqs:SendMessage reportsQueue',
  ],
  'merge-report': [
    'dynamodb:BatchGetItem complaints',
    'dynamodb:DeleteItem words',
    'dynamodb:GetItem stats',
    'dynamodb:PutItem complaints',
    'dynamodb:PutItem words',
    'dynamodb:UpdateItem complaints',
  ],
  'tally-complaints': [
    'dynamodb:BatchGetItem ledger',
    'dynamodb:DeleteItem stats',
    'dynamodb:PutItem ledger',
    'dynamodb:UpdateItem stats',
    'sqs:SendMessage DeadLetterstallyQueue',
  ],
  'group-scripts': [
    'dynamodb:BatchGetItem complaints',
    'dynamodb:BatchGetItem scripts',
    'dynamodb:DeleteItem scripts',
    'dynamodb:DeleteItem stats',
    'dynamodb:GetItem stats',
    'dynamodb:PutItem scripts',
    'dynamodb:UpdateItem stats',
    'secretsmanager:GetSecretValue ScriptSecret',
    'sqs:SendMessage DeadLettersgroupingQueue',
  ],
  'answer-stats': ['s3:GetObject editions/ca-ge-46/editions/*'],
  'answer-exact': ['dynamodb:GetItem stats', 'dynamodb:PutItem audit', 'dynamodb:Query stats'],
  'publish-dataset': [
    'dynamodb:DeleteItem stats',
    'dynamodb:PutItem stats',
    'dynamodb:Query stats',
    's3:DeleteObject drafts/ca-ge-46/memory/*',
    's3:GetObject drafts/ca-ge-46/editions/*',
    's3:GetObject drafts/ca-ge-46/memory/*',
    's3:GetObject drafts/ca-ge-46/state.json',
    's3:GetObject editions/ca-ge-46/editions/*',
    's3:PutObject drafts/ca-ge-46/editions/*',
    's3:PutObject drafts/ca-ge-46/memory/*',
    's3:PutObject drafts/ca-ge-46/state.json',
    's3:PutObject editions/ca-ge-46/editions/*',
    'secretsmanager:GetSecretValue Secret',
    'sqs:SendMessage DeadLetterspublishingQueue',
  ],
  'show-edition': ['s3:GetObject editions/ca-ge-46/editions/*'],
  'show-report': [
    'dynamodb:BatchGetItem scripts',
    'dynamodb:GetItem complaints',
    'dynamodb:GetItem words',
    'secretsmanager:GetSecretValue ScriptSecret',
    'secretsmanager:GetSecretValue Secret',
  ],
  'suggest-ridings': [],
  'offer-template': [],
  'describe-api': [],
  'refuse-request': [],
}

test('each function may do exactly what its stage needs, on exactly the resources that it needs', () => {
  const may = Object.entries(functionPolicies(template)).map(([name, statements]) => [name, verbsOf(statements)])
  expect(Object.fromEntries(may)).toEqual(MAY)
})

test('what receives reports cannot read any, what answers analysts can read only counts, and what answers the public not even these', () => {
  const {
    'receive-report': receive = [],
    'receive-sms': texts = [],
    'answer-stats': answer = [],
    'answer-exact': exact = [],
  } = functionPolicies(template)
  const tables = (statements: Allowed[]) =>
    statements.filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')))
  expect(tables(receive).flatMap(({ resources }) => resources)).toEqual(['guards', 'dialogues'])
  expect(tables(texts).flatMap(({ resources }) => resources)).toEqual(['dialogues'])
  expect(tables(answer)).toEqual([])
  expect(tables(exact).flatMap(({ resources }) => resources)).toEqual(['stats', 'audit'])
  expect(answer.flatMap(({ resources }) => resources).filter((id) => id.startsWith('Secret'))).toEqual([])
})

test('a key is used only through the service whose data it seals', () => {
  const onKeys = Object.values(functionPolicies(template))
    .flat()
    .filter(({ actions }) => actions.some((action) => action.startsWith('kms:')))
  expect(onKeys.length).toBeGreaterThan(0)
  for (const { conditions } of onKeys)
    expect(conditions).toEqual({
      StringEquals: { 'kms:ViaService': expect.stringMatching(/^(dynamodb|s3|sqs|secretsmanager)\.ca-central-1\./) },
    })
})

test('who recounts may read what is counted, and write only the counts', () => {
  expect(verbsOf(rolePolicies(template, roleOf('OperatorRoles/Recount')))).toEqual([
    'dynamodb:BatchGetItem complaints',
    'dynamodb:BatchGetItem scripts',
    'dynamodb:DeleteItem scripts',
    'dynamodb:DeleteItem stats',
    'dynamodb:GetItem stats',
    'dynamodb:PutItem ledger',
    'dynamodb:PutItem scripts',
    'dynamodb:Scan complaints',
    'dynamodb:Scan ledger',
    'dynamodb:Scan scripts',
    'dynamodb:Scan stats',
    'dynamodb:UpdateItem stats',
    'secretsmanager:GetSecretValue ScriptSecret',
  ])
})

test('who audits may read who saw exact counts and why, and nothing else', () => {
  expect(verbsOf(rolePolicies(template, roleOf('OperatorRoles/Audit')))).toEqual(['dynamodb:Scan audit'])
})

test('who publishes may have the publisher called, and look at drafts, but not at the counts behind them', () => {
  expect(verbsOf(rolePolicies(template, roleOf('OperatorRoles/Publish')))).toEqual([
    'lambda:InvokeFunction publishdataset',
    's3:GetObject drafts/ca-ge-46/editions/*',
  ])
})

test('the schedule of editions may call the publisher, and set aside what it cannot call', () => {
  expect(verbsOf(rolePolicies(template, roleOf('Editions/Role')))).toEqual([
    'lambda:InvokeFunction publishdataset',
    'sqs:SendMessage DeadLetterspublishingQueue',
  ])
})

test('who breaks the glass shows a second factor', () => {
  const role = template.Resources[roleOf('OperatorRoles/BreakGlass')]
  expect(role?.Properties?.['AssumeRolePolicyDocument']).toMatchObject({
    Statement: [{ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
  })
})

test('who redrives may move dead reports back to their queue, have dead texts read again or purge them, and read no table', () => {
  const statements = rolePolicies(template, roleOf('OperatorRoles/Redrive'))
  const onQueues = statements.flatMap(({ actions, resources }) =>
    actions.flatMap((action) => resources.map((queue) => `${action} ${queue.replace(/[0-9A-F]{8}$/, '')}`)),
  )
  const taking = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
  expect(onQueues.filter((verb) => verb.startsWith('sqs:')).toSorted()).toEqual(
    [
      ...taking.flatMap((verb) => [`${verb} DeadLettersreportsQueue`, `${verb} DeadLetterssmsQueue`]),
      'sqs:PurgeQueue DeadLetterssmsQueue',
      'sqs:SendMessage reportsQueue',
    ].toSorted(),
  )
  expect(verbsOf(statements).filter((verb) => verb.startsWith('lambda:'))).toEqual(['lambda:InvokeFunction receivesms'])
  expect(statements.flatMap(({ actions }) => actions).filter((action) => action.startsWith('dynamodb:'))).toEqual([])
})

test('what reads texts may send some only from the numbers that the deployment names', async () => {
  const textsFrom = async (smsNumbers: string[]) => {
    const policy = at(await readTemplate({ smsNumbers }), 'receive-sms-role/DefaultPolicy')
    const statements = read(policy, 'Properties.PolicyDocument.Statement') as Record<string, unknown>[]
    return statements.filter(({ Action }) => Action === 'sms-voice:SendTextMessage').flatMap(({ Resource }) => Resource)
  }
  expect(await textsFrom([])).toEqual([])
  const number = (id: string) => [
    '',
    ['arn:aws:sms-voice:ca-central-1:', { Ref: 'AWS::AccountId' }, `:phone-number/${id}`],
  ]
  expect(await textsFrom(['phone-1', 'phone-2'])).toEqual([
    { 'Fn::Join': number('phone-1') },
    { 'Fn::Join': number('phone-2') },
  ])
})
