/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, read, type Template, write } from '../support/template.ts'

const tables = (template: Template) => ofType(template, 'AWS::DynamoDB::Table')
const each = (template: Template, check: (properties: unknown, name: string) => void) => {
  expect(tables(template).map(([name]) => name)).toEqual([
    'complaints',
    'words',
    'ledger',
    'stats',
    'guards',
    'scripts',
    'dialogues',
    'audit',
  ])
  for (const [name, { Properties }] of tables(template)) check(Properties, name)
}
const policy = (template: Template, table: string) =>
  read(at(template, table), 'Properties.ResourcePolicy.PolicyDocument.Statement.0')

await testPromises([
  {
    promise: 'a table costs what is used of it, and takes any burst',
    holds: (template) => each(template, (table) => expect(read(table, 'BillingMode')).toBe('PAY_PER_REQUEST')),
    broken: (template) => write(at(template, 'stats'), 'Properties.BillingMode', 'PROVISIONED'),
  },
  {
    promise: 'every table can be restored to any second of the last 35 days',
    holds: (template) =>
      each(template, (table) =>
        expect(read(table, 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled')).toBe(true),
      ),
    broken: (template) => write(at(template, 'words'), 'Properties.PointInTimeRecoverySpecification'),
  },
  {
    promise: 'every table is sealed by a key of its own',
    holds: (template) => {
      const keys: unknown[] = []
      each(template, (table) => {
        expect(read(table, 'SSESpecification')).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' })
        keys.push(read(table, 'SSESpecification.KMSMasterKeyId.Fn::GetAtt.0'))
      })
      expect(new Set(keys).size).toBe(8)
      for (const key of keys) expect(template.Resources[String(key)]?.Type).toBe('AWS::KMS::Key')
    },
    broken: (template) => write(at(template, 'words'), 'Properties.SSESpecification', { SSEEnabled: false }),
  },
  {
    promise: 'every key is renewed each year, and outlives what it seals',
    holds: (template) => {
      for (const [, key] of ofType(template, 'AWS::KMS::Key')) {
        expect(key.Properties?.['EnableKeyRotation']).toBe(true)
        expect(key.DeletionPolicy).toBe('Retain')
      }
    },
    broken: (template) => write(at(template, 'words-key'), 'Properties.EnableKeyRotation'),
  },
  {
    promise: 'a table outlives its stack, and every replacement of itself',
    holds: (template) => {
      for (const [, table] of tables(template))
        expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    },
    broken: (template) => write(at(template, 'complaints'), 'UpdateReplacePolicy', 'Delete'),
  },
  {
    promise: 'no table can be deleted in one step',
    holds: (template) => each(template, (table) => expect(read(table, 'DeletionProtectionEnabled')).toBe(true)),
    broken: (template) => write(at(template, 'ledger'), 'Properties.DeletionProtectionEnabled', false),
  },
  {
    promise: 'nobody reads the tables with reports whole, by scan, PartiQL, export, backup, restore or another stream',
    holds: (template) => {
      for (const table of ['complaints', 'words'])
        expect(policy(template, table)).toMatchObject({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: [
            'dynamodb:CreateBackup',
            'dynamodb:EnableKinesisStreamingDestination',
            'dynamodb:ExportTableToPointInTime',
            'dynamodb:PartiQLSelect',
            'dynamodb:RestoreTableToPointInTime',
            'dynamodb:Scan',
          ],
        })
    },
    broken: (template) => write(at(template, 'words'), 'Properties.ResourcePolicy'),
  },
  {
    promise: 'only who recounts and who breaks the glass may read complaints whole, and only the latter the words',
    holds: (template) => {
      const spared = (table: string) =>
        read(policy(template, table), 'Condition.ArnNotEquals.aws:PrincipalArn') as { 'Fn::GetAtt': string[] }[]
      const names = (table: string) => spared(table).map((role) => role['Fn::GetAtt'][0])
      expect(names('complaints')).toEqual([
        expect.stringMatching(/^OperatorRolesRecount/),
        expect.stringMatching(/^OperatorRolesBreakGlass/),
      ])
      expect(names('words')).toEqual([expect.stringMatching(/^OperatorRolesBreakGlass/)])
      expect(policy(template, 'words')).not.toHaveProperty('Condition.StringEquals')
    },
    broken: (template) => write(policy(template, 'words'), 'Condition'),
  },
  {
    promise: 'what is on record of exact counts stays as it was put, and only who audits or breaks the glass reads it',
    holds: (template) => {
      const [reading, changing] = read(
        at(template, 'audit'),
        'Properties.ResourcePolicy.PolicyDocument.Statement',
      ) as Record<string, unknown>[]
      const spared = read(reading, 'Condition.ArnNotEquals.aws:PrincipalArn') as { 'Fn::GetAtt': string[] }[]
      expect(spared.map((role) => role['Fn::GetAtt'][0])).toEqual([
        expect.stringMatching(/^OperatorRolesAudit/),
        expect.stringMatching(/^OperatorRolesBreakGlass/),
      ])
      expect(changing).toEqual({
        Sid: 'NobodyChangesIt',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['BatchWriteItem', 'DeleteItem', 'PartiQLDelete', 'PartiQLUpdate', 'UpdateItem'].map(
          (verb) => `dynamodb:${verb}`,
        ),
        Resource: '*',
      })
    },
    broken: (template) =>
      write(at(template, 'audit'), 'Properties.ResourcePolicy.PolicyDocument.Statement.1.Condition', { Bool: {} }),
  },
  {
    promise: 'only guards and dialogues forget by themselves',
    holds: (template) =>
      each(template, (table, name) =>
        expect(read(table, 'TimeToLiveSpecification')).toEqual(
          ['guards', 'dialogues'].includes(name) ? { AttributeName: 'expiresAt', Enabled: true } : undefined,
        ),
      ),
    broken: (template) =>
      write(at(template, 'ledger'), 'Properties.TimeToLiveSpecification', { AttributeName: 'at', Enabled: true }),
  },
  {
    promise: 'items are found by their key alone: no table has an index',
    holds: (template) =>
      each(template, (table, name) => {
        expect(read(table, 'GlobalSecondaryIndexes') ?? read(table, 'LocalSecondaryIndexes')).toBeUndefined()
        const keys = (read(table, 'KeySchema') as { AttributeName: string }[]).map((key) => key.AttributeName)
        expect(keys).toEqual(name === 'stats' ? ['pk', 'sk'] : ['pk'])
      }),
    broken: (template) => write(at(template, 'words'), 'Properties.GlobalSecondaryIndexes', [{}]),
  },
  {
    promise: 'the secret is made by AWS, long enough, in the shape that the functions read, and outlives the stack',
    holds: (template) => {
      const secret = at(template, 'Secret')
      expect(secret.DeletionPolicy).toBe('Retain')
      expect(secret.Properties?.['GenerateSecretString']).toEqual({
        SecretStringTemplate: '{"receiptVersion":1}',
        GenerateStringKey: 'master',
        PasswordLength: 64,
        ExcludePunctuation: true,
      })
    },
    broken: (template) => write(at(template, 'Secret'), 'Properties.GenerateSecretString.PasswordLength', 8),
  },
  {
    promise: 'what scripts are named by is made by AWS, long enough, and outlives the stack',
    holds: (template) => {
      const secret = at(template, 'ScriptSecret')
      expect(secret.DeletionPolicy).toBe('Retain')
      expect(secret.Properties?.['GenerateSecretString']).toEqual({ PasswordLength: 64, ExcludePunctuation: true })
    },
    broken: (template) => write(at(template, 'ScriptSecret'), 'Properties.GenerateSecretString.PasswordLength', 8),
  },
  {
    promise: 'the tokens of gateways are secret too; the one that AWS makes belongs to no account of Twilio',
    holds: (template) => {
      const secret = at(template, 'SmsSecret')
      expect(secret.DeletionPolicy).toBe('Retain')
      expect(secret.Properties?.['GenerateSecretString']).toEqual({
        SecretStringTemplate: '{}',
        GenerateStringKey: `AC${'0'.repeat(32)}`,
        PasswordLength: 32,
        ExcludePunctuation: true,
      })
    },
    broken: (template) => write(at(template, 'SmsSecret'), 'Properties.GenerateSecretString.PasswordLength', 8),
  },
])
