import { expect, test } from 'vitest'
import { callTime } from '../../functions/domain/call-time.ts'
import { readWrittenTime } from '../../functions/domain/written-time.ts'

test.each([
  ['2011-05-02T10Z', 'America/St_Johns', undefined],
  ['2011-05-02T10Z', 'America/Toronto', 6],
  ['2011-05-02T10:40Z', 'America/St_Johns', 8],
  ['2011-05-02T10+05:30', 'America/Toronto', undefined],
])(
  'an hour told by another clock is an hour of the day only if it lies within one: %s in %s',
  (written, zone, hour) => {
    expect(callTime(readWrittenTime(written), { zones: [zone], isRiding: true }).hour).toBe(hour)
  },
)
