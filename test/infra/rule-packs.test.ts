import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stack } from 'aws-cdk-lib'
import { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda'
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { expect, test } from 'vitest'
import { ACKNOWLEDGED } from '../../infra/acknowledged-rules.ts'
import { applyRulePacks } from '../../infra/rule-packs.ts'
import { synthesize } from '../../infra/synthesize.ts'
import { VALID } from '../support/template.ts'

type Finding = { ruleName: string; violatingConstructs: { constructPath: string }[] }
type Report = {
  pluginReports: { pluginName: string; conclusion: string; violations: Finding[]; suppressedViolations?: Finding[] }[]
}

/** What the packs found, from their report: synthesis may throw, or not, whatever they found. */
const check = (extend: (stack: Stack) => void = () => {}): Report['pluginReports'] => {
  const outdir = mkdtempSync(join(tmpdir(), 'packs-'))
  try {
    synthesize({
      ...VALID,
      outdir,
      validate: true,
      extend: (stack, app) => {
        extend(stack)
        applyRulePacks(app)
      },
    })
  } catch (error) {
    if (!String(error).includes('Validation')) throw error
  }
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report
  rmSync(outdir, { recursive: true })
  return pluginReports
}

const pathsBelow = (path: string, { violatingConstructs }: Finding) =>
  violatingConstructs.filter(({ constructPath }) => `${constructPath}/`.startsWith(`${path}/`))

const reports = check()

test('both packs ran, and found nothing that is not acknowledged', () => {
  expect(reports.map(({ pluginName }) => pluginName)).toEqual(['AwsSolutions', 'Serverless'])
  expect(reports.flatMap(({ violations }) => violations)).toEqual([])
  expect(reports.map(({ conclusion }) => conclusion)).toEqual(['success', 'success'])
})

test('at most ten rules are acknowledged, each on one path, for a reason, and each still finds something', () => {
  const suppressed = reports.flatMap(({ pluginName, suppressedViolations = [] }) =>
    suppressedViolations.map((finding) => ({ ...finding, rule: `${pluginName}::${finding.ruleName}` })),
  )
  expect(ACKNOWLEDGED.length).toBeLessThanOrEqual(10)
  for (const { path, rule, reason } of ACKNOWLEDGED) {
    expect(reason.length).toBeGreaterThan(60)
    const found = suppressed.filter((finding) => finding.rule === rule).flatMap((finding) => pathsBelow(path, finding))
    expect({ rule, path, isFound: found.length > 0 }).toEqual({ rule, path, isFound: true })
  }
})

test('a bad construct is caught, by the packs and by the schemas of CloudFormation', () => {
  const found = check(addBadConstructs).flatMap(({ violations }) =>
    violations.flatMap((finding) => pathsBelow('CallWitness/bad', finding).map(() => finding.ruleName.split('[')[0])),
  )
  expect(found).toEqual(
    expect.arrayContaining([
      'AwsSolutions-SQS3', // no dead letters
      'AwsSolutions-SQS4', // no TLS
      'AwsSolutions-SNS3',
      'AwsSolutions-DDB3', // no point-in-time recovery
      'AwsSolutions-KMS5', // no rotation
      'AwsSolutions-L1', // an old runtime
      'AwsSolutions-IAM4', // somebody else's policy
      'AwsSolutions-IAM5', // every resource
      'AwsSolutions-APIG1', // no access log
      'Serverless-LambdaDefaultMemorySize',
      'Serverless-CloudWatchLogGroupRetentionPeriod',
      'Serverless-APIGWDefaultThrottling',
      'F3002', // no such property
    ]),
  )
})

const addBadConstructs = (stack: Stack) => {
  const bad = new Construct(stack, 'bad')
  const role = new Role(bad, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
  })
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:Scan'], resources: ['*'] }))
  new Function(bad, 'Function', { runtime: Runtime.NODEJS_20_X, handler: 'x', code: Code.fromInline('x'), role })
  new Table(bad, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } })
  new Queue(bad, 'Queue')
  new Topic(bad, 'Topic')
  new Key(bad, 'Key')
  new CfnLogGroup(bad, 'LogGroup')
  new CfnStage(bad, 'Stage', { apiId: 'x', stageName: 'x' })
  new CfnQueue(bad, 'Misspelt').addPropertyOverride('VisibilityTimeoot', 1)
}
