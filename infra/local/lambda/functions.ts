import { existsSync } from 'node:fs'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EnvironmentSettings, Outcome } from './function-environment.ts'
import { FunctionPool, type Invocations } from './function-pool.ts'
import type { Service } from '../engines.ts'
import { localize, queueBase } from '../template/identities.ts'
import type { FunctionSettings, Stack } from '../template/stack.ts'

export type Functions = {
  invoke: (name: string, event: object) => Promise<Outcome>
  isIdle: () => boolean
  counted: () => Record<string, Invocations>
  stop: () => Promise<void>
}

type Options = { stack: Stack; urls: Record<Service, string>; logsDir: string; most: number }

export function startFunctions({ stack, urls, logsDir, most }: Options): Functions {
  const pools = new Map(
    stack.functions.map((settings) => {
      const environment = environmentOf(settings, { region: stack.region, urls, logsDir })
      return [settings.name, new FunctionPool(environment, most)]
    }),
  )
  return {
    invoke: async (name, event) => (await pools.get(name)?.invoke(event)) ?? { failure: `no function ${name}` },
    isIdle: () => [...pools.values()].every((pool) => pool.isIdle),
    counted: () => Object.fromEntries([...pools].map(([name, { counted }]) => [name, { ...counted }])),
    stop: async () => void (await Promise.all([...pools.values()].map(async (pool) => await pool.stop()))),
  }
}

type Where = { region: string; urls: Record<Service, string>; logsDir: string }

function environmentOf(settings: FunctionSettings, { region, urls, logsDir }: Where): EnvironmentSettings {
  const { name, arn, directory, Handler, MemorySize, Timeout } = settings
  const [module = 'index', handlerName = 'handler'] = Handler.split('.')
  const file = ['.mjs', '.js', '.cjs'].map((end) => join(directory, module + end)).find((each) => existsSync(each))
  if (!file) throw new Error(`${name}: no ${module}.mjs in ${directory}`)
  const variables = Object.entries(settings.Environment?.Variables ?? {})
  const own = variables.map(([key, value]) => [key, localize(value, { [queueBase(region)]: urls.sqs })])
  return {
    file: pathToFileURL(file).href,
    handlerName,
    logFile: join(logsDir, `${name}.log`),
    timeoutMillis: Timeout * 1000,
    memoryMb: MemorySize,
    context: {
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(MemorySize),
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
    },
    env: {
      ...Object.fromEntries(own),
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: directory,
      _HANDLER: Handler,
      // Beside the bundles: what one environment has compiled, the next need not compile again.
      NODE_COMPILE_CACHE: join(dirname(directory), 'compiled'),
      TZ: ':UTC',
      // The engines check no signature; the key id tells a recording proxy which function calls.
      AWS_ACCESS_KEY_ID: name,
      AWS_SECRET_ACCESS_KEY: 'local',
      // What the person at this machine has set up for AWS is nothing to a function.
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL_DYNAMODB: urls.dynamodb,
      AWS_ENDPOINT_URL_SQS: urls.sqs,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: urls.secretsmanager,
      AWS_ENDPOINT_URL_S3: urls.s3,
      AWS_ENDPOINT_URL_LAMBDA: urls.lambda,
      AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: urls['sms-voice'],
    },
  }
}
