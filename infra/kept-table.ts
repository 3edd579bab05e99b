import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, CfnTable, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

type Props = {
  sortKey?: boolean
  stream?: boolean
  /** The attribute, in epoch seconds, after which an item may vanish. */
  expiresBy?: string
  /** The only roles that may read the table as a whole. Without it, any role that is allowed to in its own policy may. */
  readWholeBy?: IRole[]
  /** What was put stays as it is: nobody may change or delete an item. */
  isAppendOnly?: boolean
}

// A put may replace what is there: who puts must have a condition.
const CHANGES = ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete'].map(
  (verb) => `dynamodb:${verb}`,
)

// RestoreTableFromBackup acts on a backup, which takes no policy: denying CreateBackup closes that way.
// A resource policy refuses to be stored with an action that it does not support.
const READS_WHOLE = [
  'dynamodb:Scan',
  'dynamodb:PartiQLSelect',
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:RestoreTableToPointInTime',
  'dynamodb:CreateBackup',
  'dynamodb:EnableKinesisStreamingDestination',
]

/** A table that outlives its stack: own key, point-in-time recovery, deletion only after two deliberate steps. */
export class KeptTable extends Table {
  override readonly encryptionKey: Key

  constructor(scope: Construct, name: string, { sortKey, stream, expiresBy, ...guards }: Props = {}) {
    const denials = denialsOf(guards)
    // A key per table: who may use one table cannot unseal another, whatever a policy is later made to say.
    const encryptionKey = new Key(scope, `${name}-key`, {
      description: `Seals the table ${name}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    super(scope, name, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      ...(sortKey && { sortKey: { name: 'sk', type: AttributeType.STRING } }),
      ...(stream && { stream: StreamViewType.NEW_IMAGE }),
      ...(expiresBy && { timeToLiveAttribute: expiresBy }),
      ...(denials.length > 0 && { resourcePolicy: new PolicyDocument({ statements: denials }) }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.encryptionKey = encryptionKey
    // A plain logical id, so that moving the construct can never replace a table that holds data.
    if (this.node.defaultChild instanceof CfnTable) this.node.defaultChild.overrideLogicalId(name)
  }
}

const denialsOf = ({ readWholeBy, isAppendOnly }: Pick<Props, 'readWholeBy' | 'isAppendOnly'>): PolicyStatement[] => [
  ...(readWholeBy
    ? [
        denyAll('NobodyReadsItWhole', READS_WHOLE, {
          ArnNotEquals: { 'aws:PrincipalArn': readWholeBy.map((role) => role.roleArn) },
        }),
      ]
    : []),
  ...(isAppendOnly ? [denyAll('NobodyChangesIt', CHANGES)] : []),
]

const denyAll = (sid: string, actions: string[], conditions: Record<string, unknown> = {}) =>
  new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources: ['*'], // the table itself: its ARN inside its own policy would be a circular reference
    conditions,
  })
