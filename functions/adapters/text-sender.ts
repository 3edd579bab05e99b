import { type PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { UnavailableError } from '../domain/rejected.ts'

/** `from` is a number of ours in E.164: the one that was texted. */
export type OutboundText = { from: string; to: string; body: string }

export type TextSender = ReturnType<typeof textSender>

/** Texts through AWS End User Messaging. */
export function textSender(client: PinpointSMSVoiceV2Client) {
  return {
    /** Resolves with AWS's id of the text when AWS has taken it. A text that is sent twice arrives twice. */
    async send({ from, to, body }: OutboundText): Promise<string> {
      try {
        const { MessageId = '' } = await client.send(
          new SendTextMessageCommand({
            OriginationIdentity: from,
            DestinationPhoneNumber: to,
            MessageBody: body,
            MessageType: 'TRANSACTIONAL',
          }),
        )
        return MessageId
      } catch (error) {
        throw new UnavailableError('AWS does not take texts', { cause: error })
      }
    },
  }
}
