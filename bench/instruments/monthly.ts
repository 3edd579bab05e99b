import type { Stack } from '../../infra/local/template/stack.ts'
import { usd } from '../prices.ts'

const SECONDS = 30 * 24 * 3600
/** Lambda polls a queue with five long polls of twenty seconds at the least. */
const EMPTY_RECEIVES = (5 * SECONDS) / 20
/** By the documentation of SQS: a producer and a consumer ask for a data key each five minutes, and each asks twice. */
const DATA_KEYS = (2 + 1) * (SECONDS / 300)

/** What the stack costs in a month in which nobody reports anything: what, how many, US dollars. */
export function monthly({ types, queues }: Pick<Stack, 'queues'> & { types: string[] }): [string, number, string][] {
  const count = (type: string) => types.filter((one) => one === type).length
  const polled = queues.filter(({ RedrivePolicy }) => RedrivePolicy).length
  const lines: [string, number, number][] = [
    ['keys', count('AWS::KMS::Key'), usd('keyMonth', count('AWS::KMS::Key'))],
    ['secrets', count('AWS::SecretsManager::Secret'), usd('secretMonth', count('AWS::SecretsManager::Secret'))],
    ['alarms', count('AWS::CloudWatch::Alarm'), usd('alarmMonth', count('AWS::CloudWatch::Alarm'))],
    ['empty receives', polled * EMPTY_RECEIVES, usd('queueRequest', polled * EMPTY_RECEIVES)],
    ['data keys of the queue', polled * DATA_KEYS, usd('keyRequest', polled * DATA_KEYS)],
  ]
  return lines.map(([what, times, dollars]) => [what, times, dollars.toFixed(2)])
}
