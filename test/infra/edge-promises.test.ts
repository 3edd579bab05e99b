/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { PUBLIC_ROUTES, ROUTES } from '../../infra/routes.ts'
import { testPromises } from '../support/promises.ts'
import { ofType, read, type Template, write } from '../support/template.ts'

type Behavior = Record<string, unknown> & { PathPattern: string; CachePolicyId: { Ref: string } }

const distribution = (template: Template) =>
  read(ofType(template, 'AWS::CloudFront::Distribution')[0], '1.Properties.DistributionConfig') as Record<string, unknown> // prettier-ignore
const behaviors = (template: Template) => distribution(template)['CacheBehaviors'] as Behavior[]
const defaultOf = (template: Template) => distribution(template)['DefaultCacheBehavior'] as Behavior
const policies = (template: Template) =>
  ofType(template, 'AWS::CloudFront::CachePolicy').map(([, { Properties }]) => read(Properties, 'CachePolicyConfig'))
const originOf = (template: Template, { TargetOriginId }: Behavior) =>
  (distribution(template)['Origins'] as { Id: unknown; OriginPath?: string }[]).find(({ Id }) => Id === TargetOriginId)

await testPromises([
  {
    promise: 'the edge passes on what anyone may keep, and every other path leads to nothing',
    holds: (template) => {
      const paths = behaviors(template).map(({ PathPattern }) => PathPattern)
      expect(paths).toEqual(PUBLIC_ROUTES.map(({ path }) => path.replaceAll(/\{.*?\}/g, '*')))
      for (const behavior of behaviors(template)) expect(originOf(template, behavior)!.OriginPath ?? '').toBe('')
      const nothing = originOf(template, defaultOf(template))!.OriginPath!
      expect(ROUTES.filter(({ path }) => path.startsWith(nothing))).toEqual([])
      expect(nothing).toMatch(/^\/[a-z-]+$/)
    },
    broken: (template) => write(originOf(template, defaultOf(template)), 'OriginPath'),
  },
  {
    promise: 'the edge takes GET and HEAD alone, over TLS, and asks the API over TLS 1.2',
    holds: (template) => {
      for (const behavior of [...behaviors(template), defaultOf(template)])
        expect(behavior).toMatchObject({ AllowedMethods: ['GET', 'HEAD'], ViewerProtocolPolicy: 'redirect-to-https' })
      for (const origin of distribution(template)['Origins'] as object[])
        expect(origin).toMatchObject({
          CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
        })
    },
    broken: (template) => write(behaviors(template)[0], 'AllowedMethods', ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE']), // prettier-ignore
  },
  {
    promise: 'kept answers are told apart by all that they depend on, and for how long they are kept the API says',
    holds: (template) => {
      for (const [i, { variesBy }] of PUBLIC_ROUTES.entries()) {
        const { Ref } = behaviors(template)[i]!.CachePolicyId
        expect(read(template.Resources[Ref], 'Properties.CachePolicyConfig')).toMatchObject({
          MinTTL: 0,
          DefaultTTL: 0,
          ParametersInCacheKeyAndForwardedToOrigin: {
            QueryStringsConfig: { QueryStringBehavior: variesBy.query ? 'all' : 'none' },
            HeadersConfig: variesBy.header ? { Headers: [variesBy.header] } : { HeaderBehavior: 'none' },
            EnableAcceptEncodingBrotli: true,
            EnableAcceptEncodingGzip: true,
          },
        })
        expect(behaviors(template)[i]).toMatchObject({ Compress: true })
      }
    },
    broken: (template) => write(policies(template)[0], 'MinTTL', 1),
  },
  {
    promise: 'nothing that tells who reads reaches the API, and no reader is recorded',
    holds: (template) => {
      const asked = ofType(template, 'AWS::CloudFront::OriginRequestPolicy').map(([, { Properties }]) => Properties)
      expect(asked).toHaveLength(1)
      expect(asked[0]).toMatchObject({
        OriginRequestPolicyConfig: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Language'] },
          QueryStringsConfig: { QueryStringBehavior: 'none' },
        },
      })
      for (const policy of policies(template))
        expect(read(policy, 'ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig')).toEqual({ CookieBehavior: 'none' }) // prettier-ignore
      expect(distribution(template)['Logging']).toBeUndefined()
      for (const behavior of behaviors(template)) expect(behavior['RealtimeLogConfigArn']).toBeUndefined()
    },
    broken: (template) => write(distribution(template), 'Logging', { Bucket: 'readers' }),
  },
  {
    promise: 'no problem of the API is kept',
    holds: (template) => {
      const errors = distribution(template)['CustomErrorResponses'] as object[]
      for (const ErrorCode of [404, 405, 500, 502, 503, 504])
        expect(errors).toContainEqual({ ErrorCode, ErrorCachingMinTTL: 0 })
    },
    broken: (template) => write(distribution(template), 'CustomErrorResponses.2.ErrorCachingMinTTL', 10),
  },
  {
    promise: 'pages of any site may read what comes from the edge, as from the API',
    holds: (template) => {
      const exposed = read(ofType(template, 'AWS::ApiGatewayV2::Api')[0], '1.Properties.CorsConfiguration.ExposeHeaders') // prettier-ignore
      const [policy] = ofType(template, 'AWS::CloudFront::ResponseHeadersPolicy')
      expect(read(policy, '1.Properties.ResponseHeadersPolicyConfig.CorsConfig')).toMatchObject({
        AccessControlAllowOrigins: { Items: ['*'] },
        AccessControlAllowCredentials: false,
        AccessControlExposeHeaders: { Items: exposed },
      })
    },
    broken: (template) => write(ofType(template, 'AWS::CloudFront::ResponseHeadersPolicy')[0], '1.Properties.ResponseHeadersPolicyConfig.CorsConfig.AccessControlAllowOrigins.Items', []), // prettier-ignore
  },
])
