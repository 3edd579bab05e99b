/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect, test } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, read, readTemplate, type Template, write } from '../support/template.ts'

const KEPT = ['editions', 'drafts']
const ALL = [...KEPT, 'trail']
const bucket = (template: Template, name: string) => at(template, name)
const policy = (template: Template, name: string) =>
  read(at(template, `${name}/Policy`), 'Properties.PolicyDocument.Statement') as Record<string, unknown>[]
const denied = (template: Template, name: string, sid: string) =>
  policy(template, name).find(({ Sid, Effect }) => Sid === sid && Effect === 'Deny')

await testPromises([
  {
    promise: 'no bucket is open to the public: what is public is read through the API',
    holds: (template) => {
      expect(ofType(template, 'AWS::S3::Bucket')).toHaveLength(ALL.length)
      for (const name of ALL) {
        expect(bucket(template, name).Properties).toMatchObject({
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        })
        const open = policy(template, name).filter(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"*"')) // prettier-ignore
        expect(open).toEqual([])
      }
    },
    broken: (template) => write(bucket(template, 'editions'), 'Properties.PublicAccessBlockConfiguration.BlockPublicPolicy', false), // prettier-ignore
  },
  {
    promise: 'a bucket outlives its stack, and keeps what was replaced for 35 days',
    holds: (template) => {
      for (const name of KEPT) {
        expect(bucket(template, name)).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
        expect(template.Resources[name], 'its logical id is its name').toBe(bucket(template, name)) // oxlint-disable-line vitest/valid-expect -- says which
        expect(bucket(template, name).Properties).toMatchObject({
          VersioningConfiguration: { Status: 'Enabled' },
          LifecycleConfiguration: {
            Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 35 }, Status: 'Enabled' }],
          },
        })
      }
    },
    broken: (template) => write(bucket(template, 'drafts'), 'Properties.VersioningConfiguration'),
  },
  {
    promise: 'a bucket takes nothing that comes without TLS',
    holds: (template) => {
      for (const name of ALL)
        expect(policy(template, name)).toContainEqual(
          expect.objectContaining({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }), // prettier-ignore
        )
    },
    broken: (template) => write(at(template, 'editions/Policy'), 'Properties.PolicyDocument.Statement', []),
  },
  {
    promise: 'drafts, and the counts that protection starts from, are sealed by a key of their own',
    holds: (template) => {
      const [rule] = read(bucket(template, 'drafts'), 'Properties.BucketEncryption.ServerSideEncryptionConfiguration') as unknown[] // prettier-ignore
      const by = read(rule, 'ServerSideEncryptionByDefault')
      expect(by).toMatchObject({ SSEAlgorithm: 'aws:kms' })
      const key = template.Resources[String(read(by, 'KMSMasterKeyID.Fn::GetAtt.0'))]
      expect(key).toBe(at(template, 'drafts-key'))
    },
    broken: (template) => write(bucket(template, 'drafts'), 'Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm', 'AES256'), // prettier-ignore
  },
  {
    promise: 'a file of an edition or of a draft is written once; only latest.json is replaced',
    holds: (template) => {
      for (const name of KEPT)
        expect(denied(template, name, 'WrittenOnce')).toMatchObject({
          Action: 's3:PutObject',
          Principal: { AWS: '*' },
          Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [name, 'Arn'] }, '/ca-ge-46/editions/*/*']] },
          Condition: { Null: { 's3:if-none-match': 'true' } },
        })
    },
    broken: (template) => write(denied(template, 'editions', 'WrittenOnce'), 'Condition.Null', {}),
  },
  {
    promise: 'the counts behind an edition are read by who protects the next one, and by who breaks the glass',
    holds: (template) => {
      const statement = denied(template, 'drafts', 'NobodyElseReadsIt')
      expect(statement).toMatchObject({
        Action: ['s3:GetObject', 's3:GetObjectVersion'],
        Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['drafts', 'Arn'] }, '/ca-ge-46/memory/*']] },
      })
      const spared = read(statement, 'Condition.ArnNotEquals.aws:PrincipalArn') as { 'Fn::GetAtt': string[] }[]
      expect(spared.map((role) => role['Fn::GetAtt'][0])).toEqual([
        expect.stringMatching(/^publishdatasetrole/),
        expect.stringMatching(/^OperatorRolesBreakGlass/),
      ])
    },
    broken: (template) => write(denied(template, 'drafts', 'NobodyElseReadsIt'), 'Condition'),
  },
  {
    promise: 'who read a draft and who wrote an edition is known for a year',
    holds: (template) => {
      for (const name of KEPT)
        expect(bucket(template, name).Properties?.['LoggingConfiguration']).toEqual({
          DestinationBucketName: { Ref: expect.stringMatching(/^trail/) },
          LogFilePrefix: `${name}/`,
        })
      const [rule] = read(bucket(template, 'trail'), 'Properties.LifecycleConfiguration.Rules') as unknown[]
      expect(read(rule, 'ExpirationInDays')).toBeGreaterThan(365)
    },
    broken: (template) => write(bucket(template, 'drafts'), 'Properties.LoggingConfiguration'),
  },
  {
    promise: 'the schedule says of every call as of when it is, and sets aside what it cannot call',
    holds: (template) => {
      expect(at(template, 'Editions/Schedule').Properties).toMatchObject({
        ScheduleExpression: 'rate(1 day)',
        Target: {
          Input: '{"asOf":"<aws.scheduler.scheduled-time>"}',
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^DeadLetterspublishing/), 'Arn'] } },
        },
      })
      expect(read(at(template, 'publish-dataset'), 'Properties.DeadLetterConfig.TargetArn.Fn::GetAtt.0')).toMatch(/^DeadLetterspublishing/) // prettier-ignore
    },
    broken: (template) => write(at(template, 'Editions/Schedule'), 'Properties.Target.DeadLetterConfig'),
  },
])

test('a draft is public before the schedule comes again, so that each call finds the last one’s work', async () => {
  const template = await readTemplate()
  const hours = Number(read(at(template, 'publish-dataset'), 'Properties.Environment.Variables.REVIEW_HOURS'))
  expect(hours).toBeGreaterThan(12)
  expect(hours).toBeLessThan(24)
})
