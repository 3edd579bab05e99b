import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, type IGrantable } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { KeptTable } from './kept-table.ts'
import type { StageFunction } from './stage-function.ts'

// CDK's own grants allow more than is used (grantReadWriteData: ten verbs, Scan among them), so verbs are spelled out.
// A transaction is authorised verb by verb (PutItem, UpdateItem, DeleteItem, ConditionCheckItem); BatchGetItem is its own.

type Conditions = Record<string, Record<string, unknown>>

/** Exactly these verbs on the table, and the unsealing of what it holds, through DynamoDB only. */
export const mayOnTable = (who: IGrantable, table: KeptTable, verbs: string[], conditions?: Conditions) => {
  allow(who, verbs, table.tableArn, conditions)
  allowKey(who, table.encryptionKey, 'dynamodb', ['kms:Decrypt'])
}

export const maySend = (who: IGrantable, queue: Queue) => {
  allow(who, ['sqs:SendMessage'], queue.queueArn)
  allowKey(who, queue.encryptionMasterKey, 'sqs', ['kms:Decrypt', 'kms:GenerateDataKey'])
}

/** What a queue's event source mapping does in the name of its function. */
export const mayConsume = (who: IGrantable, queue: Queue) => {
  allow(who, ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn)
  allowKey(who, queue.encryptionMasterKey, 'sqs', ['kms:Decrypt'])
}

/** What a stream's event source mapping does in the name of its function. */
export const mayFollow = (who: IGrantable, table: KeptTable) => {
  const verbs = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
  allow(
    who,
    verbs.map((verb) => `dynamodb:${verb}`),
    table.tableStreamArn ?? '',
  )
  allowKey(who, table.encryptionKey, 'dynamodb', ['kms:Decrypt'])
}

export const mayReadSecret = (who: IGrantable, secret: Secret) => {
  allow(who, ['secretsmanager:GetSecretValue'], secret.secretArn)
  allowKey(who, secret.encryptionKey, 'secretsmanager', ['kms:Decrypt'])
}

/** What S3 does with the key of a sealed bucket in the name of who reads it, or writes to it. */
export const mayUnseal = (who: IGrantable, key: IKey, doesWrite: boolean) => {
  allowKey(who, key, 's3', ['kms:Decrypt', ...(doesWrite ? ['kms:GenerateDataKey'] : [])])
}

export const mayInvoke = (who: IGrantable, callee: IFunction) => {
  allow(who, ['lambda:InvokeFunction'], callee.functionArn)
}

/** Texts from these numbers of AWS End User Messaging, named by their ids. */
export const mayText = (who: StageFunction, numbers: string[]) => {
  for (const resourceName of numbers)
    allow(
      who,
      ['sms-voice:SendTextMessage'],
      Stack.of(who).formatArn({ service: 'sms-voice', resource: 'phone-number', resourceName }),
    )
}

export const allow = (who: IGrantable, actions: string[], arn: string, conditions?: Conditions) => {
  const statement = new PolicyStatement({ actions, resources: [arn], ...(conditions && { conditions }) })
  who.grantPrincipal.addToPrincipalPolicy(statement)
}

const allowKey = (who: IGrantable, key: IKey | undefined, service: string, verbs: string[]) => {
  if (!key) return
  const via = `${service}.${Stack.of(key).region}.amazonaws.com`
  allow(who, verbs, key.keyArn, { StringEquals: { 'kms:ViaService': via } })
}
