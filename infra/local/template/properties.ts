import * as z from 'zod'

/**
 * What this host reads of each hosted type. Where ignoring a property would change what happens to a report
 * (mappings, routes, authorizers, integrations, CORS) the schema is strict: an unknown property stops the host.
 */
const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }))
const Index = z.object({ IndexName: z.string(), KeySchema, Projection: z.record(z.string(), z.unknown()) })

export const TableProperties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
})

export const QueueProperties = z.object({
  VisibilityTimeout: z.int().default(30),
  MessageRetentionPeriod: z.int().default(345_600),
  DelaySeconds: z.int().optional(),
  MaximumMessageSize: z.int().optional(),
  ReceiveMessageWaitTimeSeconds: z.int().optional(),
  FifoQueue: z.boolean().optional(),
  ContentBasedDeduplication: z.boolean().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int() }).optional(),
})

export const SecretProperties = z.object({
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .strictObject({
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
      PasswordLength: z.int().default(32),
      ExcludeCharacters: z.string().default(''),
      ExcludeLowercase: z.boolean().default(false),
      ExcludeUppercase: z.boolean().default(false),
      ExcludeNumbers: z.boolean().default(false),
      ExcludePunctuation: z.boolean().default(false),
      IncludeSpace: z.boolean().default(false),
      RequireEachIncludedType: z.boolean().default(true),
    })
    .optional(),
})
export type GenerateSecretString = NonNullable<z.infer<typeof SecretProperties>['GenerateSecretString']>

/** Anything that a bucket does by itself when an object comes stops the host. */
export const BucketProperties = z.object({
  NotificationConfiguration: z.never({ error: 'notifications of a bucket are not hosted' }).optional(),
  ReplicationConfiguration: z.never({ error: 'replication of a bucket is not hosted' }).optional(),
})

export const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  Target: z.object({ Arn: z.string(), Input: z.string() }),
})

export const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
  Layers: z.never({ error: 'layers are not hosted' }).optional(),
})

export const MappingProperties = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.int().min(1).optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.int() }).optional(),
  // LATEST forgets what comes while a host is down before its first batch; nothing here wants that.
  StartingPosition: z.literal('TRIM_HORIZON').optional(),
  MaximumRetryAttempts: z.int().default(-1),
  MaximumRecordAgeInSeconds: z.int().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  // More than one invocation per shard at a time is a promise of speed, not of order: one keeps every order.
  ParallelizationFactor: z.int().optional(),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  Tags: z.unknown().optional(),
})
export type MappingSettings = z.infer<typeof MappingProperties>

export const CorsProperties = z.strictObject({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  MaxAge: z.int().optional(),
  AllowCredentials: z.boolean().default(false),
})
export type Cors = z.infer<typeof CorsProperties>

export const ApiProperties = z.object({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: CorsProperties.optional(),
})

const RouteSettings = z.object({
  ThrottlingBurstLimit: z.number().optional(),
  ThrottlingRateLimit: z.number().optional(),
})
export type RouteSettings = z.infer<typeof RouteSettings>

export const StageProperties = z.object({
  ApiId: z.string(),
  StageName: z.string(),
  DefaultRouteSettings: RouteSettings.default({}),
  RouteSettings: z.record(z.string(), RouteSettings).default({}),
  AccessLogSettings: z.object({ DestinationArn: z.string(), Format: z.string() }).optional(),
  StageVariables: z.record(z.string(), z.string()).optional(),
})

export const IntegrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  IntegrationMethod: z.string().optional(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().default(30_000),
  Description: z.string().optional(),
})

export const RouteProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
  OperationName: z.string().optional(),
})

export const AuthorizerProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
})
