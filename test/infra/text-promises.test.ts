/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, read, type Template, write } from '../support/template.ts'

const topic = (template: Template) => at(template, 'Sms/Topic').Properties
const statements = (template: Template, path: string, document = 'PolicyDocument') =>
  read(at(template, path), `Properties.${document}.Statement`) as Record<string, unknown>[]
const key = { 'Fn::GetAtt': [expect.stringMatching(/^SmsKey/), 'Arn'] }
const lastStop = { 'Fn::GetAtt': [expect.stringMatching(/^DeadLetterssmsQueue/), 'Arn'] }
const inThisAccount = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }

await testPromises([
  {
    promise:
      'texts that still say their number, on the topic and in their dead letters, have a key that nothing else has',
    holds: (template) => {
      expect(topic(template)?.['KmsMasterKeyId']).toEqual(key)
      expect(at(template, 'DeadLetters/sms/Queue').Properties?.['KmsMasterKeyId']).toEqual(key)
      const sealed = Object.entries(template.Resources).filter(
        ([, { Type, Properties }]) =>
        Type.startsWith('AWS::KMS') || Type === 'AWS::IAM::Policy' ? false : JSON.stringify(Properties ?? {}).includes('"SmsKey'), // prettier-ignore
      )
      expect(sealed.map(([name]) => name.replace(/[0-9A-F]{8}$/, ''))).toEqual(['DeadLetterssmsQueue', 'SmsTopic'])
    },
    broken: (template) => write(topic(template), 'KmsMasterKeyId', { 'Fn::GetAtt': ['TransitKey832F48A0', 'Arn'] }),
  },
  {
    promise: 'only AWS End User Messaging publishes on the topic, for our account, over TLS',
    holds: (template) => {
      const [deny, allow, ...others] = statements(template, 'Sms/Topic/Policy')
      expect(deny).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
      expect(allow).toMatchObject({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'sms-voice.amazonaws.com' },
        Condition: inThisAccount,
      })
      expect(others).toEqual([])
    },
    broken: (template) => write(statements(template, 'Sms/Topic/Policy')[1], 'Principal', '*'),
  },
  {
    promise: 'whoever publishes there, and what sets aside, may use its key: a text cannot vanish in silence',
    holds: (template) =>
      expect(statements(template, 'Sms/Key', 'KeyPolicy').slice(1)).toEqual([
        {
          Effect: 'Allow',
          Principal: { Service: ['sms-voice.amazonaws.com', 'sns.amazonaws.com'] },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: '*',
          Condition: inThisAccount,
        },
      ]),
    broken: (template) => statements(template, 'Sms/Key', 'KeyPolicy').pop(),
  },
  {
    promise: 'a text that cannot be delivered, or not be read, is kept in its dead letters',
    holds: (template) => {
      expect(read(at(template, 'Sms/Subscription'), 'Properties.RedrivePolicy.deadLetterTargetArn')).toEqual(lastStop)
      expect(read(at(template, 'receive-sms'), 'Properties.DeadLetterConfig.TargetArn')).toEqual(lastStop)
      expect(statements(template, 'DeadLetters/sms/Queue/Policy')).toContainEqual({
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: lastStop,
        Condition: { ArnEquals: { 'aws:SourceArn': { Ref: expect.stringMatching(/^SmsTopic/) } } },
      })
    },
    broken: (template) => write(at(template, 'receive-sms'), 'Properties.DeadLetterConfig'),
  },
  {
    promise:
      'a text is tried as often and as long as Lambda does, unless it is told to try less: three times, six hours',
    holds: (template) => expect(ofType(template, 'AWS::Lambda::EventInvokeConfig')).toEqual([]),
    broken: (template) => {
      template.Resources['Less'] = { Type: 'AWS::Lambda::EventInvokeConfig' }
    },
  },
])
