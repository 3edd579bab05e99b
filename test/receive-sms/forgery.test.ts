import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensIn } from '../../functions/adapters/gateway-tokens.ts'
import { type InboundText, readTopicTexts, readTwilioText } from '../../functions/adapters/inbound-sms.ts'
import { type Parameters, twilioSignature } from '../../functions/adapters/twilio-signature.ts'
import { RejectedError } from '../../functions/domain/rejected.ts'
import { published, TOPIC_ARN } from '../support/published.ts'
import { ACCOUNT_SID, AUTH_TOKEN, formOf, webhook, webhookParameters, WEBHOOK_URL } from '../support/webhook.ts'

const SUB_ACCOUNT = `AC${'d4'.repeat(16)}`
const SUB_TOKEN = 'fedcba9876543210fedcba9876543210'
const tokensOf = tokensIn(JSON.stringify({ [ACCOUNT_SID]: AUTH_TOKEN, [SUB_ACCOUNT]: SUB_TOKEN }))

const parameters = webhookParameters({ NumMedia: '1', MediaContentType0: 'image/jpeg' })
const signature = twilioSignature(AUTH_TOKEN, { url: WEBHOOK_URL, parameters })
const GOOD = webhook({ parameters })
const SAID = readTwilioText(GOOD, { tokensOf, publicUrl: '' })

/** What is taken from the event, or undefined when it is refused as it should be: any other error is a fault. */
function taken(event: APIGatewayProxyEventV2): InboundText | undefined {
  try {
    return readTwilioText(event, { tokensOf, publicUrl: '' })
  } catch (error) {
    if (error instanceof RejectedError) return undefined
    throw error
  }
}

/** The good webhook with its signature, and other parameters. */
const withParameters = (others: Parameters) => webhook({ parameters: others, signature })
const withBody = (body: string) => webhook({ body, signature })

/** Every one character of the text changed, taken away, or put in. */
function* changesOf(text: string): Generator<string> {
  for (let i = 0; i <= text.length; i += 1) {
    for (const other of ['A', '0', '+', '&', '=', '%', ' ', 'é']) {
      yield text.slice(0, i) + other + text.slice(i)
      if (i < text.length && text[i] !== other) yield text.slice(0, i) + other + text.slice(i + 1)
    }
    if (i < text.length) yield text.slice(0, i) + text.slice(i + 1)
  }
}

test('every parameter is signed: none can be changed, taken away, renamed or put in', () => {
  for (const [i, [name, value]] of parameters.entries()) {
    const others = [`${value}0`, value.slice(1) === value ? 'x' : value.slice(1), value.toLowerCase() + ' ']
    for (const other of others) expect([name, other, taken(withParameters(parameters.with(i, [name, other])))]).toEqual([name, other, undefined]) // prettier-ignore
    expect(taken(withParameters(parameters.with(i, [`${name}s`, value])))).toBeUndefined()
    // What is taken away empty was nothing, but for its name.
    expect([name, taken(withParameters(parameters.toSpliced(i, 1)))]).toEqual([name, undefined])
    expect(taken(withParameters(parameters.toSpliced(i, 0, [`${name}2`, value])))).toBeUndefined()
  }
})

test('no parameter can be repeated, with its own value or another’s', () => {
  for (const [name, value] of parameters)
    for (const other of [value, '', 'x', '+15195550199'])
      for (const repeated of [
        [...parameters, [name, other]],
        [[name, other], ...parameters],
      ] as Parameters[])
        expect([name, other, taken(withParameters(repeated))]).toEqual([name, other, undefined])
})

test('two parameters cannot exchange their values', () => {
  const pairs = parameters.flatMap(([a, x], i) =>
    parameters
      .slice(i + 1)
      .flatMap(([b, y], j) => (x === y ? [] : [parameters.with(i, [a, y]).with(i + 1 + j, [b, x])])),
  )
  expect(pairs.length).toBeGreaterThan(200)
  for (const exchanged of pairs) expect(taken(withParameters(exchanged))).toBeUndefined()
})

test('their order is not signed, and says nothing: it is the same text', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(parameters, { minLength: parameters.length }), (shuffled) => {
      expect(taken(withParameters(shuffled))).toEqual(SAID)
    }),
  )
})

test('a body of which one byte is changed, taken away or put in is refused, or says the same text in another spelling', () => {
  const body = formOf(parameters)
  const changes = [...changesOf(body)]
  const accepted = changes.flatMap((changed) => taken(withBody(changed)) ?? [])
  expect(accepted.filter((text) => !isDeepStrictEqual(text, SAID))).toEqual([])
  expect(accepted.length).toBeGreaterThan(0) // an & more, or the = before an empty value
  expect(changes.length).toBeGreaterThan(50 * accepted.length)
})

test('names and values cannot be cut elsewhere: what is accepted says what was signed', () => {
  const sorted = parameters.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const signedText = sorted.flat().join('')
  const edges = sorted.flat().map((_, i) => sorted.flat().slice(0, i + 1).join('').length).slice(0, -1) // prettier-ignore
  const edge = fc.constantFrom(...edges)
  // Two edges are forgotten, so that a name and its value are part of another, or moved, or a field is found inside another.
  const changes = fc.array(fc.tuple(edge, fc.oneof(edge, fc.nat(signedText.length - 1))), {
    minLength: 2,
    maxLength: 6,
  })
  let accepted = 0
  fc.assert(
    fc.property(changes, fc.boolean(), (changed, isForgotten) => {
      const forgotten = new Set(changed.map(([from]) => from))
      const added = isForgotten ? [] : changed.map(([, to]) => to)
      const at = [...new Set([0, ...edges.filter((one) => !forgotten.has(one)), ...added])].toSorted((x, y) => x - y)
      const parts = at.map((from, i) => signedText.slice(from, at[i + 1]))
      const pairs = Array.from({ length: Math.ceil(parts.length / 2) }, (_, i): Parameters[number] => [parts[2 * i]!, parts[2 * i + 1] ?? '']) // prettier-ignore
      const text = taken(withParameters(pairs))
      accepted += text ? 1 : 0
      expect(text ?? SAID).toEqual(SAID)
    }),
    { numRuns: 5000 },
  )
  expect(accepted).toBeGreaterThan(0)
})

test('one boundary moved by any number of letters says the same, or nothing', () => {
  for (const [i, [name, value]] of parameters.entries()) {
    for (let moved = 1; moved <= value.length; moved += 1) {
      const longer: Parameters[number] = [name + value.slice(0, moved), value.slice(moved)]
      expect([undefined, SAID]).toContainEqual(taken(withParameters(parameters.with(i, longer))))
    }
    for (let moved = 1; moved <= name.length; moved += 1) {
      const shorter: Parameters[number] = [name.slice(0, -moved), name.slice(-moved) + value]
      expect([undefined, SAID]).toContainEqual(taken(withParameters(parameters.with(i, shorter))))
    }
  }
})

test('who knows the signature of a text that they wrote themselves cannot cut another sender out of it', () => {
  const Body = 'hiFrom+15195550199FromA'
  const written = webhookParameters({ NumMedia: '1', MediaContentType0: 'image/jpeg', Body })
  const theirs = twilioSignature(AUTH_TOKEN, { url: WEBHOOK_URL, parameters: written })
  const others = parameters.filter(([name]) => name !== 'Body' && name !== 'From')
  for (const rest of [
    ['FromA', 'From+15195550123'],
    ['FromAFrom', '+15195550123'],
    ['FromAFr', 'om+15195550123'],
    ['FromAFrom+1', '5195550123'],
  ]) {
    // prettier-ignore
    const forged = [...others, ['Body', 'hi'], ['From', '+15195550199'], rest] as Parameters
    expect(twilioSignature(AUTH_TOKEN, { url: WEBHOOK_URL, parameters: forged })).toBe(theirs)
    expect([rest, taken(webhook({ parameters: forged, signature: theirs }))]).toEqual([rest, undefined])
  }
  expect(taken(webhook({ parameters: written, signature: theirs }))?.from).toBe('+15195550123')
})

test('every character of the signature counts, and there is no text without one', () => {
  for (const changed of ['', ...changesOf(signature)]) {
    const event = { ...GOOD, headers: { ...GOOD.headers, 'x-twilio-signature': changed } }
    expect([changed, taken(event)]).toEqual([changed, undefined])
  }
  const { 'x-twilio-signature': _, ...unsigned } = GOOD.headers
  expect(taken({ ...GOOD, headers: unsigned })).toBeUndefined()
})

test('every part of the URL is signed: scheme, host, port, path and query', () => {
  const others = [
    { headers: { ...GOOD.headers, 'x-forwarded-proto': 'http' } },
    { headers: { ...GOOD.headers, 'x-forwarded-proto': '' } },
    { headers: { ...GOOD.headers, host: '' } },
    { rawPath: '/v1/sms/twilio/' },
    { rawPath: '/v1/sms' },
    { rawPath: '/V1/sms/twilio' },
    { rawQueryString: 'a=1' },
    { rawQueryString: '?' },
    ...[...changesOf('api.example.org')].map((host) => ({ headers: { ...GOOD.headers, host } })),
    ...[...changesOf('/v1/sms/twilio')].map((rawPath) => ({ rawPath })),
  ]
  for (const other of others) expect([other, taken({ ...GOOD, ...other })]).toEqual([other, undefined])
  const asked = webhook({ url: `${WEBHOOK_URL}?a=1&b=2` })
  for (const rawQueryString of ['', 'b=2&a=1', 'a=1', 'a=1&b=2&', 'a=1&b=%32'])
    expect(taken({ ...asked, rawQueryString })).toBeUndefined()
})

test('any other header may be anything: the text is the same, or its body unreadable', () => {
  for (const name of ['user-agent', 'x-forwarded-for', 'accept', 'i-twilio-idempotency-token', 'content-length'])
    expect(taken({ ...GOOD, headers: { ...GOOD.headers, [name]: 'x' } })).toEqual(SAID)
  for (const [name, value] of [
    ['content-type', 'text/plain'],
    ['content-type', ''],
    ['content-encoding', 'gzip'],
  ] as const)
    // prettier-ignore
    expect(taken({ ...GOOD, headers: { ...GOOD.headers, [name]: value } })).toBeUndefined()
})

test('each account signs with its own token: another’s, an unknown account’s or none is refused', () => {
  const from = (account: string, token: string) => {
    const sent = webhookParameters({ AccountSid: account })
    return taken(
      webhook({ parameters: sent, signature: twilioSignature(token, { url: WEBHOOK_URL, parameters: sent }) }),
    )
  }
  expect(from(ACCOUNT_SID, AUTH_TOKEN)).toBeDefined()
  expect(from(SUB_ACCOUNT, SUB_TOKEN)).toBeDefined()
  expect(from(SUB_ACCOUNT, AUTH_TOKEN)).toBeUndefined()
  expect(from(ACCOUNT_SID, SUB_TOKEN)).toBeUndefined()
  expect(from(`AC${'e5'.repeat(16)}`, AUTH_TOKEN)).toBeUndefined()
  for (const token of ['', 'undefined', 'null']) expect(from(`AC${'e5'.repeat(16)}`, token)).toBeUndefined()
  for (const account of ['', 'constructor', '__proto__', 'AC', ACCOUNT_SID.toUpperCase()])
    expect(from(account, AUTH_TOKEN)).toBeUndefined()
  expect(() => readTwilioText(GOOD, { tokensOf: tokensIn('{}'), publicUrl: '' })).toThrow('bad-signature')
})

test('every character of the topic counts', () => {
  for (const TopicArn of ['', ...changesOf(TOPIC_ARN)])
    expect(() => readTopicTexts(published({ TopicArn }), TOPIC_ARN)).toThrow(new RejectedError('bad-signature'))
})

test('a text that is published again is the same text, by its id: whoever keeps ids handles it once', () => {
  const [first] = readTopicTexts(published({ Timestamp: '2011-05-02T14:03:00.000Z' }), TOPIC_ARN)
  const [again] = readTopicTexts(published({ Timestamp: '2026-05-02T14:03:00.000Z' }), TOPIC_ARN)
  expect(again).toEqual(first)
})
