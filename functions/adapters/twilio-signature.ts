import { createHmac, timingSafeEqual } from 'node:crypto'

export type Parameters = [name: string, value: string][]

type Signed = { url: string; parameters: Parameters }

/** What Twilio sends as X-Twilio-Signature: https://www.twilio.com/docs/usage/security#validating-requests */
export function twilioSignature(token: string, { url, parameters }: Signed): string {
  return createHmac('sha1', token).update(signedText(url, parameters)).digest('base64')
}

/** Whether one of the account's tokens signed this. Twilio leaves a port out, or names it, whatever the URL that it calls. */
export function isSignedByTwilio({ url, parameters }: Signed, signature: string, tokens: string[]): boolean {
  const given = Buffer.from(signature)
  return [withoutPort(url), withPort(url)].some((candidate) =>
    tokens.some((token) => {
      const expected = Buffer.from(twilioSignature(token, { url: candidate, parameters }))
      return given.length === expected.length && timingSafeEqual(given, expected)
    }),
  )
}

/** The URL, then each name and its value, in the order of the names; of one name each value once, in order. */
function signedText(url: string, parameters: Parameters): string {
  const values = new Map<string, Set<string>>()
  for (const [name, value] of parameters) values.set(name, (values.get(name) ?? new Set()).add(value))
  const names = [...values.keys()].toSorted()
  return url + names.flatMap((name) => [...values.get(name)!].toSorted().map((value) => name + value)).join('')
}

const AUTHORITY = /^(https?:\/\/)([^/?#:[\]]+|\[[^\]]*\])(:\d+)?/i

function withoutPort(url: string): string {
  return url.replace(AUTHORITY, '$1$2')
}

function withPort(url: string): string {
  const usual = url.toLowerCase().startsWith('https://') ? ':443' : ':80'
  return url.replace(AUTHORITY, (_, scheme: string, host: string, port = usual) => scheme + host + port)
}
