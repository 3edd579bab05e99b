import { Duration, Fn, Stack } from 'aws-cdk-lib'
import {
  AllowedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  type ErrorResponse,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Construct } from 'constructs'
import { EXPOSED_HEADERS } from './public-api.ts'
import type { PUBLIC_ROUTES, Varies } from './routes.ts'

type Props = {
  /** Of the API, which it asks for what it does not hold. */
  apiUrl: string
  routes: typeof PUBLIC_ROUTES
}

/**
 * Keeps what anyone may keep, near those who read it, for as long as the API says. It records no reader. Reports, receipts and exact counts do
 * not go through it: it passes on no method but GET and HEAD, no header that tells who asks, and no path but the public ones.
 */
export class Edge extends Construct {
  readonly url: string
  readonly distributionId: string

  constructor(scope: Construct, id: string, { apiUrl, routes }: Props) {
    super(scope, id)
    const api = (originPath: string) =>
      new HttpOrigin(Fn.select(1, Fn.split('://', apiUrl)), {
        originPath,
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      })
    const common = {
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.#anySite(),
    }
    const origin = api('')
    const keys = new Map(routes.map(({ variesBy }) => [nameOf(variesBy), variesBy]))
    const policies = new Map([...keys].map(([name, varies]) => [name, this.#keyedBy(name, varies)]))
    // Problems are told in the reader's language, and are kept by nobody.
    const originRequestPolicy = new OriginRequestPolicy(this, 'ForProblems', {
      originRequestPolicyName: this.#named('for-problems'),
      headerBehavior: OriginRequestHeaderBehavior.allowList('Accept-Language'),
    })
    const behaviors = routes.map(({ path, variesBy }) => [
      path.replaceAll(/\{[^}]+\}/g, '*'),
      { ...common, origin, originRequestPolicy, cachePolicy: policies.get(nameOf(variesBy))! },
    ])

    const distribution = new Distribution(this, 'Distribution', {
      comment: 'What everyone may read of CallWitness',
      // Every other path leads to where the API has nothing, and says so in its own words.
      defaultBehavior: { ...common, origin: api('/not-public'), cachePolicy: CachePolicy.CACHING_DISABLED },
      additionalBehaviors: Object.fromEntries(behaviors),
      errorResponses: NO_ERROR_IS_KEPT,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100, // North America and Europe
    })
    this.url = `https://${distribution.distributionDomainName}`
    this.distributionId = distribution.distributionId
  }

  /** What an answer depends on, and nothing else, tells kept answers apart. For how long they are kept the API says. */
  #keyedBy(name: string, { query, header }: Varies): CachePolicy {
    return new CachePolicy(this, name, {
      cachePolicyName: this.#named(name),
      queryStringBehavior: query ? CacheQueryStringBehavior.all() : CacheQueryStringBehavior.none(),
      headerBehavior: header ? CacheHeaderBehavior.allowList(header) : CacheHeaderBehavior.none(),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    })
  }

  /** As at the API, which is not told where a page comes from. */
  #anySite(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'AnySite', {
      responseHeadersPolicyName: this.#named('any-site'),
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlExposeHeaders: EXPOSED_HEADERS,
        accessControlAllowCredentials: false,
        originOverride: true,
      },
    })
  }

  /** An account has one of each name, for all its deployments. */
  #named(name: string): string {
    return `${Stack.of(this).stackName}-${name}`
  }
}

/** `by-path`, `by-query-accept` */
function nameOf({ query, header }: Varies): string {
  return ['by', query ? 'query' : 'path', ...(header ? [header.toLowerCase()] : [])].join('-')
}

/** By itself CloudFront keeps these for ten seconds. */
const NO_ERROR_IS_KEPT = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504].map((httpStatus): ErrorResponse => ({
  httpStatus,
  ttl: Duration.seconds(0),
}))
