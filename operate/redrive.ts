import { InvokeCommand } from '@aws-sdk/client-lambda'
import { GetQueueAttributesCommand, PurgeQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { answersYes, isAttended } from './ask.ts'
import { type Redriven, takeDeadLetters } from './dead-letters.ts'
import { explainAndEnd, findStack, readFlags, type RunningStack, WHERE_HELP } from './stack-outputs.ts'

const HELP = `npm run redrive -- [--purge-sms [--yes]] [--data DIR | --aws]

Sends every dead report to its queue again, and has every dead text read again. Twice does no harm.
  --purge-sms         throws the dead texts away instead, for good, and with them the numbers that they came from
  --yes               agrees to that
${WHERE_HELP}
Exit code: 0 done · 1 a text could not be read, or nobody agreed · 2 not done, and why`

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

/** Throws every dead text away, and with it the number that it came from; answers how many, as nearly as the queue knows. */
export async function purgeTexts(stack: RunningStack): Promise<number> {
  const texts = await countTexts(stack)
  await stack.sqs.send(new PurgeQueueCommand({ QueueUrl: stack.outputs.SmsDeadLetterUrl }))
  return texts
}

/** How many dead texts there are, also those that somebody is reading at this moment. */
async function countTexts({ sqs, outputs }: RunningStack): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
  const asked = { QueueUrl: outputs.SmsDeadLetterUrl, AttributeNames: [...AttributeNames] }
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand(asked))
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0)
}

/** Asks first: nobody can bring a text back. */
async function purgeIfAgreed(stack: RunningStack, isAgreed: boolean): Promise<number> {
  const texts = await countTexts(stack)
  if (!isAgreed && !isAttended()) {
    console.error(`${texts} dead texts would be thrown away for good: agree with --yes`)
    return 1
  }
  if (!isAgreed && !(await answersYes(`Throw ${texts} dead texts away for good? [y/N] `))) {
    console.error('nothing was thrown away')
    return 1
  }
  console.log(`${await purgeTexts(stack)} dead texts thrown away, and the numbers with them`)
  return 0
}

if (import.meta.main) {
  await explainAndEnd(HELP, async () => {
    const boolean = { type: 'boolean' } as const
    const { 'purge-sms': isPurge, yes, ...where } = readFlags({ 'purge-sms': boolean, yes: boolean })
    const stack = findStack(where)
    if (isPurge) return await purgeIfAgreed(stack, yes === true)
    console.log(`${await redrive(stack)} dead reports sent again`)
    const { done, failed } = await redriveTexts(stack)
    console.log(`${done} dead texts read again, ${failed} could not be read`)
    return failed === 0 ? 0 : 1
  })
}
