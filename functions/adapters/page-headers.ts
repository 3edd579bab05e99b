import type { APIGatewayProxyEventV2 } from 'aws-lambda'

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

/** The address of the page that follows. */
export function nextPage({ rawPath, queryStringParameters }: APIGatewayProxyEventV2, after: string): string {
  return `${rawPath}?${new URLSearchParams({ ...queryStringParameters, after }).toString()}`
}

/**
 * How many requests a second are let through, for everyone together (RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers). How many
 * are left is not told: nobody counts who asks.
 */
export function ratePolicy(rate: string): Record<string, string> {
  return { 'ratelimit-policy': `"everyone";q=${rate};w=1` }
}
