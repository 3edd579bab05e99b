import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../functions/domain/report.ts'
import { QueuedMessage, type ReportMessage } from '../../functions/domain/message.ts'

/** Every kind of message that was ever sent. These files are never edited: such messages may lie in a queue for 14 days. */
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'))
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

describe('every message ever sent is still understood, and nothing of it is lost', () => {
  test.each(files)('%s', (file) => {
    const message = QueuedMessage.parse(read(file))
    expect(message).toEqual(read(file))
  })
})

test('every change of a report makes a report', () => {
  const changes = files.map((file) => QueuedMessage.parse(read(file))).filter(({ type }) => type !== 'line.erased')
  for (const change of changes as ReportMessage[])
    expect(applyChange(undefined, change)).toMatchObject({ id: change.id, receivedAt: change.acceptedAt })
})

test('fields of a later version are ignored', () => {
  for (const file of files) {
    const message = read(file) as { told?: object }
    const later = { ...message, later: 1, ...(message.told ? { told: { ...message.told, later: { more: 1 } } } : {}) }
    expect(QueuedMessage.parse(later)).toEqual(message)
  }
})
