import { ofType, pathOf, read, type Resource, type Template } from './template.ts'

/** What a role is allowed: verbs, on the logical ids of resources (`complaints`, `complaints.StreamArn`), under conditions. */
export type Allowed = { actions: string[]; resources: string[]; conditions: Record<string, unknown> }

/** What AWS itself does in a function's name, and no SDK command in its code shows. Reviewed by hand. */
export const MADE_BY_SERVICES: Record<string, string> = {
  'logs:CreateLogStream': 'Lambda writes the log',
  'logs:PutLogEvents': 'Lambda writes the log',
  'kms:Decrypt': 'DynamoDB, S3, SQS and Secrets Manager unseal what was asked of them',
  'kms:GenerateDataKey': 'S3 and SQS seal what was sent',
  's3:ListBucket': 'S3 tells only who may list that an object is not there',
  'sqs:ReceiveMessage': 'the mapping polls the queue',
  'sqs:DeleteMessage': 'the mapping deletes what succeeded',
  'sqs:GetQueueAttributes': 'the mapping watches the queue',
  'dynamodb:DescribeStream': 'the mapping follows the stream',
  'dynamodb:GetRecords': 'the mapping follows the stream',
  'dynamodb:GetShardIterator': 'the mapping follows the stream',
  'dynamodb:ListStreams': 'the mapping follows the stream',
}

/** By function name (its construct id), every statement of its role; throws on a Deny, which nothing here needs. */
export const functionPolicies = (template: Template): Record<string, Allowed[]> =>
  Object.fromEntries(
    ofType(template, 'AWS::Lambda::Function').map(([, fn]) => [
      pathOf(fn),
      rolePolicies(template, idOf(fn.Properties?.['Role'])),
    ]),
  )

/** Every statement of one role, by its logical id. */
export const rolePolicies = (template: Template, role: string): Allowed[] => {
  const attached = ofType(template, 'AWS::IAM::Policy').filter(([, policy]) =>
    list(policy.Properties?.['Roles']).some((one) => idOf(one) === role),
  )
  const own = template.Resources[role]?.Properties ?? {}
  if (own['ManagedPolicyArns'] ?? own['Policies']) throw new Error(`${role} has policies that are not read here`)
  return [...attached.flatMap(([, policy]) => statementsOf(policy)), ...bucketsFor(template, role)]
}

/** What the policies of buckets allow the role. */
const bucketsFor = (template: Template, role: string): Allowed[] =>
  ofType(template, 'AWS::S3::BucketPolicy').flatMap(([, policy]) => {
    const statements = read(policy, 'Properties.PolicyDocument.Statement') as Record<string, unknown>[]
    return statements
      .filter(
        ({ Effect, Principal }) =>
          Effect === 'Allow' &&
          list(read(Principal, 'AWS') ?? [])
            .map(idOf)
            .includes(role),
      )
      .map(({ Action, Resource: on }) => ({
        actions: list(Action).map(String),
        resources: list(on).map(idOf),
        conditions: {},
      }))
  })

const statementsOf = (policy: Resource): Allowed[] => {
  const statements = read(policy, 'Properties.PolicyDocument.Statement') as Record<string, unknown>[]
  return statements.map(({ Effect, Action, Resource: on, Condition }) => {
    if (Effect !== 'Allow') throw new Error('a statement that denies is not read here')
    return { actions: list(Action).map(String), resources: list(on).map(idOf), conditions: (Condition ?? {}) as object }
  }) as Allowed[]
}

/** The logical id that a value refers to, with the attribute unless it is the ARN; other values as they are. */
const idOf = (value: unknown): string => {
  const { Ref, 'Fn::GetAtt': attribute } = (value ?? {}) as { Ref?: string; 'Fn::GetAtt'?: [string, string] }
  if (attribute) return attribute[1] === 'Arn' ? attribute[0] : attribute.join('.')
  const objects = objectsIn(value)
  if (objects) return objects
  const text = Ref ?? (typeof value === 'string' ? value : JSON.stringify(value))
  return text.includes(':phone-number/') ? TEXTED_FROM : text
}

/** `editions/ca-ge-46/editions/*`: objects of a bucket, by its logical id. */
const objectsIn = (value: unknown): string | undefined => {
  const [bucket, objects, ...more] = (read(value, 'Fn::Join.1') ?? []) as unknown[]
  const id = read(bucket, 'Fn::GetAtt.0')
  return typeof id === 'string' && String(objects).startsWith('/') && more.length === 0
    ? `${id}${String(objects)}`
    : undefined
}

/** A role names a number of ours by its id, a command by its digits: one number is enough for a test. */
export const TEXTED_FROM = 'our number'

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
