/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { functionPolicies } from '../support/policies.ts'
import { at, ofType, pathOf, read, type Template, write } from '../support/template.ts'

const functions = (template: Template) => ofType(template, 'AWS::Lambda::Function').map(([, one]) => one)
/** What somebody waits for; behind receive-sms waits a gateway of texts. */
const DOORS = [
  'receive-report',
  'show-report',
  'receive-sms',
  'open-line',
  'suggest-ridings',
  'offer-template',
  'describe-api',
  'answer-stats',
  'answer-exact',
  'show-edition',
  'refuse-request',
]
/** Called by a clock: it may take its time, and nobody waits. */
const UNHURRIED = ['publish-dataset']
const logGroups = (template: Template) => ofType(template, 'AWS::Logs::LogGroup').map(([, one]) => one)

await testPromises([
  {
    promise: 'every function runs on Node 24, on arm64, from one bundled file',
    holds: (template) => {
      for (const { Properties } of functions(template))
        expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' })
      expect(functions(template).map(pathOf).toSorted()).toEqual([
        'answer-exact',
        'answer-stats',
        'describe-api',
        'group-scripts',
        'merge-report',
        'offer-template',
        'open-line',
        'publish-dataset',
        'receive-report',
        'receive-sms',
        'refuse-request',
        'show-edition',
        'show-report',
        'suggest-ridings',
        'tally-complaints',
      ])
    },
    broken: (template) => write(at(template, 'show-report'), 'Properties.Architectures', ['x86_64']),
  },
  {
    promise:
      'every function says how much memory and time it may take; who waits at the door waits ten seconds at most',
    holds: (template) => {
      for (const one of functions(template)) {
        expect(one.Properties?.['MemorySize']).toBeGreaterThanOrEqual(256)
        expect(one.Properties?.['Timeout']).toBeLessThanOrEqual(UNHURRIED.includes(pathOf(one)) ? 900 : 60)
      }
      for (const door of DOORS) expect(at(template, door).Properties?.['Timeout']).toBeLessThanOrEqual(10)
    },
    broken: (template) => write(at(template, 'merge-report'), 'Properties.MemorySize'),
  },
  {
    promise: 'every function writes JSON to a log group of its own',
    holds: (template) => {
      const groups = functions(template).map((one) => read(one, 'Properties.LoggingConfig.LogGroup.Ref'))
      expect(new Set(groups).size).toBe(functions(template).length)
      for (const one of functions(template)) expect(read(one, 'Properties.LoggingConfig.LogFormat')).toBe('JSON')
    },
    broken: (template) => write(at(template, 'show-report'), 'Properties.LoggingConfig.LogFormat', 'Text'),
  },
  {
    promise: 'a log is kept for a month, and no log for ever',
    holds: (template) => {
      for (const { Properties } of logGroups(template)) expect(Properties?.['RetentionInDays']).toBe(30)
      expect(logGroups(template)).toHaveLength(functions(template).length + 1)
    },
    broken: (template) => write(at(template, 'PublicApi/AccessLog'), 'Properties.RetentionInDays'),
  },
  {
    promise: 'every function has a role of its own, without a policy that somebody else wrote',
    holds: (template) => {
      const roles = functions(template).map((one) => read(one, 'Properties.Role.Fn::GetAtt.0'))
      expect(new Set(roles).size).toBe(functions(template).length)
      for (const [, role] of ofType(template, 'AWS::IAM::Role'))
        expect(role.Properties).not.toHaveProperty('ManagedPolicyArns')
    },
    broken: (template) => write(at(template, 'show-report-role'), 'Properties.ManagedPolicyArns', ['arn:…']),
  },
  {
    promise: 'nothing in the environment of a function is a secret',
    holds: (template) => {
      for (const one of functions(template)) {
        const names = Object.keys((read(one, 'Properties.Environment.Variables') ?? {}) as object)
        expect(
          names.filter(
            (name) =>
              !/_(TABLE|BUCKET|ARN|URL|HOURS)$|^(EVENT|INVENTED|ROUTES|RATE_LIMIT|QUOTED_NUMBERS|OPEN_LINE_FUNCTION)$/.test(
                name,
              ),
          ),
        ).toEqual([])
      }
    },
    broken: (template) => write(at(template, 'show-report'), 'Properties.Environment.Variables.MASTER', 'x'),
  },
  {
    promise:
      'nothing calls a function asynchronously but texts, and those only receive-sms, and the schedule of editions',
    holds: (template) => {
      const callers = /^AWS::(Lambda::(EventInvokeConfig|Url)|Events::|SNS::Subscription|S3::|Scheduler::)/
      const calling = Object.values(template.Resources).filter(({ Type }) => callers.test(Type))
      expect(
        calling
          .map(pathOf)
          .filter((path) => !/^(editions|drafts|trail)(\/|$)/.test(path))
          .toSorted(),
      ).toEqual(['Editions/Schedule', 'Sms/Subscription'])
      expect(read(at(template, 'Sms/Subscription'), 'Properties.Endpoint.Fn::GetAtt.0')).toMatch(/^receivesms/)
      expect(read(at(template, 'Editions/Schedule'), 'Properties.Target.Arn.Fn::GetAtt.0')).toMatch(/^publishdataset/)
      for (const [, bucket] of ofType(template, 'AWS::S3::Bucket'))
        expect(bucket.Properties).not.toHaveProperty('NotificationConfiguration')
    },
    broken: (template) => {
      template.Resources['Nightly'] = { Type: 'AWS::Events::Rule' }
    },
  },
  {
    promise: 'only our gateway may call a function, and our topic the one that reads texts',
    holds: (template) => {
      const permissions = ofType(template, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties)
      const [texts, ...others] = permissions.toSorted((a) => (a?.['Principal'] === 'sns.amazonaws.com' ? -1 : 1))
      expect(texts).toMatchObject({
        FunctionName: { 'Fn::GetAtt': [expect.stringMatching(/^receivesms/), 'Arn'] },
        Principal: 'sns.amazonaws.com',
        SourceArn: { Ref: expect.stringMatching(/^SmsTopic/) },
      })
      for (const { Principal, SourceArn } of others.map((one) => one ?? {})) {
        expect(Principal).toBe('apigateway.amazonaws.com')
        expect(JSON.stringify(SourceArn)).toContain('"Ref":"PublicApi')
      }
    },
    broken: (template) => write(at(template, 'receive-sms/TextTopic'), 'Properties.SourceArn'),
  },
  {
    promise: 'show-report can get one report by its id, and which script a message belongs to',
    holds: (template) => {
      const onTables = functionPolicies(template)['show-report']!.filter(({ actions }) =>
        actions.some((action) => action.startsWith('dynamodb:')),
      )
      expect(onTables).toEqual([
        {
          actions: ['dynamodb:GetItem'],
          resources: ['complaints', 'words'],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['rpt_*'] } },
        },
        {
          actions: ['dynamodb:BatchGetItem'],
          resources: ['scripts'],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['scr_*'] } },
        },
      ])
    },
    broken: (template) => {
      const statement = read(at(template, 'show-report-role/DefaultPolicy'), 'Properties.PolicyDocument.Statement.1')
      write(statement, 'Condition')
    },
  },
  {
    promise: 'no role is allowed a verb or a resource with a wildcard',
    holds: (template) => {
      for (const [, policy] of ofType(template, 'AWS::IAM::Policy')) {
        const statements = read(policy, 'Properties.PolicyDocument.Statement') as Record<string, unknown>[]
        for (const { Action, Resource } of statements) expect(JSON.stringify([Action, Resource])).not.toContain('*')
      }
    },
    broken: (template) =>
      write(
        at(template, 'answer-exact-role/DefaultPolicy'),
        'Properties.PolicyDocument.Statement.1.Action',
        'dynamodb:*',
      ),
  },
])
