import type { Assembly } from './assembly.ts'
import type { Lookup } from './intrinsics.ts'

/** What AWS would call this account and these endpoints; the engines know the same account. */
export const ACCOUNT = '000000000000'
const SUFFIX = 'amazonaws.com'

/** Addresses as they would be on AWS. `localize` puts the engines' in their place once their ports are known. */
export const queueBase = (region: string) => `https://sqs.${region}.${SUFFIX}`
export const apiBase = (apiId: string, region: string) => `https://${apiId}.execute-api.${region}.${SUFFIX}`

export function localize(text: string, addresses: Record<string, string>): string {
  return Object.entries(addresses).reduce((result, [from, to]) => result.replaceAll(from, to), text)
}

/** `Ref` and `Fn::GetAtt` of every resource of the template, with names that stay the same over restarts. */
export function identities({ template, region, constructId }: Assembly): Lookup & { nameOf: (id: string) => string } {
  const resources = template.Resources
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`
  const constructIds = Object.entries(resources)
    .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
    .map(([logicalId]) => constructId(logicalId))

  const resourceOf = (logicalId: string) => {
    const resource = resources[logicalId]
    if (!resource) throw new Error(`The template refers to ${logicalId}, which it does not define`)
    return resource
  }

  const nameOf = (logicalId: string): string => {
    const { Type, Properties } = resourceOf(logicalId)
    const kind = Type.split('::').at(-1) ?? ''
    const given = Properties[{ GlobalTable: 'TableName' }[kind] ?? `${kind}Name`]
    if (typeof given === 'string') return given
    if (Type === 'AWS::SQS::Queue') return Properties['FifoQueue'] === true ? `${logicalId}.fifo` : logicalId
    if (Type === 'AWS::ApiGatewayV2::Api') return logicalId.toLowerCase()
    if (Type !== 'AWS::Lambda::Function') return logicalId
    const id = constructId(logicalId)
    return constructIds.filter((each) => each === id).length === 1 ? id : logicalId
  }

  const [apiId = ''] = Object.keys(resources).filter((id) => resources[id]?.Type === 'AWS::ApiGatewayV2::Api')
  const attributesOf = (logicalId: string): Record<string, string> => {
    const name = nameOf(logicalId)
    switch (resourceOf(logicalId).Type) {
      case 'AWS::DynamoDB::Table':
      case 'AWS::DynamoDB::GlobalTable': {
        const Arn = arn('dynamodb', `table/${name}`)
        // The engine labels the stream by its hour of birth; one stream per table is known by its table.
        return { Ref: name, Arn, StreamArn: `${Arn}/stream/local` }
      }
      case 'AWS::SQS::Queue': {
        const url = `${queueBase(region)}/${ACCOUNT}/${name}`
        return { Ref: url, QueueUrl: url, QueueName: name, Arn: arn('sqs', name) }
      }
      case 'AWS::SecretsManager::Secret': {
        const Arn = arn('secretsmanager', `secret:${name}`)
        return { Ref: Arn, Id: Arn, Arn }
      }
      case 'AWS::S3::Bucket':
        return { Ref: name, Arn: `arn:aws:s3:::${name}` }
      case 'AWS::SNS::Topic': {
        const topic = arn('sns', name)
        return { Ref: topic, TopicArn: topic, TopicName: name }
      }
      case 'AWS::Cognito::UserPool': {
        const pool = `${region}_${logicalId}`
        return {
          Ref: pool,
          ProviderURL: `https://cognito-idp.${region}.${SUFFIX}/${pool}`,
          Arn: arn('cognito-idp', `userpool/${pool}`),
        }
      }
      case 'AWS::Cognito::UserPoolResourceServer':
        return { Ref: String(resourceOf(logicalId).Properties['Identifier']) }
      case 'AWS::Lambda::Function':
        return { Ref: name, Arn: arn('lambda', `function:${name}`) }
      case 'AWS::ApiGatewayV2::Api':
        return { Ref: name, ApiId: name, ApiEndpoint: apiBase(name, region) }
      // No edge stands before one machine: readers ask the API itself.
      case 'AWS::CloudFront::Distribution':
        return { Ref: name, Id: name, DomainName: new URL(apiBase(nameOf(apiId), region)).host }
      case 'AWS::Logs::LogGroup':
        return { Ref: name, Arn: arn('logs', `log-group:${name}:*`) }
      default:
        return { Ref: name, Arn: arn('local', name) }
    }
  }

  const pseudo: Record<string, unknown> = {
    'AWS::Region': region,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': SUFFIX,
    'AWS::StackName': 'local',
    'AWS::StackId': arn('cloudformation', 'stack/local'),
    'AWS::NotificationARNs': [],
    'AWS::NoValue': undefined,
  }

  return {
    nameOf,
    ref: (name) => {
      if (Object.hasOwn(pseudo, name)) return pseudo[name]
      if (Object.hasOwn(template.Parameters, name)) return template.Parameters[name]?.Default
      return attributesOf(name)['Ref']
    },
    attribute: (logicalId, attribute) => attributesOf(logicalId)[attribute] ?? `${logicalId}.${attribute}`,
  }
}
