import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addCounts,
  type Contribution,
  contribution,
  mostTelling,
  NONE,
} from '../../../functions/domain/contribution.ts'
import { cellId, type Coordinates, type Dimension } from '../../../functions/domain/cube/coordinates.ts'
import type { Counts, ExactCell } from '../../../functions/domain/cube/exact-cube.ts'
import { listableCells, placesAndTimes } from '../../../functions/domain/cube/listable-cells.ts'
import { exactCells } from '../../../functions/domain/cube/stats-cells.ts'
import { valuesOf } from '../../../functions/domain/editions/codes.ts'
import type { Facts } from '../../../functions/domain/facts.ts'
import { protect } from '../../../functions/domain/protection/protect.ts'
import { isOverLimit } from '../../../functions/domain/reporter.ts'
import { scriptContribution } from '../../../functions/domain/scripts/templated-cells.ts'
import { DAYS, type Known, reporters, RIDINGS } from '../../support/random-reporters.ts'
import { keyNamed } from '../../support/test-key.ts'

/** What a report says, in the words of the issue rather than of the stats table. */
function saidIn(facts: Facts): Coordinates {
  const { kind, door, election, ageBand: age = 'not-told', misdirected, earlierPoll, riding, caller, day, time } = facts
  const group = misdirected === 'yes' ? 'misdirected' : 'others'
  const number = caller?.startsWith('CALLER#+') ? { caller: caller.slice('CALLER#'.length) } : {}
  const place = riding ? { riding: riding.slice('RIDING#'.length) } : {}
  const said = {
    kind,
    door,
    election,
    age,
    group,
    ...number,
    ...place,
    ...(day ? { day } : {}),
    ...(time ? { hourOfDay: time.slice(0, 2) } : {}),
  }
  if (!earlierPoll) return { ...said, poll: 'not-asked' }
  const { received: poll = 'not-answered', how = 'not-answered', askedBy = 'not-answered', preference = 'not-answered', daysBefore = 'not-answered' } = earlierPoll // prettier-ignore
  return poll === 'yes' ? { ...said, poll, pollHow: how, pollBy: askedBy, pollPreference: preference, pollBefore: daysBefore } : { ...said, poll } // prettier-ignore
}

const SHAPES: Dimension[][] = [
  [], ['kind'], ['door'], ['election'], ['age'], ['script'], ['script', 'age'], ['script', 'poll'],
  ['script', 'pollHow'], ['script', 'pollBy'], ['script', 'pollPreference'], ['script', 'day'], ['caller', 'day'], ['door', 'riding'],
  ['hourOfDay'], ['caller', 'hourOfDay'], ['caller', 'script'],
  ['group', 'poll'], ['group', 'pollHow'], ['group', 'pollBy'], ['group', 'pollPreference'], ['group', 'pollBefore'],
] // prettier-ignore

/** One report after another, without a sum of sums. */
function countedDirectly(known: Known[], isLeftOut: (isTemplated: boolean) => boolean): Map<string, Counts> {
  const cells = new Map<string, Counts & { people: Set<string> }>()
  for (const { reporter, grouped } of known) {
    const reports = Object.fromEntries(Object.entries(reporter.reports).filter(([id]) => !isLeftOut(grouped[id]!.isTemplated))) // prettier-ignore
    const telling = mostTelling({ ...reporter, reports })
    for (const [id, facts] of Object.entries(reports)) {
      const said: Coordinates = { ...saidIn(facts), ...(grouped[id]!.script ? { script: grouped[id]!.script } : {}) }
      for (const shape of SHAPES.filter((each) => each.every((dimension) => said[dimension]))) {
        const cell = cellId(Object.fromEntries(shape.map((dimension) => [dimension, said[dimension]])))
        const so = cells.get(cell) ?? { reports: 0, reporters: 0, complaints: 0, people: new Set() }
        if (!isOverLimit(reporter)) so.people.add(reporter.key)
        cells.set(cell, { ...so, reports: so.reports + 1, reporters: so.people.size, complaints: so.complaints + (telling.includes(id) ? 1 : 0) }) // prettier-ignore
      }
    }
  }
  return new Map(
    [...cells].map(([id, { reports, reporters: people, complaints }]) => [
      id,
      { reports, reporters: people, complaints },
    ]),
  )
}

function stored(known: Known[]): Contribution {
  const counts: Contribution = new Map()
  for (const { reporter, grouped } of known)
    for (const [key, count] of [...contribution(reporter), ...scriptContribution(reporter, grouped)])
      counts.set(key, addCounts(counts.get(key) ?? NONE, count))
  return counts
}

const NOBODY = { reports: 0, reporters: 0, complaints: 0 }
const shapeOf = ({ at }: ExactCell) => Object.keys(at).toSorted().join()
const compared = new Set(SHAPES.map((shape) => shape.toSorted().join()))

test('what the stats table has of whoever reported is what one counts report by report', () => {
  fc.assert(
    fc.property(reporters, (known) => {
      const cells = exactCells(stored(known), []).filter((cell) => compared.has(shapeOf(cell)))
      const [all, own] = [countedDirectly(known, () => false), countedDirectly(known, (isTemplated) => isTemplated)]
      const right = new Map([...all].map(([id, counts]) => [id, { all: counts, own: own.get(id) ?? NOBODY }]))
      expect(Object.fromEntries(cells.map(({ at, ...counts }) => [cellId(at), counts]))).toEqual(Object.fromEntries(right)) // prettier-ignore
    }),
    { numRuns: 150 },
  )
})

const LISTED = listableCells({
  ...placesAndTimes({ ridings: RIDINGS.slice(0, 2), provinces: ['ON'], days: DAYS, received: ['2011-05-03'] }),
  ...Object.fromEntries((['election', 'kind', 'door', 'age', 'group', 'poll', 'pollHow', 'pollBy', 'pollPreference', 'pollBefore'] as const).map((dimension) => [dimension, valuesOf(dimension)])), // prettier-ignore
})

test('whoever reported what, it can be protected, and no cell of the earlier poll or of an age is left out', () => {
  fc.assert(
    fc.property(reporters, (known) => {
      const cells = exactCells(stored(known), LISTED)
      const { cube } = protect({ event: 'test', edition: 1, asOf: '2026-05-01T00:00:00Z', changes: [], cells }, { keyed: keyNamed('odd') }) // prettier-ignore
      expect(cube.cells.filter(({ at }) => at.group)).toHaveLength(2 * (5 + 5 + 5 + 5 + 7))
      expect(cube.cells.filter(({ at }) => at.age && !at.script)).toHaveLength(9)
    }),
    { numRuns: 40 },
  )
})
