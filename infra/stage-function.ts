import { RemovalPolicy, type Duration } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  Function,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { bundle } from './bundle.ts'
import { allow } from './least-verb.ts'

type Props = {
  /** MB. Processor time comes in proportion: 1,769 MB is one whole processor. */
  memorySize: number
  timeout: Duration
  environment: Record<string, string>
  deadLetterQueue?: IQueue
}

/** One stage of the pipeline: the folder functions/<name>, bundled into one file, with a role of its own that allows nothing yet but its log. */
export class StageFunction extends Function {
  constructor(scope: Construct, name: string, { memorySize, timeout, environment, deadLetterQueue }: Props) {
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const logGroup = new LogGroup(scope, `${name}-log`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY, // a log holds ids, counts and outcomes: nothing to keep
    })
    allow(role, ['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn)
    super(scope, name, {
      code: bundle(scope, name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN, // start and end lines of each call would cost more than the call
      memorySize,
      timeout,
      environment,
      ...(deadLetterQueue && { deadLetterQueue }),
    })
  }
}
