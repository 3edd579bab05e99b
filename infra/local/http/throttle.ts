import type { Api } from '../template/stack.ts'

/** Token buckets by route, from the stage's settings. A route without a limit always passes. */
export function throttle({ DefaultRouteSettings, RouteSettings }: Api['stage']): (routeKey: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (routeKey) => {
    const settings = { ...DefaultRouteSettings, ...RouteSettings[routeKey] }
    const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = settings
    if (rate === undefined || burst === undefined) return true
    const now = performance.now()
    const bucket = buckets.get(routeKey) ?? { tokens: burst, at: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * rate)
    bucket.at = now
    buckets.set(routeKey, bucket)
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }
}
