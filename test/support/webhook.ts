import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type Parameters, twilioSignature } from '../../functions/adapters/twilio-signature.ts'
import { httpEvent } from './http-event.ts'

export const ACCOUNT_SID = `AC${'a1'.repeat(16)}`
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef'
export const MESSAGE_SID = `SM${'b2'.repeat(16)}`
export const WEBHOOK_PATH = '/v1/sms/twilio'
export const WEBHOOK_URL = `https://api.example.org${WEBHOOK_PATH}`

/** What Twilio says of one text, in its own order; `more` is said instead, or besides. */
export function webhookParameters(more: Record<string, string> = {}): Parameters {
  return Object.entries({
    ToCountry: 'CA',
    ToState: 'Ontario',
    SmsMessageSid: MESSAGE_SID,
    NumMedia: '0',
    ToCity: 'Guelph',
    FromZip: '',
    SmsSid: MESSAGE_SID,
    FromState: 'ON',
    SmsStatus: 'received',
    FromCity: 'GUELPH',
    Body: 'Got a call from 450 555 0146 & it said my poll moved — “vraiment?” 📞',
    FromCountry: 'CA',
    To: '+15195550100',
    MessagingServiceSid: `MG${'c3'.repeat(16)}`,
    ToZip: '',
    NumSegments: '1',
    MessageSid: MESSAGE_SID,
    AccountSid: ACCOUNT_SID,
    From: '+15195550123',
    ApiVersion: '2010-04-01',
    ...more,
  })
}

type Webhook = {
  parameters?: Parameters
  /** The body as it is sent, when it is not the parameters. */
  body?: string
  url?: string
  signature?: string
  headers?: Record<string, string>
}

/** The gateway's event of a webhook, signed unless another signature is given. */
export function webhook({ parameters = webhookParameters(), ...given }: Webhook = {}): APIGatewayProxyEventV2 {
  const { url = WEBHOOK_URL, body = formOf(parameters) } = given
  const { host, pathname, search } = new URL(url)
  const event = httpEvent({
    path: pathname,
    body,
    headers: {
      host,
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-forwarded-proto': url.split(':')[0]!,
      'x-twilio-signature': given.signature ?? twilioSignature(AUTH_TOKEN, { url, parameters }),
      ...given.headers,
    },
  })
  return { ...event, rawQueryString: search.slice(1) }
}

export function formOf(parameters: Parameters): string {
  return new URLSearchParams(parameters).toString()
}
