import { Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { KeptBucket } from './kept-bucket.ts'
import type { KeptTable } from './kept-table.ts'
import { allow, mayConsume, mayInvoke, mayOnTable, mayReadSecret, maySend } from './least-verb.ts'
import type { SealedQueue } from './sealed-queue.ts'
import type { StageFunction } from './stage-function.ts'

/** What a person may do beside the functions: each is a role to assume, so each use leaves a trail. */
export class OperatorRoles extends Construct {
  readonly recount: Role
  readonly redrive: Role
  readonly audit: Role
  readonly publish: Role
  /** For a restore, or an order of a court: with a second factor, and for one hour. */
  readonly breakGlass: Role

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.recount = new Role(this, 'Recount', { assumedBy: new AccountRootPrincipal() })
    this.redrive = new Role(this, 'Redrive', { assumedBy: new AccountRootPrincipal() })
    this.audit = new Role(this, 'Audit', { assumedBy: new AccountRootPrincipal() })
    this.publish = new Role(this, 'Publish', { assumedBy: new AccountRootPrincipal() })
    this.breakGlass = new Role(this, 'BreakGlass', {
      assumedBy: new AccountRootPrincipal().withConditions({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    })
  }

  /** Compares the counts with what they were counted from, and repairs them. */
  mayRecount(
    { complaints, ledger, stats, scripts }: Record<'complaints' | 'ledger' | 'stats' | 'scripts', KeptTable>,
    scriptSecret: Secret,
  ): void {
    mayOnTable(this.recount, complaints, verbs('Scan', 'BatchGetItem'))
    mayOnTable(this.recount, ledger, verbs('Scan', 'PutItem'))
    mayOnTable(this.recount, stats, verbs('Scan', 'GetItem', 'UpdateItem', 'DeleteItem'))
    mayOnTable(this.recount, scripts, verbs('Scan', 'BatchGetItem', 'PutItem', 'DeleteItem'))
    mayReadSecret(this.recount, scriptSecret)
  }

  /** Sends dead letters to their queue again. */
  mayRedrive(deadLetters: SealedQueue, queue: SealedQueue): void {
    mayConsume(this.redrive, deadLetters)
    maySend(this.redrive, queue)
  }

  /** Gives dead texts to their reader again, or throws them away: each holds a phone number. */
  mayRedriveTexts(deadLetters: SealedQueue, reader: StageFunction): void {
    mayConsume(this.redrive, deadLetters)
    allow(this.redrive, ['sqs:PurgeQueue'], deadLetters.queueArn)
    mayInvoke(this.redrive, reader)
  }

  /** Lists who saw exact counts, and why. */
  mayReadTrail(audit: KeptTable): void {
    mayOnTable(this.audit, audit, verbs('Scan'))
  }

  /** Has a draft written, looks at it, and approves it or throws it away. */
  mayPublish(publisher: StageFunction, drafts: KeptBucket, files: string): void {
    mayInvoke(this.publish, publisher)
    drafts.may(this.publish, ['s3:GetObject'], files)
  }

  /** Restores a table beside itself, as <stack>-<table>-restored, and carries over what the table has lost. */
  mayRestore(table: KeptTable): void {
    const stack = Stack.of(table)
    const resourceName = `${stack.stackName}-${table.node.id}-restored`
    const restored = stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName })
    mayOnTable(
      this.breakGlass,
      table,
      verbs('RestoreTableToPointInTime', 'DescribeTable', 'Scan', 'GetItem', 'PutItem'),
    )
    // What DynamoDB asks for on the target of a restore, and on the key that seals it.
    allow(this.breakGlass, verbs('BatchWriteItem', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'), restored)
    allow(this.breakGlass, verbs('Query', 'Scan', 'DescribeTable', 'DeleteTable'), restored)
    const via = { StringEquals: { 'kms:ViaService': `dynamodb.${stack.region}.amazonaws.com` } }
    allow(this.breakGlass, SEAL, table.encryptionKey.keyArn, via)
  }
}

const SEAL = ['CreateGrant', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
  (verb) => `kms:${verb}`,
)

const verbs = (...names: string[]) => names.map((name) => `dynamodb:${name}`)
