import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCounts, type Contribution, NONE, readCellKey } from '../../../functions/domain/contribution.ts'
import { recordCells } from '../../../functions/domain/editions/record-cells.ts'
import { wholePairs, wholeScripts } from '../../../functions/domain/editions/whole-scripts.ts'
import { scriptContribution } from '../../../functions/domain/scripts/templated-cells.ts'
import type { CountRecord } from '../../../functions/domain/stats-row.ts'
import { recordsIn } from '../../support/records-in.ts'
import { type Known, reporters, SCRIPTS } from '../../support/random-reporters.ts'

const [A = '', B = '', C = ''] = SCRIPTS

function sumOf(known: Known[]): Contribution {
  const counts: Contribution = new Map()
  for (const { reporter, grouped } of known)
    for (const [key, count] of scriptContribution(reporter, grouped))
      counts.set(key, addCounts(counts.get(key) ?? NONE, count))
  return counts
}

function recordsOf(counts: Contribution, wanted: string): CountRecord[] {
  // The one that names them has a record, if only for that; it is held by the other, which came first.
  const records = new Map<string, CountRecord>([A, B].map((record) => [record, { record, counters: {} }]))
  for (const [key, count] of counts) {
    const { collection, record, facet } = readCellKey(key)
    if (collection !== wanted) continue
    const counters: CountRecord['counters'] = records.get(record)?.counters ?? {}
    for (const [name, n] of Object.entries(count)) counters[facet ? `${facet}.${name}` : name] = n
    records.set(record, { record, counters })
  }
  const held: Record<string, Partial<CountRecord>> = {
    [A]: { heldBy: B },
    [B]: { partOf: A, pieces: 2, scriptName: A },
  }
  return [...records.values()].map((record) => ({ ...record, ...held[record.record] }))
}

/** As if it had been known from the start that two of the scripts are one. */
function joined(known: Known[]): Known[] {
  return known.map(({ reporter, grouped }) => ({
    reporter,
    grouped: Object.fromEntries(Object.entries(grouped).map(([id, report]) => [id, report.script === B ? { ...report, script: A } : report])), // prettier-ignore
  }))
}

/** Reporters are counted in all, by age, and by whether there was a poll. */
function peopleIn(script: CountRecord | undefined): Record<string, number[]> {
  const cells = script ? [...recordCells('scripts', script)] : []
  const those = cells.filter(([key, { reports }]) => reports > 0 && /\|(?:templated:)?(?:|age=.*|received=.*)$/.test(key)) // prettier-ignore
  return Object.fromEntries(those.map(([key, { reports, reporters: people, complaints }]) => [key, [reports, people, complaints]])) // prettier-ignore
}

function peopleInPairs(pairs: CountRecord[]): Record<string, ReturnType<typeof peopleIn>> {
  return Object.fromEntries(pairs.map((pair) => [pair.record, peopleIn(pair)]))
}

test('scripts that turn out to be one are counted as if that had been known, by age, by earlier poll and by number displayed too', () => {
  fc.assert(
    fc.property(reporters, (known) => {
      const stored = sumOf(known)
      const whole = wholeScripts(
        recordsOf(stored, 'scripts'),
        recordsOf(stored, 'script-meetings').filter(({ record }) => record.includes(' ')),
      )
      const right = recordsOf(sumOf(joined(known)), 'scripts')
      const pairsOf = (counts: Contribution) => recordsIn(counts, 'caller-scripts')
      const pairs = wholePairs({ scripts: recordsOf(stored, 'scripts'), pairs: pairsOf(stored), meetings: recordsIn(stored, 'caller-script-meetings') }) // prettier-ignore
      expect(peopleInPairs(pairs)).toEqual(peopleInPairs(pairsOf(sumOf(joined(known)))))
      for (const script of [A, C]) {
        const [found, wanted] = [whole, right].map((those) => peopleIn(those.find(({ record }) => record === script)))
        expect(found).toEqual(wanted)
      }
    }),
    { numRuns: 150 },
  )
})
