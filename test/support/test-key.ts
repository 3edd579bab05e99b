import { createHmac } from 'node:crypto'
import type { Keyed } from '../../functions/domain/protection/protect.ts'

export function keyNamed(name: string): Keyed {
  return (...parts) => createHmac('sha256', name).update(JSON.stringify(parts)).digest()
}
