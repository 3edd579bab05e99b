import { InvokeCommand } from '@aws-sdk/client-lambda'
import { PurgeQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { type Redriven, takeDeadLetters } from './dead-letters.ts'
import { explainAndEnd, findStack, readFlags, type RunningStack } from './stack-outputs.ts'

/** Sends every dead report back to its queue; answers how many. One that was sent twice is merged twice, which changes nothing. */
export async function redrive({ sqs, outputs }: RunningStack): Promise<number> {
  const { done, failed } = await takeDeadLetters(sqs, outputs.ReportDeadLetterUrl, async (MessageBody) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: outputs.ReportQueueUrl, MessageBody }))
  })
  if (failed > 0) throw new Error(`the queue did not take ${failed} dead reports; ${done} were sent again`)
  return done
}

/** Has every dead text read again. A text is handled once, by its id, however often it is read. */
export async function redriveTexts({ sqs, lambda, outputs }: RunningStack): Promise<Redriven> {
  return await takeDeadLetters(sqs, outputs.SmsDeadLetterUrl, async (body) => {
    const Payload = JSON.stringify(eventIn(body))
    const { FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: outputs.ReceiveSmsFunction, Payload }),
    )
    if (FunctionError) throw new Error('the function failed')
  })
}

/** What the function could not read is kept as the event that it was given, what the topic could not deliver as the notification. */
function eventIn(body: string): object {
  const letter = JSON.parse(body) as object
  if ('Records' in letter) return letter
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: '', Sns: letter }] }
}

/** Throws every dead text away, and with it the number that it came from. */
export async function purgeTexts({ sqs, outputs }: RunningStack): Promise<void> {
  await sqs.send(new PurgeQueueCommand({ QueueUrl: outputs.SmsDeadLetterUrl }))
}

if (import.meta.main) {
  await explainAndEnd(async () => {
    const { 'purge-sms': isPurge, ...where } = readFlags({ 'purge-sms': { type: 'boolean' } })
    const stack = findStack(where)
    if (isPurge) {
      await purgeTexts(stack)
      console.log('all dead texts are thrown away')
      return 0
    }
    console.log(`${await redrive(stack)} dead reports sent again`)
    const { done, failed } = await redriveTexts(stack)
    console.log(`${done} dead texts read again, ${failed} could not be read`)
    return failed === 0 ? 0 : 1
  })
}
