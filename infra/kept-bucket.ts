import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AnyPrincipal, ArnPrincipal, Effect, PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { mayUnseal } from './least-verb.ts'

const CLOSED: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
}

type Props = {
  /** Seals it; without it S3 does with keys of its own. */
  key?: Key
  /** Where it is written who read and who wrote. */
  trail: AccessTrail
  /** Pages of any site follow links to its objects. */
  isLinked?: boolean
}

/** A bucket that outlives its stack and keeps every version, closed to the public. Its own policy says who may do what. */
export class KeptBucket extends Bucket {
  constructor(scope: Construct, name: string, { key, trail, isLinked = false }: Props) {
    super(scope, name, {
      ...CLOSED,
      versioned: true,
      ...(isLinked ? { cors: [{ allowedMethods: [HttpMethods.GET], allowedOrigins: ['*'] }] } : {}),
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      // As long as backups: what is replaced or removed is gone then.
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(35) }],
      // CDK's own types differ in whether an absent value may be undefined.
      serverAccessLogsBucket: trail as IBucket,
      serverAccessLogsPrefix: `${name}/`,
    })
    // A plain logical id, so that moving the construct can never replace a bucket that holds data.
    if (this.node.defaultChild instanceof CfnBucket) this.node.defaultChild.overrideLogicalId(name)
  }

  /** Exactly these verbs on objects whose names begin so; and to be told of others that they are not there. */
  may(who: IRole, verbs: string[], objects: string): void {
    this.#allow(who, verbs, this.arnForObjects(objects))
    // Without this S3 says that all is forbidden that is not there, and nobody could tell a beginning from a fault.
    this.#allow(who, ['s3:ListBucket'], this.bucketArn)
    if (this.encryptionKey) mayUnseal(who, this.encryptionKey, verbs.includes('s3:PutObject'))
  }

  /** Finds a version that was replaced or removed, and puts it back. */
  mayBringBack(who: IRole, objects: string): void {
    this.may(who, ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], objects)
    this.#allow(who, ['s3:ListBucketVersions'], this.bucketArn)
  }

  /** Whatever else is allowed to whom: nobody but these reads objects whose names begin so. */
  onlyReadBy(roles: IRole[], objects: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyElseReadsIt',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [this.arnForObjects(objects)],
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': roles.map((role) => role.roleArn) } },
      }),
    )
  }

  /** Whoever writes such an object says that there must be none yet, or is refused: what is there stays as it is. */
  neverReplaced(objects: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'WrittenOnce',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects(objects)],
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    )
  }

  #allow(who: IRole, actions: string[], arn: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({ principals: [new ArnPrincipal(who.roleArn)], actions, resources: [arn] }),
    )
  }
}

/** Who read and who wrote the other buckets, for a year and a month. */
export class AccessTrail extends Bucket {
  constructor(scope: Construct, name: string) {
    super(scope, name, {
      ...CLOSED,
      encryption: BucketEncryption.S3_MANAGED, // logs cannot be delivered to a bucket that is sealed by a key of ours
      lifecycleRules: [{ expiration: Duration.days(400) }],
    })
  }
}
