import { readText, type TextContext } from '../../../functions/domain/sms/read-text.ts'
import type { TextReading } from '../../../functions/domain/sms/reading.ts'

/** What a text of the day of the vote in 2011 says, at 14:20 in Guelph, unless said otherwise. */
export function read(text: string, context: Partial<TextContext> = {}): TextReading {
  return readText(text, { now: new Date('2011-05-02T18:20:00Z'), order: '2003', zone: 'America/Toronto', ...context })
}

/** The values alone. */
export function values(text: string, context: Partial<TextContext> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(read(text, context)).flatMap(([field, found]) =>
      typeof found === 'object' ? [[field, found.value]] : [],
    ),
  )
}
