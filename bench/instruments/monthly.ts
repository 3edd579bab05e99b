import type { Stack } from '../../infra/local/template/stack.ts'
import { usd } from '../prices.ts'

const SECONDS = 30 * 24 * 3600
/** Lambda polls a queue with five long polls of twenty seconds at the least. */
const EMPTY_RECEIVES = (5 * SECONDS) / 20
/** By the documentation of SQS: a producer and a consumer ask for a data key each five minutes, and each asks twice. */
const DATA_KEYS = (2 + 1) * (SECONDS / 300)

type Standing = Pick<Stack, 'queues'> & { types: string[]; bytesPerReport: number }

/** What stands costs each month, also when nobody reports anything: what, how many, US dollars. */
export function monthly({ types, queues, bytesPerReport }: Standing): [string, number, string][] {
  const count = (type: string) => types.filter((one) => one === type).length
  const polled = queues.filter(({ RedrivePolicy }) => RedrivePolicy).length
  const lines: [string, number, number][] = [
    ['keys', count('AWS::KMS::Key'), usd('keyMonth', count('AWS::KMS::Key'))],
    ['secrets', count('AWS::SecretsManager::Secret'), usd('secretMonth', count('AWS::SecretsManager::Secret'))],
    ['alarms', count('AWS::CloudWatch::Alarm'), usd('alarmMonth', count('AWS::CloudWatch::Alarm'))],
    ['empty receives', polled * EMPTY_RECEIVES, usd('queueRequest', polled * EMPTY_RECEIVES)],
    ['data keys of the queue', polled * DATA_KEYS, usd('keyRequest', polled * DATA_KEYS)],
    ['MB of a million reports, with backups', Math.round(bytesPerReport), usd('tableByteMonth', 1e6 * bytesPerReport)],
  ]
  return lines.map(([what, times, dollars]) => [what, times, dollars.toFixed(2)])
}
