import * as z from 'zod'
import type { Assembly } from './assembly.ts'
import { rateMillis } from '../schedules.ts'
import { identities } from './identities.ts'
import { resolve } from './intrinsics.ts'
import {
  ApiProperties,
  AuthorizerProperties,
  BucketProperties,
  FunctionProperties,
  IntegrationProperties,
  MappingProperties,
  QueueProperties,
  RouteProperties,
  ScheduleProperties,
  SecretProperties,
  StageProperties,
  TableProperties,
} from './properties.ts'
import { HOSTED, inertTypes } from './resource-types.ts'

/** What the template describes, resolved, with addresses as they would be on AWS. */
export type Stack = ReturnType<typeof readStack>
export type Table = Stack['tables'][number]
export type Queue = Stack['queues'][number]
export type Secret = Stack['secrets'][number]
export type FunctionSettings = Stack['functions'][number]
export type Mapping = Stack['mappings'][number]
export type Api = NonNullable<Stack['api']>
export type Authorizer = NonNullable<Api['routes'][number]['authorizer']>
export type Schedule = Stack['schedules'][number]
export type Pool = Stack['pools'][number]

export function readStack(assembly: Assembly) {
  const { template } = assembly
  const inert = inertTypes(template.Resources)
  const lookup = identities(assembly)

  const all = <S extends z.ZodType<object>>(types: readonly string[], schema: S) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => types.includes(Type))
      .map(([logicalId, { Type, Properties }]) => {
        const parsed = schema.safeParse(resolve(Properties, lookup))
        if (!parsed.success) throw new Error(`${logicalId} (${Type}): ${z.prettifyError(parsed.error)}`)
        return {
          ...parsed.data,
          logicalId,
          name: lookup.nameOf(logicalId),
          arn: lookup.attribute(logicalId, 'Arn') as string,
        }
      })

  const tables = all(HOSTED.table, TableProperties).map((table) => ({
    ...table,
    streamArn: `${table.arn}/stream/local`,
  }))
  const queues = all(HOSTED.queue, QueueProperties)
  const queueOf = (arn: string, from: string) => {
    const found = queues.find((queue) => queue.arn === arn)
    if (!found) throw new Error(`${from} refers to ${arn}, which is no queue of this stack`)
    return found
  }
  const functions = all(HOSTED.function, FunctionProperties).map((settings) => ({
    ...settings,
    directory: assembly.assetDirectory(settings.Code.S3Key),
    deadLetters: settings.DeadLetterConfig && queueOf(settings.DeadLetterConfig.TargetArn, settings.logicalId),
  }))

  /** Both a function's name and its ARN, alone or inside an invocation URI, name the function. */
  const functionOf = (reference: string, from: string) => {
    const found = functions.find(
      ({ name, arn }) => reference === name || reference.includes(`${arn}/`) || reference === arn,
    )
    if (!found) throw new Error(`${from} refers to ${reference}, which is no function of this stack`)
    return found
  }

  for (const { RedrivePolicy, logicalId } of queues)
    if (RedrivePolicy) queueOf(RedrivePolicy.deadLetterTargetArn, logicalId)

  const mappings = all(HOSTED.mapping, MappingProperties).map((mapping) => {
    const { logicalId, EventSourceArn, FunctionName, DestinationConfig } = mapping
    const table = tables.find(({ streamArn }) => streamArn === EventSourceArn)
    const destination = DestinationConfig?.OnFailure.Destination
    return {
      ...mapping,
      functionName: functionOf(FunctionName, logicalId).name,
      source: table
        ? { kind: 'stream' as const, table }
        : { kind: 'queue' as const, queue: queueOf(EventSourceArn, logicalId) },
      onFailure: destination ? queueOf(destination, logicalId) : undefined,
    }
  })

  const region = assembly.region
  const secrets = all(HOSTED.secret, SecretProperties)
  const pools = all(HOSTED.pool, z.object({})).map((pool) => ({
    poolId: lookup.ref(pool.logicalId) as string,
    issuer: lookup.attribute(pool.logicalId, 'ProviderURL') as string,
  }))
  const buckets = all(HOSTED.bucket, BucketProperties)
  const schedules = all(HOSTED.schedule, ScheduleProperties).map(({ logicalId, ScheduleExpression, Target }) => ({
    logicalId,
    millis: rateMillis(ScheduleExpression),
    target: functionOf(Target.Arn, logicalId).name,
    input: Target.Input,
  }))
  const outputs = Object.fromEntries(
    Object.entries(template.Outputs).map(([key, { Value }]) => [key, String(resolve(Value, lookup))]),
  )
  return {
    region,
    inert,
    tables,
    queues,
    secrets,
    pools,
    buckets,
    schedules,
    functions,
    mappings,
    api: readApi(),
    outputs,
  }

  function readApi() {
    const apis = all(HOSTED.api, ApiProperties)
    const api = apis[0]
    if (!api) return undefined
    const stages = all(HOSTED.stage, StageProperties)
    const stage = stages[0]
    if (apis.length > 1 || stages.length > 1 || !stage)
      throw new Error('The local host serves one HTTP API with one stage')
    const integrations = all(HOSTED.integration, IntegrationProperties)
    const authorizers = all(HOSTED.authorizer, AuthorizerProperties)
    const authorizerOf = (id: string | undefined, scopes: string[], from: string) => {
      const settings = authorizers.find(({ name }) => name === id)?.JwtConfiguration
      if (!settings || !pools.some(({ issuer }) => issuer === settings.Issuer))
        throw new Error(`${from} asks for a token of an issuer that is no user pool of this stack`)
      return { issuer: settings.Issuer, audience: settings.Audience, scopes }
    }
    const routes = all(HOSTED.route, RouteProperties).map((route) => {
      const { logicalId, RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = route
      const integration = integrations.find(({ name }) => Target === `integrations/${name}`)
      if (!integration) throw new Error(`${logicalId} refers to ${Target}, which is no integration of this stack`)
      return {
        routeKey: RouteKey,
        functionName: functionOf(integration.IntegrationUri, logicalId).name,
        timeoutInMillis: integration.TimeoutInMillis,
        authorizer:
          AuthorizationType === 'JWT' ? authorizerOf(AuthorizerId, AuthorizationScopes, logicalId) : undefined,
      }
    })
    return { id: api.name, region, cors: api.CorsConfiguration, stage, routes }
  }
}
