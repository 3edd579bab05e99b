/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { STATS_PATHS } from '../../functions/domain/stats-query.ts'
import { ROUTES } from '../../infra/routes.ts'
import { expect, test } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, read, type Template, write } from '../support/template.ts'

const routeKeys = (template: Template) =>
  ofType(template, 'AWS::ApiGatewayV2::Route').map(([, route]) => String(route.Properties?.['RouteKey']))
const answeredBy = (template: Template, routeKey: string) => {
  const [, route] = ofType(template, 'AWS::ApiGatewayV2::Route').find(
    ([, { Properties }]) => Properties?.['RouteKey'] === routeKey,
  )!
  const integration = read(route, 'Properties.Target.Fn::Join.1.1.Ref')
  const target = read(template.Resources[String(integration)], 'Properties.IntegrationUri.Fn::GetAtt.0')
  return String(target).replace(/[0-9A-F]{8}$/, '')
}
const cors = (template: Template) => at(template, 'PublicApi/Api').Properties?.['CorsConfiguration']
const stage = (template: Template) => at(template, 'PublicApi/Stage').Properties

await testPromises([
  {
    promise: 'every documented route is answered by its stage',
    holds: (template) =>
      expect(Object.fromEntries(routeKeys(template).map((key) => [key, answeredBy(template, key)]))).toMatchObject({
        'POST /v1/reports': 'receivereport',
        'GET /v1/reports/{id}': 'showreport',
        'PUT /v1/reports/{id}': 'receivereport',
        'DELETE /v1/reports/{id}': 'receivereport',
        'POST /v1/reports/held': 'openline',
        'GET /v1/reports/template.csv': 'offertemplate',
        'POST /v1/sms/twilio': 'receivesms',
        'GET /v1/ridings': 'suggestridings',
        'GET /v1/editions/{path+}': 'showedition',
        'GET /v1/openapi.json': 'describeapi',
        'GET /v1/docs': 'describeapi',
        'HEAD /v1/ridings': 'suggestridings',
        'HEAD /v1/editions/{path+}': 'showedition',
        'HEAD /v1/docs': 'describeapi',
        'HEAD /v1/stats/caller-ids/{e164}': 'answerstats',
        'GET /v1/stats/summary': 'answerstats',
        'GET /v1/stats/ridings': 'answerstats',
        'GET /v1/stats/caller-ids': 'answerstats',
        'GET /v1/stats/caller-ids/{e164}': 'answerstats',
        'GET /v1/stats/scripts': 'answerstats',
        'GET /v1/stats/scripts/{id}/list-source': 'answerstats',
        'GET /v1/stats/ages': 'answerstats',
        'GET /v1/stats/earlier-polls': 'answerstats',
        'GET /v1/stats/earlier-polls/odds-ratios': 'answerstats',
        'GET /v1/stats/sources': 'answerstats',
        'GET /v1/stats/timeline': 'answerstats',
        'GET /v1/exact/summary': 'answerexact',
        'GET /v1/exact/ridings': 'answerexact',
        'GET /v1/exact/caller-ids': 'answerexact',
        'GET /v1/exact/caller-ids/{e164}': 'answerexact',
        'GET /v1/exact/scripts': 'answerexact',
        'GET /v1/exact/scripts/{id}/list-source': 'answerexact',
        'GET /v1/exact/ages': 'answerexact',
        'GET /v1/exact/earlier-polls': 'answerexact',
        'GET /v1/exact/earlier-polls/odds-ratios': 'answerexact',
        'GET /v1/exact/sources': 'answerexact',
        'GET /v1/exact/timeline': 'answerexact',
      }),
    broken: (template) =>
      write(at(template, 'PublicApi/Api/POST--v1--reports'), 'Properties.RouteKey', 'POST /v1/report'),
  },
  {
    promise: 'every other path, and every other method of a path, is refused in our own words',
    holds: (template) => {
      const paths = new Set(routeKeys(template).flatMap((key) => key.split(' ')[1] ?? []))
      for (const key of ['$default', ...[...paths].map((path) => `ANY ${path}`)])
        expect(answeredBy(template, key)).toBe('refuserequest')
    },
    broken: (template) => write(at(template, 'PublicApi/Api/DefaultRoute'), 'Properties.RouteKey', 'ANY /default'),
  },
  {
    promise: 'what refuses knows exactly the routes that there are',
    holds: (template) => {
      const known = String(read(at(template, 'refuse-request'), 'Properties.Environment.Variables.ROUTES'))
      const named = Object.entries(JSON.parse(known) as Record<string, string[]>).flatMap(([path, methods]) =>
        methods.map((method) => `${method} ${path}`),
      )
      expect(named.toSorted()).toEqual(
        routeKeys(template)
          .filter((key) => !/^(ANY|\$)/.test(key))
          .toSorted(),
      )
    },
    broken: (template) => write(at(template, 'refuse-request'), 'Properties.Environment.Variables.ROUTES', '{}'),
  },
  {
    promise: 'any site may post, without credentials, and may read what the answer says beside its body',
    holds: (template) =>
      expect(cors(template)).toEqual({
        AllowOrigins: ['*'],
        AllowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
        AllowHeaders: ['Content-Type', 'Authorization', 'Idempotency-Key', 'Accept-Language', 'Purpose'],
        ExposeHeaders: ['Location', 'Retry-After', 'ETag', 'Link', 'RateLimit-Policy'],
        MaxAge: 86_400,
      }),
    broken: (template) => write(cors(template), 'AllowCredentials', true),
  },
  {
    promise: 'the door is throttled above the worst burst foreseen, 160 requests a second',
    holds: (template) => {
      expect(read(stage(template), 'DefaultRouteSettings.ThrottlingRateLimit')).toBeGreaterThan(160)
      expect(read(stage(template), 'DefaultRouteSettings.ThrottlingBurstLimit')).toBeGreaterThan(160)
    },
    broken: (template) => write(stage(template), 'DefaultRouteSettings'),
  },
  {
    promise: 'the access log holds request id, route key, status, latency and bytes, and nothing of the person',
    holds: (template) =>
      expect(JSON.parse(String(read(stage(template), 'AccessLogSettings.Format')))).toEqual({
        requestId: '$context.requestId',
        routeKey: '$context.routeKey',
        status: '$context.status',
        latency: '$context.responseLatency',
        bytes: '$context.responseLength',
      }),
    broken: (template) => write(stage(template), 'AccessLogSettings.Format', '{"ip":"$context.identity.sourceIp"}'),
  },
  {
    promise: 'a function gets a request in the payload format that it reads',
    holds: (template) => {
      for (const [, { Properties }] of ofType(template, 'AWS::ApiGatewayV2::Integration'))
        expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' })
    },
    broken: (template) =>
      write(ofType(template, 'AWS::ApiGatewayV2::Integration')[0], '1.Properties.PayloadFormatVersion', '1.0'),
  },
])

test.each(['/v1/stats/', '/v1/exact/'])('a table of statistics is asked for where it says, under %s', (door) => {
  const paths = ROUTES.flatMap(({ method, path }) =>
    method === 'GET' && path.startsWith(door) ? [path.slice(door.length)] : [],
  )
  expect(paths.toSorted()).toEqual(Object.values(STATS_PATHS).toSorted())
})
