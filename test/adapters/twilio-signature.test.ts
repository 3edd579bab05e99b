import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { isSignedByTwilio, type Parameters, twilioSignature } from '../../functions/adapters/twilio-signature.ts'

const TOKEN = '0123456789abcdef0123456789abcdef'
const OTHER = 'fedcba9876543210fedcba9876543210'

/** As web frameworks hand parameters to the official validator: a repeated one as a list. */
function official(parameters: Parameters): Record<string, string | string[]> {
  const byName = Map.groupBy(parameters, ([name]) => name)
  return Object.fromEntries(
    [...byName].map(([name, pairs]) => [name, pairs.length === 1 ? pairs[0]![1] : pairs.map(([, value]) => value)]),
  )
}

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string(), fc.constant(''))
const name = fc.oneof(fc.constantFrom('Body', 'From', 'FromCity', 'To', 'a', 'A', '10', '9', '', '__proto__'), text)
const parameters = fc.array(fc.tuple(name, fc.oneof(fc.constantFrom('', 'x', 'y'), text)), { maxLength: 12 })
const url = fc.constantFrom(
  'https://api.example.org/v1/sms/twilio',
  'https://api.example.org:443/v1/sms/twilio?a=1&b=%20x',
  'https://api.example.org:8443/v1/sms/twilio',
  'http://127.0.0.1:8080/v1/sms/twilio',
  'http://[::1]/v1/sms/twilio?q=é',
  'http://localhost',
)

test('2,000 sets of parameters, empty, repeated, reordered, in any script, are signed as by Twilio’s own package', () => {
  fc.assert(
    fc.property(parameters, url, (sent, at) => {
      const expected = getExpectedTwilioSignature(TOKEN, at, official(sent))
      expect(twilioSignature(TOKEN, { url: at, parameters: sent })).toBe(expected)
      expect(twilioSignature(TOKEN, { url: at, parameters: sent.toReversed() })).toBe(expected)
    }),
    { numRuns: 2000 },
  )
})

test('what Twilio’s package accepts and refuses is accepted and refused, whichever port was signed', () => {
  const signedAt = fc.constantFrom('https://a.example', 'https://a.example:443', 'https://a.example:8443', 'http://a.example', 'http://a.example:80') // prettier-ignore
  fc.assert(
    fc.property(parameters, parameters, signedAt, signedAt, fc.constantFrom(TOKEN, OTHER), (signed, sent, ...rest) => {
      const [from, to, token] = rest
      for (const given of [signed, sent]) {
        const signature = twilioSignature(token, { url: `${from}/v1/sms`, parameters: signed })
        const isAccepted = isSignedByTwilio({ url: `${to}/v1/sms`, parameters: given }, signature, [TOKEN])
        expect(isAccepted).toBe(validateRequest(TOKEN, signature, `${to}/v1/sms`, official(given)))
      }
    }),
    { numRuns: 2000 },
  )
})

test('either of two tokens will do, none will not, and neither will a part of a signature', () => {
  const signed = { url: 'https://a.example/', parameters: [['a', 'b']] as Parameters }
  const signature = twilioSignature(OTHER, signed)
  expect(isSignedByTwilio(signed, signature, [TOKEN, OTHER])).toBe(true)
  expect(isSignedByTwilio(signed, signature, [])).toBe(false)
  for (const other of ['', signature.slice(0, -1), `${signature}=`, `${signature},${signature}`, `${signature} `])
    expect(isSignedByTwilio(signed, other, [TOKEN, OTHER])).toBe(false)
})
