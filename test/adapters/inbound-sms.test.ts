import type { SNSEvent } from 'aws-lambda'
import { expect, test } from 'vitest'
import { tokensIn } from '../../functions/adapters/gateway-tokens.ts'
import { isTopicEvent, readTopicTexts, readTwilioText } from '../../functions/adapters/inbound-sms.ts'
import { RejectedError } from '../../functions/domain/rejected.ts'
import { httpEvent } from '../support/http-event.ts'
import { published, TOPIC_ARN } from '../support/published.ts'
import { ACCOUNT_SID, AUTH_TOKEN, MESSAGE_SID, webhook, webhookParameters } from '../support/webhook.ts'

const tokensOf = tokensIn(JSON.stringify({ [ACCOUNT_SID]: AUTH_TOKEN }))
const read = (event: ReturnType<typeof webhook>, publicUrl = '') => readTwilioText(event, { tokensOf, publicUrl })

test('a webhook that Twilio signed is a text', () => {
  expect(read(webhook())).toEqual({
    messageId: MESSAGE_SID,
    from: '+15195550123',
    to: '+15195550100',
    body: 'Got a call from 450 555 0146 & it said my poll moved — “vraiment?” 📞',
    media: { count: 0, types: [] },
  })
})

test('pictures are counted, in their order, with their types', () => {
  const parameters = webhookParameters({
    MessageSid: `MM${'b2'.repeat(16)}`,
    NumMedia: '11',
    MediaContentType10: 'text/vcard',
    MediaUrl10: 'https://media.example.org/10',
    MediaContentType2: 'image/png',
    MediaContentType0: 'image/jpeg',
    Body: '',
  })
  expect(read(webhook({ parameters }))).toMatchObject({
    body: '',
    media: { count: 11, types: ['image/jpeg', 'image/png', 'text/vcard'] },
  })
})

test('what Twilio comes to say besides is signed as well, and not in the way', () => {
  const parameters = webhookParameters({ 'OptOut Type': 'é=&', Empty: '' })
  expect(read(webhook({ parameters })).from).toBe('+15195550123')
  expect(read(webhook({ parameters: [...parameters, ['Tag', 'a'], ['Tag', 'b']] })).from).toBe('+15195550123')
})

test('a text may be anything a phone can write', () => {
  for (const Body of ['', ' ', '+', '%2B', 'a=b&From=+15195550199', 'From+15195550199', 'ÀÉ\r\n\t“…”', '👩‍👩‍👧‍👦', '\u0000'])
    expect(read(webhook({ parameters: webhookParameters({ Body }) })).body).toBe(Body)
})

test.each([
  'http://127.0.0.1:8080/v1/sms/twilio',
  'https://api.example.org/v1/sms/twilio?event=ca-ge-46&x=%20',
  'https://api.example.org:8443/v1/sms/twilio',
])('the URL is the one that was called: %s', (url) => {
  expect(read(webhook({ url })).messageId).toBe(MESSAGE_SID)
})

test('where the public finds us elsewhere than the gateway, that is the URL which Twilio signed', () => {
  const event = webhook({ url: 'https://reports.example.org/v1/sms/twilio' })
  const behind = { ...event, headers: { ...event.headers, host: 'abc.execute-api.ca-central-1.amazonaws.com' } }
  expect(read(behind, 'https://reports.example.org').messageId).toBe(MESSAGE_SID)
  expect(() => read(behind)).toThrow(new RejectedError('bad-signature'))
})

test('a body that is no form of at most 32 KiB is refused for that', () => {
  const event = webhook()
  const refused = (other: object) => () => read({ ...event, ...other })
  expect(refused({ headers: { ...event.headers, 'content-type': 'application/json' } })).toThrow(
    'unsupported-media-type',
  )
  expect(refused({ body: Buffer.from('Body=%FF').toString('base64') })).toThrow('not-a-form')
  expect(refused({ body: Buffer.from(`Body=${'x'.repeat(33_000)}`).toString('base64') })).toThrow('too-large')
})

test('what AWS publishes on our topic is a text, whatever its age', () => {
  const event = published({ messageBody: 'Arrêt!', Timestamp: '2011-05-02T14:03:00.000Z' })
  expect(isTopicEvent(event)).toBe(true)
  expect(isTopicEvent(httpEvent())).toBe(false)
  expect(readTopicTexts(event, TOPIC_ARN)).toEqual([
    {
      messageId: '00000000-0000-4000-8000-000000000001',
      from: '+15195550123',
      to: '+15195550100',
      body: 'Arrêt!',
      media: { count: 0, types: [] },
    },
  ])
})

test('another topic, or none, is refused; a text of ours that cannot be read is an error, which does not quote it', () => {
  const event = published()
  const other = published({ TopicArn: `${TOPIC_ARN}2` })
  for (const wrong of [other, { Records: [...event.Records, ...other.Records] }, { Records: [{}] }, { Records: 'x' }])
    expect(() => readTopicTexts(wrong as SNSEvent, TOPIC_ARN)).toThrow(new RejectedError('bad-signature'))
  for (const Message of ['not JSON +15195550123', '"+15195550123"', '{"originationNumber":"+15195550123"}']) {
    const unreadable = () => readTopicTexts(published({ Message }), TOPIC_ARN)
    expect(unreadable).toThrow(/./)
    expect(unreadable).not.toThrow(RejectedError)
    expect(unreadable).not.toThrow('5550123')
  }
})
