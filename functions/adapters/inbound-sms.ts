import type { APIGatewayProxyEventV2, SNSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { RejectedError } from '../domain/rejected.ts'
import { TWILIO_FORMATS } from '../domain/sms/twilio-formats.ts'
import type { TokensOf } from './gateway-tokens.ts'
import { readPairs } from './http-request.ts'
import { isSignedByTwilio, type Parameters } from './twilio-signature.ts'

/** A text as any gateway hands it over; numbers in E.164, or short codes. */
export type InboundText = {
  messageId: string
  from: string
  to: string
  body: string
  media: { count: number; types: string[] }
}

type Gateway = {
  tokensOf: TokensOf
  /** Where Twilio calls us, when that is not the host of the request: https://reports.example.org */
  publicUrl: string
}

/** The text of a webhook that Twilio signed. Throws a RejectedError for anything else. */
export function readTwilioText(event: APIGatewayProxyEventV2, { tokensOf, publicUrl }: Gateway): InboundText {
  const parameters = readPairs(event)
  const text = readParameters(parameters)
  const signature = event.headers['x-twilio-signature'] ?? ''
  const signed = { url: publicUrlOf(event, publicUrl), parameters }
  if (!text || !isSignedByTwilio(signed, signature, tokensOf(text.account))) throw new RejectedError('bad-signature')
  return text.inbound
}

function publicUrlOf({ headers, rawPath, rawQueryString }: APIGatewayProxyEventV2, publicUrl: string): string {
  const { host = '', 'x-forwarded-proto': scheme = 'https' } = headers
  const origin = publicUrl === '' ? `${scheme}://${host}` : publicUrl
  return origin + rawPath + (rawQueryString === '' ? '' : `?${rawQueryString}`)
}

const MEDIA_TYPE = /^MediaContentType(\d+)$/

/**
 * Of a signed text nothing but the order may be changed. Twilio signs names and values run together, with no mark between them,
 * and what is repeated only once: so each field that is read stands there once, in its own form, and none of them inside another.
 */
function readParameters(parameters: Parameters): { account: string; inbound: InboundText } | undefined {
  const fields = new Map([['NumMedia', '0'], ...parameters])
  const isWhole = Object.entries(TWILIO_FORMATS).every(
    ([name, format]) => fields.has(name) && format.test(fields.get(name)!),
  )
  const isNamed = parameters.every(([name]) => name !== '')
  if (!isWhole || !isNamed || isRepeated(parameters) || parameters.some(isRunTogether)) return undefined
  const read = (name: string) => fields.get(name) ?? ''
  const types = [...fields]
    .filter(([name]) => MEDIA_TYPE.test(name))
    .toSorted(byIndex)
    .map(([, type]) => type)
  const media = { count: Number(read('NumMedia')), types }
  const inbound = { messageId: read('MessageSid'), from: read('From'), to: read('To'), body: read('Body'), media }
  return { account: read('AccountSid'), inbound }
}

function isRepeated(parameters: Parameters): boolean {
  const read = parameters
    .map(([name]) => name)
    .filter((name) => Object.hasOwn(TWILIO_FORMATS, name) || MEDIA_TYPE.test(name))
  const whole = parameters.map((pair) => JSON.stringify(pair))
  return new Set(read).size < read.length || new Set(whole).size < whole.length
}

const FIELD = /From\+?\d|NumMedia\d|MediaContentType\d/
const OWN_NAME = /^(From|NumMedia|MediaContentType\d+)$/

/**
 * A field, cut elsewhere or inside another one, that would be missed or could be put in its place; only what people write may look
 * like one. The other fields cannot be missed, and no other would be taken for them.
 */
function isRunTogether([name, value]: Parameters[number]): boolean {
  return name !== 'Body' && FIELD.test(OWN_NAME.test(name) ? value : name + value)
}

function byIndex([a]: Parameters[number], [b]: Parameters[number]): number {
  return Number(MEDIA_TYPE.exec(a)?.[1]) - Number(MEDIA_TYPE.exec(b)?.[1])
}

const Notification = z.object({ Sns: z.object({ TopicArn: z.string(), Message: z.string() }) })
const Published = z.object({
  originationNumber: z.string().check(z.minLength(1)),
  destinationNumber: z.string().check(z.minLength(1)),
  messageBody: z.string(),
  inboundMessageId: z.string().check(z.minLength(1)),
})

/** A call of the topic that AWS publishes texts on, rather than one of the gateway. */
export function isTopicEvent(event: object): event is SNSEvent {
  return 'Records' in event
}

/**
 * The texts of such a call, however old. Throws a RejectedError when it is of another topic, and anything else when the text of
 * ours cannot be read: it is to be kept then.
 */
export function readTopicTexts(event: SNSEvent, topicArn: string): InboundText[] {
  const records = z.array(Notification).safeParse(event.Records)
  if (!records.success || records.data.some(({ Sns }) => Sns.TopicArn !== topicArn))
    throw new RejectedError('bad-signature')
  return records.data.map(({ Sns }) => {
    const told = Published.parse(readJson(Sns.Message))
    const media = { count: 0, types: [] } // two-way MMS is not supported there
    const { inboundMessageId: messageId, originationNumber: from, destinationNumber: to, messageBody: body } = told
    return { messageId, from, to, body, media }
  })
}

// The parser's own error quotes what it was given.
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('the message of the topic is not JSON')
  }
}
