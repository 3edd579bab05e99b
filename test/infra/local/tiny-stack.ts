import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost, type Host, type HostOptions } from '../../../infra/local/host.ts'

type Resources = Record<string, { Type: string; Properties?: object; Metadata?: object; Condition?: string }>
export type TinyStack = { resources: Resources; code: Record<string, string>; outputs?: Record<string, unknown> }

/** Writes a cloud assembly as CDK would: the resources as given, and one asset per function from its source text. */
export function writeAssembly({ resources, code, outputs = {} }: TinyStack): string {
  const directory = mkdtempSync(join(tmpdir(), 'tiny-stack-'))
  const write = (file: string, content: object) => writeFileSync(join(directory, file), JSON.stringify(content))
  const files: Record<string, object> = {}
  for (const [name, source] of Object.entries(code)) {
    mkdirSync(join(directory, `asset.${name}`))
    writeFileSync(join(directory, `asset.${name}`, 'index.mjs'), source)
    files[name] = { source: { path: `asset.${name}` }, destinations: { here: { objectKey: `${name}.zip` } } }
  }
  const Outputs = Object.fromEntries(Object.entries(outputs).map(([key, Value]) => [key, { Value }]))
  write('Tiny.template.json', { Resources: resources, Outputs })
  write('Tiny.assets.json', { files })
  write('manifest.json', {
    artifacts: {
      'Tiny.assets': { type: 'cdk:asset-manifest', properties: { file: 'Tiny.assets.json' } },
      Tiny: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/ca-central-1',
        properties: { templateFile: 'Tiny.template.json' },
      },
    },
  })
  return directory
}

export type RunningTiny = Host & { assembly: string; dataDir: string; end: () => Promise<void> }

/** Hosts the tiny stack in folders of its own, which `end` removes. */
export async function startTiny(stack: TinyStack, options: Partial<HostOptions> = {}): Promise<RunningTiny> {
  const assembly = writeAssembly(stack)
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tiny-data-'))
  const host = await startHost({ visibilitySeconds: 1, longestPause: 20, ...options, assembly, dataDir })
  const end = async () => {
    await host.stop({ drainMillis: 0 })
    rmSync(assembly, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...host, assembly, dataDir, end }
}

export function lambda(name: string, properties: object = {}): Resources[string] {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: { Code: { S3Key: `${name}.zip` }, Handler: 'index.handler', Runtime: 'nodejs24.x', ...properties },
    Metadata: { 'aws:cdk:path': `Tiny/${name}/Resource` },
  }
}

/** An API with the routes given as `'GET /path': 'FunctionLogicalId'`. */
export function api(
  routes: Record<string, string>,
  { cors, stage }: { cors?: object; stage?: object } = {},
): Resources {
  const ApiId = { Ref: 'Api' }
  const resources: Resources = {
    Api: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: 'tiny', ProtocolType: 'HTTP', CorsConfiguration: cors },
    },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId, StageName: '$default', AutoDeploy: true, ...stage },
    },
  }
  for (const [i, [RouteKey, logicalId]] of Object.entries(routes).entries()) {
    const IntegrationUri = { 'Fn::GetAtt': [logicalId, 'Arn'] }
    resources[`Integration${i}`] = {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { ApiId, IntegrationType: 'AWS_PROXY', IntegrationUri, PayloadFormatVersion: '2.0' },
    }
    const Target = { 'Fn::Join': ['', ['integrations/', { Ref: `Integration${i}` }]] }
    resources[`Route${i}`] = { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId, RouteKey, Target } }
  }
  return resources
}

/** A user pool with one client, and an authorizer for its tokens; `guard` puts it before a route of `api`. */
export function pool(scope: string) {
  const authorizer = {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: { Ref: 'Api' },
      Name: 'analysts',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, Audience: [{ Ref: 'Client' }] },
    },
  }
  const guard = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' }, AuthorizationScopes: [scope] }
  return {
    resources: {
      Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
      Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Pool' } } },
      Authorizer: authorizer,
    } satisfies Resources,
    guard: (route: Resources[string] | undefined) => ({
      ...route!,
      Properties: { ...route!.Properties, ...guard },
    }),
  }
}

/** Where a function's source text may import an SDK client from: assets lie outside of the project. */
export function importable(module: string): string {
  return JSON.stringify(createRequire(import.meta.url).resolve(module))
}
