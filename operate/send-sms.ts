import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { randomBytes } from 'node:crypto'
import { tokensIn } from '../functions/adapters/gateway-tokens.ts'
import { type Parameters, twilioSignature } from '../functions/adapters/twilio-signature.ts'
import { readLine } from '../functions/domain/line.ts'
import { repliesIn } from './read-twiml.ts'
import { explainAndEnd, findStack, readWordsAndFlags, type RunningStack, WHERE_HELP } from './stack-outputs.ts'

const OUR_NUMBER = '519-555-0100'
const USAGE = 'npm run sms -- "text…" --from 519-555-0123 [--to N] [--again SID] [--url URL] [--data DIR | --aws]'
const HELP = `${USAGE}

Texts the running stack as Twilio would, signed, and prints the replies.
  --from NUMBER       who texts
  --to NUMBER         the number that is texted, by default ${OUR_NUMBER}
  --again SID         sends an earlier text once more, by the id that was printed for it
  --url URL           where the webhook is, if not where the stack says
${WHERE_HELP}`

/** No account of Twilio's: the template made its token, which nobody knows but who may read the secret. */
const OWN_ACCOUNT = `AC${'0'.repeat(32)}`

export type Sms = {
  body: string
  from: string
  to?: string
  /** The id of an earlier text, to send that one again. */
  again?: string
  /** Where the webhook is, when the stack's outputs do not say so. */
  url?: string
}

/** Texts the running stack as Twilio would, signed; answers the id of the text and the replies. */
export async function sendSms(stack: RunningStack, { body, from, to = OUR_NUMBER, ...sms }: Sms) {
  const { url = stack.outputs.TwilioWebhookUrl, again = `SM${randomBytes(16).toString('hex')}` } = sms
  const parameters: Parameters = [
    ['MessageSid', again],
    ['SmsSid', again],
    ['SmsMessageSid', again],
    ['AccountSid', OWN_ACCOUNT],
    ['From', numberIn(from)],
    ['To', numberIn(to)],
    ['Body', body],
    ['NumMedia', '0'],
    ['NumSegments', '1'],
    ['SmsStatus', 'received'],
    ['ApiVersion', '2010-04-01'],
  ]
  const signature = twilioSignature(await ownToken(stack), { url, parameters })
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(parameters),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`the webhook answers ${response.status}: ${answer}`)
  return { id: again, replies: repliesIn(answer) }
}

async function ownToken({ secrets, outputs }: RunningStack): Promise<string> {
  const { SecretString = '{}' } = await secrets.send(new GetSecretValueCommand({ SecretId: outputs.SmsSecretArn }))
  const [token] = tokensIn(SecretString)(OWN_ACCOUNT)
  if (!token) throw new Error(`the secret of gateways has no token for ${OWN_ACCOUNT}`)
  return token
}

/** An address alone is not enough: the text is signed with the secret of the stack that answers there. */
function stackToSign(where: { data?: string; aws?: boolean }, url: string | undefined): RunningStack {
  try {
    return findStack(where)
  } catch (error) {
    if (url === undefined || !(error instanceof Error)) throw error
    throw new Error(`${error.message}. --url alone is not enough: a text is signed with that stack’s own secret, which is found by its outputs (--data DIR, or --aws)`, { cause: error }) // prettier-ignore
  }
}

/** A number in any spelling, or a short code. */
function numberIn(text: string): string {
  const number = /^\d{3,8}$/.test(text) ? text : readLine(text)?.e164
  if (!number) throw new Error(`${text} is no phone number. ${USAGE}`)
  return number
}

if (import.meta.main) {
  await explainAndEnd(HELP, async () => {
    const string = { type: 'string' } as const
    const { words, flags } = readWordsAndFlags({ from: string, to: string, again: string, url: string })
    const { from, to, again, url, ...where } = flags as Partial<Record<'from' | 'to' | 'again' | 'url', string>>
    if (!from) throw new Error(`from which number? ${USAGE}`)
    const sms = { body: words, from, ...(to && { to }), ...(again && { again }), ...(url && { url }) }
    const { id, replies } = await sendSms(stackToSign(where, url), sms)
    for (const reply of replies) console.log(reply)
    // Beside the replies, so that these can be read by another program.
    console.error(replies.length === 0 ? `no reply; --again ${id}` : `--again ${id}`)
    return 0
  })
}
