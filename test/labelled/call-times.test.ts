import { expect, test } from 'vitest'
import { normalise } from '../../functions/domain/normal-form.ts'
import { told } from '../support/told.ts'
import { readLabelled } from './read-labelled.ts'

const PARTS = ['precision', 'earliest', 'latest', 'hour'] as const
const rows = readLabelled<(typeof PARTS)[number] | 'order' | 'riding' | 'written'>('call-times')

test('every labelled call time is read as the instants that it may mean, in each zone and through each change of clocks', () => {
  const wrong = rows.flatMap((row) => {
    const { order, riding, written, difficulty } = row
    const place = { riding: riding.replace(/^postal:/, ''), representationOrder: order }
    const { callTime } = normalise(told({ receivedAt: written || undefined }, place), '2026-11-01T12:00:00.000Z')
    const read = PARTS.map((part) => String(callTime[part] ?? ''))
    return PARTS.every((part, i) => row[part] === read[i]) ? [] : [{ difficulty, riding, written, read }]
  })
  expect(rows.length).toBeGreaterThanOrEqual(100)
  expect(wrong).toEqual([])
})
