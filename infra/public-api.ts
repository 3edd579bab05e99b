import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CorsHttpMethod, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Analysts } from './analysts.ts'
import type { OperatorAlarms } from './operator-alarms.ts'
import { methodsByPath, type Route, type StageName } from './routes.ts'
import type { StageFunction } from './stage-function.ts'

/** The worst burst foreseen is 160 a second. Above this the gateway answers 429, and nothing was promised. */
export const REQUESTS_PER_SECOND = 500

/** What a page of any site may read of an answer. */
export const EXPOSED_HEADERS = ['Location', 'Retry-After', 'ETag', 'Link', 'RateLimit-Policy']

type Props = {
  routes: Route[]
  stages: Record<StageName, StageFunction>
  /** Answers every path and method that no route names. */
  refuse: StageFunction
  /** Who may come in where a route is for them alone. */
  analysts: Analysts
  alarms: OperatorAlarms
}

/** The door: any site may post, nobody is recorded but who asks for exact counts. */
export class PublicApi extends Construct {
  readonly url: string

  constructor(scope: Construct, id: string, { routes, stages, refuse, analysts, alarms }: Props) {
    super(scope, id)
    // The gateway asks for $default under a shorter name than for a path: this one is allowed route by route.
    const refusal = new HttpLambdaIntegration('refuse-request', refuse)
    const api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      defaultIntegration: refusal,
      corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT, CorsHttpMethod.DELETE],
        allowHeaders: ['Content-Type', 'Authorization', 'Idempotency-Key', 'Accept-Language', 'Purpose'],
        exposeHeaders: EXPOSED_HEADERS,
        maxAge: Duration.days(1),
      },
    })
    this.url = api.apiEndpoint

    const answers = new Map(Object.entries(stages).map(([name, stage]) => [name, integration(name, stage)]))
    const guard = { authorizer: analysts.authorizer, authorizationScopes: [analysts.scope] }
    for (const { method, path, answeredBy, isForAnalysts } of routes) {
      const integration = answers.get(answeredBy)!
      api.addRoutes({ path, methods: [HttpMethod[method]], integration, ...(isForAnalysts && guard) })
    }
    for (const path of Object.keys(methodsByPath(routes)))
      api.addRoutes({ path, methods: [HttpMethod.ANY], integration: refusal })

    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: REQUESTS_PER_SECOND, burstLimit: 2 * REQUESTS_PER_SECOND },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS)),
      },
    })

    alarms.raise('requests-failing', {
      metric: (over) => api.metricServerError(over),
      statistic: 'Sum',
      period: Duration.minutes(5),
      above: 5,
    })
  }
}

// No address, path (it may hold a report's id) or user agent: a line cannot be traced back to a person.
const ACCESS = {
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  bytes: '$context.responseLength',
}

const integration = (name: string, stage: StageFunction) =>
  new HttpLambdaIntegration(name, stage, { scopePermissionToRoute: false })
