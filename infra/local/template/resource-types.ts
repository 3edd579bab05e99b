/** Resource types this host runs. */
export const HOSTED = {
  table: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  queue: ['AWS::SQS::Queue'],
  secret: ['AWS::SecretsManager::Secret'],
  bucket: ['AWS::S3::Bucket'],
  function: ['AWS::Lambda::Function'],
  mapping: ['AWS::Lambda::EventSourceMapping'],
  api: ['AWS::ApiGatewayV2::Api'],
  stage: ['AWS::ApiGatewayV2::Stage'],
  integration: ['AWS::ApiGatewayV2::Integration'],
  route: ['AWS::ApiGatewayV2::Route'],
  authorizer: ['AWS::ApiGatewayV2::Authorizer'],
  pool: ['AWS::Cognito::UserPool'],
  schedule: ['AWS::Scheduler::Schedule'],
} as const

/**
 * Types with no effect on one machine: who may do what (the engines are open to whoever holds the machine),
 * how they sign in (here with npm run token), encryption at rest, an edge that keeps
 * what is asked of the API here, and what watches or describes the rest.
 */
const INERT = [
  'AWS::ApplicationInsights::Application',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::OriginRequestPolicy',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]

type Typed = Record<string, { Type: string; Condition?: string | undefined }>

/** The inert types among the resources, for the line printed at start. Throws when a type is neither hosted nor inert. */
export function inertTypes(resources: Typed): string[] {
  const hosted = new Set<string>(Object.values(HOSTED).flat())
  const inert = new Set<string>()
  for (const [logicalId, { Type, Condition }] of Object.entries(resources)) {
    if (INERT.includes(Type)) inert.add(Type)
    else if (!hosted.has(Type)) {
      throw new Error(`${logicalId} is a ${Type}: the local host neither runs this type nor lists it as without effect`)
    } else if (Condition)
      throw new Error(`${logicalId} has the condition ${Condition}: the local host knows no conditions`)
  }
  return [...inert].toSorted()
}
