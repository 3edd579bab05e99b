import { type Cell, type Contribution, readCellKey, UNDATED } from '../contribution.ts'
import { GROUPS, NOT_ASKED } from '../earlier-poll.ts'
import { TEMPLATED } from '../scripts/templated-cells.ts'
import { cellId, type Coordinates, DIMENSIONS, readCellId } from './coordinates.ts'
import type { Counts, ExactCell } from './exact-cube.ts'
import { parentsOf, prefixOf } from './parents.ts'
import { tableOf } from './tables.ts'

/**
 * The cells of the closed cube that counts give, be they of the stats table or of a recount: sums of `contribution` and
 * `scriptContribution`. What these say beyond the closed cube is left out; of `listable` cells nobody may have told.
 */
export function exactCells(counts: Contribution, listable: Coordinates[]): ExactCell[] {
  const all = new Map<string, Counts>(listable.map((at) => [cellId(at), NOBODY]))
  const templated = new Map<string, Counts>()
  for (const [key, count] of counts) {
    const cell = readCellKey(key)
    const sums = cell.facet.startsWith(TEMPLATED) ? templated : all
    for (const at of coordinatesOf({ ...cell, facet: cell.facet.replace(TEMPLATED, '') })) {
      const id = cellId(at)
      sums.set(id, sum(sums.get(id) ?? NOBODY, count, 1))
    }
  }
  const own = new Map([...all].map(([id, counted]) => [id, sum(counted, templated.get(id) ?? NOBODY, -1)]))
  const [most, mostOwn] = [mostReporters(all), mostReporters(own)]
  return [...all].map(([id, counted]): ExactCell => {
    const reporters = most(id)
    return { at: readCellId(id), all: capped(counted, reporters), own: capped(own.get(id)!, Math.min(reporters, mostOwn(id))) } // prettier-ignore
  })
}

/**
 * How many reporters there can be in a cell: as many as in each of its wholes. Where cells are added up, as of two numbers of one prefix
 * or of days that are not listed, whoever stands in several is counted several times.
 */
function mostReporters(counts: ReadonlyMap<string, Counts>): (id: string) => number {
  const known = new Map<string, number>()
  const most = (id: string): number => {
    const found = known.get(id)
    if (found !== undefined) return found
    const wholes = parentsOf(readCellId(id)).map(({ at }) => cellId(at)).filter((whole) => counts.has(whole)) // prettier-ignore
    const reporters = Math.min(counts.get(id)!.reporters, ...wholes.map(most))
    known.set(id, reporters)
    return reporters
  }
  return most
}

const NOBODY: Counts = { reports: 0, reporters: 0, complaints: 0 }

function sum(a: Counts, b: Counts, sign: 1 | -1): Counts {
  return {
    reports: a.reports + sign * b.reports,
    reporters: a.reporters + sign * b.reporters,
    complaints: a.complaints + sign * b.complaints,
  }
}

function capped({ reports, reporters, complaints }: Counts, most: number): Counts {
  return { reports, reporters: Math.min(reporters, most), complaints: Math.max(0, complaints) }
}

/** Where a stored cell stands in the closed cube; nowhere when that does not tell of it. A number stands also in its prefix. */
export function coordinatesOf({ collection, record, facet }: Cell): Coordinates[] {
  const [by = '', value = ''] = facet.split('=')
  const faceted = (at: Coordinates): Coordinates[] => {
    // A facet that the cube does not know must not count once more where it stands.
    if (facet === '') return closed(at)
    return DIMENSIONS.some((each) => each === by) ? closed({ ...at, [by]: value }) : []
  }
  switch (collection) {
    case 'polls':
      return isGroup(record) ? answerOf({ group: record }, by, value) : []
    case 'summary':
      return by === 'unasked' ? [{ group: value, poll: NOT_ASKED }] : faceted(placeOf(record))
    case 'ridings':
      // The days of a riding stand in its timeline, with all their counts.
      return by === 'day' ? [] : faceted(placeOf(record))
    case 'hours':
      return facet === '' ? closed({ hourOfDay: record }) : []
    case 'caller-ids':
      return callerOf(record.slice('CALLER#'.length), by, value)
    case 'caller-scripts':
      return facet === '' ? pairOf(record) : []
    case 'scripts':
      return scriptOf({ script: record }, by, value)
    default:
      return collection.startsWith('timeline#') ? timeOf({ collection, record, facet }) : []
  }
}

function closed(at: Coordinates): Coordinates[] {
  return tableOf(at) ? [at] : []
}

function placeOf(scope: string): Coordinates {
  if (scope.startsWith('PROVINCE#')) return { province: scope.slice('PROVINCE#'.length) }
  return scope.startsWith('RIDING#') ? { riding: scope.slice('RIDING#'.length) } : {}
}

/** The records of the poll's answers, but for the one that counts persons, each in one cell. */
function isGroup(record: string): boolean {
  return GROUPS.some((group) => group === record)
}

const ANSWERS = {
  age: 'age',
  received: 'poll',
  how: 'pollHow',
  by: 'pollBy',
  answer: 'pollPreference',
  before: 'pollBefore',
} as const

function answerOf(of: Coordinates, by: string, value: string): Coordinates[] {
  return Object.hasOwn(ANSWERS, by) ? closed({ ...of, [ANSWERS[by as keyof typeof ANSWERS]]: value }) : []
}

function scriptOf(script: Coordinates, by: string, value: string): Coordinates[] {
  if (by === '') return [script]
  if (by === 'province') return closed({ ...script, province: value })
  return by === 'day' ? dayOf(script, by, value) : answerOf(script, by, value)
}

/** Nothing of months, in which calls count that were told long after; nor of the days of what is no number. */
function dayOf(of: Coordinates, by: string, value: string): Coordinates[] {
  const isCell = by === 'day' && /^\d{4}-\d\d-\d\d$/.test(value) && (of.caller?.startsWith('+') ?? true)
  return isCell ? closed({ ...of, day: value }) : []
}

function callerOf(form: string, by: string, value: string): Coordinates[] {
  if (by === 'hour') return form.startsWith('+') ? closed({ caller: form, hourOfDay: value }) : []
  if (by !== '') return dayOf({ caller: form }, by, value)
  return [...(form.startsWith('+') ? [{ caller: form }] : []), { prefix: prefixOf(form) }]
}

/** A number displayed and the script that was told of it. */
function pairOf(record: string): Coordinates[] {
  const [caller = '', script = ''] = record.split(' ')
  return closed({ caller, script })
}

function timeOf({ collection, record, facet }: Cell): Coordinates[] {
  const [, clock = '', scope = ''] = collection.split(/#(call|received)#/)
  const [day, hour] = clock === 'call' ? (['day', 'hour'] as const) : (['received', 'receivedHour'] as const)
  const place = placeOf(scope)
  if (record === UNDATED.hour) return closed({ ...place, [hour]: 'undated' })
  if (record === UNDATED.day) return closed({ ...place, [day]: 'undated' })
  return closed(facet === '' ? { ...place, [day]: record } : { ...place, [hour]: `${record}T${facet.slice('hour='.length)}` }) // prettier-ignore
}
