import { ofType, read, type Template } from './template.ts'

type Behavior = {
  PathPattern?: string
  AllowedMethods: string[]
  TargetOriginId: string
  CachePolicyId: { Ref: string } | string
  OriginRequestPolicyId?: { Ref: string }
}
type Policy = { query: boolean; headers: string[]; minTtl: number; defaultTtl: number; maxTtl: number }
type Sent = { method?: string; headers?: Record<string, string> }
export type EdgeAnswer = { status: number; headers: Headers; bytes: string; isFromOrigin: boolean }
type Kept = { answer: EdgeAnswer; until: number }

/** What the edge of a template does, before an API on this machine and by a clock that a test sets. It keeps nothing about who asks. */
export function edgeBefore(template: Template, apiUrl: string) {
  const rules = readRules(template)
  const kept = new Map<string, Kept>()
  const asked: { method: string; path: string; headers: Record<string, string> }[] = []
  const clock = { millis: 0 }

  const askOrigin = async (method: string, path: string, headers: Record<string, string>): Promise<EdgeAnswer> => {
    asked.push({ method, path, headers })
    const { status, headers: said, ...answer } = await fetch(`${apiUrl}${path}`, { method, headers, redirect: 'manual' }) // prettier-ignore
      .then(async (response) => ({ status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()).toString('base64') })) // prettier-ignore
    return { status, headers: said, ...answer, isFromOrigin: true }
  }

  return {
    clock,
    /** What the API was asked. */
    asked,
    keyOf: (path: string, headers: Record<string, string> = {}) => rules.of(path, headers).key,

    async ask(path: string, { method = 'GET', headers = {} }: Sent = {}): Promise<EdgeAnswer> {
      const { behavior, key, forwarded, originPath, policy } = rules.of(path, headers)
      if (!behavior.AllowedMethods.includes(method)) return edgeAnswer(403)
      const held = kept.get(key)
      const isFresh = held !== undefined && clock.millis < held.until
      if (isFresh) return answerTo({ method, headers }, { ...held.answer, isFromOrigin: false })
      const etag = held?.answer.headers.get('etag') ?? headers['if-none-match']
      const answer = await askOrigin(method, originPath, { ...forwarded, ...(etag ? { 'if-none-match': etag } : {}) })
      const until = clock.millis + 1000 * secondsOf(answer, policy, rules.errorSeconds)
      if (answer.status === 304 && held) {
        kept.set(key, { answer: held.answer, until })
        return answerTo({ method, headers }, held.answer)
      }
      if (method === 'GET' && answer.status !== 304 && until > clock.millis) kept.set(key, { answer, until })
      return answer
    },
  }
}

function edgeAnswer(status: number): EdgeAnswer {
  return { status, headers: new Headers(), bytes: '', isFromOrigin: false }
}

function answerTo({ method, headers }: Required<Sent>, answer: EdgeAnswer): EdgeAnswer {
  const isHeld = headers['if-none-match'] === answer.headers.get('etag') && answer.headers.has('etag')
  if (isHeld) return { ...answer, status: 304, bytes: '' }
  return method === 'HEAD' ? { ...answer, bytes: '' } : answer
}

function secondsOf({ status, headers }: EdgeAnswer, policy: Policy, errorSeconds: (status: number) => number): number {
  const control = headers.get('cache-control') ?? ''
  const said = /max-age=(\d+)/.exec(control)?.[1]
  const isKept = !/no-store|no-cache|private/.test(control)
  const seconds = isKept ? Math.min(said ? Number(said) : policy.defaultTtl, policy.maxTtl) : 0
  return Math.max(seconds, status >= 400 ? errorSeconds(status) : policy.minTtl)
}

/** Problems that CloudFront keeps for ten seconds whatever they say, unless it is told otherwise. */
const ALWAYS_KEPT = [404, 414, 500, 501, 502, 503, 504]

/** Read from the template as CloudFront reads them; what a policy does not name is neither in the key nor passed on. */
function readRules(template: Template) {
  const [[, distribution]] = ofType(template, 'AWS::CloudFront::Distribution') as [[string, unknown]]
  const config = read(distribution, 'Properties.DistributionConfig') as {
    CacheBehaviors: Behavior[]
    DefaultCacheBehavior: Behavior
    Origins: { Id: string; OriginPath?: string }[]
    CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[]
  }
  const behaviorOf = (path: string) =>
    config.CacheBehaviors.find(({ PathPattern = '' }) => matches(PathPattern, path)) ?? config.DefaultCacheBehavior
  return {
    of(target: string, sent: Record<string, string>) {
      const [path = '', query = ''] = target.split('?')
      const behavior = behaviorOf(path)
      const policy = policyOf(template, behavior.CachePolicyId)
      const { OriginPath = '' } = config.Origins.find(({ Id }) => Id === behavior.TargetOriginId)!
      const keyed = pick(sent, policy.headers)
      const also = behavior.OriginRequestPolicyId ? headersIn(template, behavior.OriginRequestPolicyId.Ref, 'OriginRequestPolicyConfig') : [] // prettier-ignore
      const asked = policy.query && query ? `${path}?${query}` : path
      return {
        behavior,
        policy,
        key: JSON.stringify([asked, keyed]),
        forwarded: pick(sent, [...policy.headers, ...also]),
        originPath: `${OriginPath}${asked}`,
      }
    },
    errorSeconds: (status: number) =>
      config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === status)?.ErrorCachingMinTTL ??
      (ALWAYS_KEPT.includes(status) ? 10 : 0),
  }
}

function policyOf(template: Template, id: Behavior['CachePolicyId']): Policy {
  // CachingDisabled of CloudFront itself.
  if (id === '4135ea2d-6df8-44a3-9df3-4b5a84be39ad')
    return { query: false, headers: [], minTtl: 0, defaultTtl: 0, maxTtl: 0 }
  const { Ref } = id as { Ref: string }
  const at = (path: string) => read(template.Resources[Ref], `Properties.CachePolicyConfig.${path}`)
  return {
    query: at('ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior') === 'all',
    headers: headersIn(template, Ref, 'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin'),
    minTtl: Number(at('MinTTL')),
    defaultTtl: Number(at('DefaultTTL')),
    maxTtl: Number(at('MaxTTL')),
  }
}

function headersIn(template: Template, id: string, config: string): string[] {
  const headers = read(template.Resources[id], `Properties.${config}.HeadersConfig.Headers`) as string[] | undefined
  return (headers ?? []).map((name) => name.toLowerCase())
}

function pick(from: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
}

/** A star is any text, slashes included. */
function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(path)
}
