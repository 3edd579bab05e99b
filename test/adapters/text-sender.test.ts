import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { expect, test } from 'vitest'
import { textSender } from '../../functions/adapters/text-sender.ts'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { startSmsVoice } from '../../infra/local/sms-voice.ts'
import { Random } from '../../rehearsal/random.ts'
import { faultProxy } from '../support/fault-proxy.ts'

test('a reply goes from the number that was texted, as a service message; without an answer it may be tried again', async () => {
  const service = await startSmsVoice()
  const proxy = faultProxy(new Random('texts'))
  const asked: unknown[] = []
  proxy.watch(({ operation, body }) => asked.push([operation, JSON.parse(body)]))
  const client = new PinpointSMSVoiceV2Client({
    endpoint: await proxy.interpose('sms-voice', service.url, 'functions'),
    region: 'local',
    maxAttempts: 1,
    credentials: { accessKeyId: 'receive-sms', secretAccessKey: 'test' },
  })
  const texts = textSender(client)
  const reply = { from: '+15195550100', to: '+15195550123', body: 'Merci. Reçu : ABC' }
  expect(await texts.send(reply)).toMatch(/^[0-9a-f-]{36}$/)
  expect(asked).toEqual([
    [
      'SendTextMessage',
      {
        OriginationIdentity: '+15195550100',
        DestinationPhoneNumber: '+15195550123',
        MessageBody: 'Merci. Reçu : ABC',
        MessageType: 'TRANSACTIONAL',
      },
    ],
  ])
  proxy.inject({ faults: ['throttled'] })
  await expect(texts.send(reply)).rejects.toThrow(UnavailableError)
  client.destroy()
  await proxy.stop()
  await service.stop()
})
