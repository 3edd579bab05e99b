import { createHmac } from 'node:crypto'
import type { Line } from '../domain/line.ts'
import type { Keys } from './keys.ts'

/** What stands for a line everywhere behind the door. The same line has the same token by whatever door it comes. */
export function lineToken({ tokens }: Keys, { e164 }: Pick<Line, 'e164'>): string {
  return `t1.${createHmac('sha256', tokens).update(e164).digest('base64url')}`
}
