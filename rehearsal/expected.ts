import { comparedOf, pollAnswers } from './polled.ts'
import type { Cells, Truth } from './rehearsed.ts'

export type Counts = { reports: number; reporters: number; complaints: number }

/** What a stack that started empty must publish: in all, per election, per riding (`unresolved` among them), per caller ID, per source, per age band, per answer about an earlier poll, and per side of each comparison of those polled. */
export type Tables = {
  total: Counts
  elections: Map<string, Counts>
  ridings: Map<string, Counts>
  callers: Map<string, Counts>
  sources: Map<string, Counts>
  ages: Map<string, Counts>
  polls: Map<string, Counts>
  compared: Map<string, Counts>
}

type Cell = { reports: number; lines: Set<string>; nobodys: Set<string>; complaints: number }
type Table = Map<string, Cell>

/** Adds up the truth of reports: a complaint per call, in the cells of its most telling report, the earliest of equals. */
export class Expected {
  /** Reports that end live. */
  reports = 0
  #tables: Record<keyof Tables, Table> = {
    total: new Map(),
    elections: new Map(),
    ridings: new Map(),
    callers: new Map(),
    sources: new Map(),
    ages: new Map(),
    polls: new Map(),
    compared: new Map(),
  }
  #people = new Map<string, Cells[]>()
  #calls = new Map<string, { clarity: number; cells: Cells }>()

  add({ isLive, line, callId, clarity, cells }: Truth): void {
    if (!isLive) return
    this.reports += 1
    for (const cell of this.#cellsOf(cells)) {
      cell.reports += 1
      if (line) cell.lines.add(line)
      else cell.nobodys.add(callId)
    }
    const person = line ?? callId
    this.#people.set(person, [...(this.#people.get(person) ?? []), cells])
    const best = this.#calls.get(callId)
    if (!best || clarity > best.clarity) this.#calls.set(callId, { clarity, cells })
  }

  tables(): Tables {
    for (const table of Object.values(this.#tables)) for (const cell of table.values()) cell.complaints = 0
    for (const { cells } of this.#calls.values()) for (const cell of this.#cellsOf(cells)) cell.complaints += 1
    const { total, elections, ridings, callers, sources, ages, polls } = this.#tables
    const nothing = { reports: 0, reporters: 0, complaints: 0 }
    return {
      total: counted(total).get('all') ?? nothing,
      elections: counted(elections),
      ridings: counted(ridings),
      callers: counted(callers),
      sources: counted(sources),
      ages: counted(ages),
      polls: counted(polls),
      compared: comparedOf([...this.#people.values()]),
    }
  }

  #cellsOf(cells: Cells): Cell[] {
    const { election, riding, caller, source, age } = cells
    const { total, elections, ridings, callers, sources, ages, polls } = this.#tables
    return [
      cellIn(total, 'all'),
      cellIn(elections, election),
      ...(riding === null ? [] : [cellIn(ridings, riding)]),
      ...(caller === null ? [] : [cellIn(callers, caller)]),
      ...(source === null ? [] : [cellIn(sources, source)]),
      cellIn(ages, age ?? 'not-told'),
      ...pollAnswers(cells).map((answer) => cellIn(polls, answer)),
    ]
  }
}

function cellIn(table: Table, key: string): Cell {
  const known = table.get(key)
  if (known) return known
  const cell = { reports: 0, lines: new Set<string>(), nobodys: new Set<string>(), complaints: 0 }
  table.set(key, cell)
  return cell
}

function counted(table: Table): Map<string, Counts> {
  return new Map(
    [...table].map(([key, { reports, lines, nobodys, complaints }]) => [
      key,
      { reports, reporters: lines.size + nobodys.size, complaints },
    ]),
  )
}
