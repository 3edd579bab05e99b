import { bodyOf, cellsOf } from './body.ts'
import type { Call, World } from './call.ts'
import { type History, historyOf } from './history.ts'
import { type Memory, memoriesOf } from './memory.ts'
import { typed } from './numbers.ts'
import { marked, type Say, withPhone } from './own-number.ts'
import type { Cells, Rehearsed, ReportBody, Trait } from './rehearsed.ts'

// Of all reports a twentieth; some have no line, or are copies.
const OWN_NUMBER_IN_TEXT = 0.058

/** The reports that tell of one call. */
export function* tell(call: Call, world: World): Generator<Rehearsed> {
  let first: ReportBody | undefined
  for (const memory of memoriesOf(call, world)) {
    const report = memory.isCopy && first ? copyOf(first, call, memory, world) : freshReport(call, memory, world)
    first ??= report.told
    yield report
  }
}

function freshReport(call: Call, memory: Memory, world: World): Rehearsed {
  const n = world.nextReport()
  const isInText = call.line !== null && world.random.chance(OWN_NUMBER_IN_TEXT)
  const key = `${world.name}-${n}`
  const body = bodyOf(call, memory, world, n)
  const history = historyOf(body, { call, memory, world, key, say: sayingOf(call, world, { isInText, n }) })
  return reportOf({ call, memory, key, history, traits: isInText ? ['own-number-in-text'] : [] })
}

function copyOf(told: ReportBody, call: Call, memory: Memory, world: World): Rehearsed {
  const key = `${world.name}-${world.nextReport()}`
  return reportOf({
    call,
    memory,
    key,
    history: historyOf(told, { call, memory, world, key, say: (same) => same }),
    traits: [],
  })
}

function sayingOf(call: Call, world: World, { isInText, n }: { isInText: boolean; n: number }): Say {
  const ownPhone = call.line === null ? '' : typed(call.line, world.random)
  return (body, line) => {
    if (line === null) return body
    const as = line === call.line ? ownPhone : typed(line, world.random)
    const own = withPhone(body, line, { as, isInText, language: call.language, n })
    return world.isMarked ? marked(own, line, n) : own
  }
}

type Parts = { call: Call; memory: Memory; key: string; history: History; traits: readonly Trait[] }

function reportOf({ call, memory, key, history, traits }: Parts): Rehearsed {
  const cells = cellsOf(call, memory, history.told)
  return {
    ...history,
    key,
    callId: call.id,
    script: call.incident.script.name,
    isCertain: memory.isCertain,
    door: memory.door,
    cells,
    clarity: clarityOf(history.told, cells),
    traits: [
      call.incident.phase,
      ...memory.traits,
      ...history.traits,
      ...traits,
      ...(call.language === 'fr' ? (['french'] as const) : []),
      ...(call.isChild ? (['child'] as const) : []),
    ],
  }
}

function clarityOf({ call }: ReportBody, { riding, caller }: Cells): number {
  const number = caller?.startsWith('+') ? 2 : caller ? 1 : 0
  const time = call.receivedAt?.includes(':') ? 2 : call.receivedAt?.includes('T') ? 1 : 0
  const isSure = call.kind !== undefined && call.kind !== 'unsure'
  return (riding === 'unresolved' ? 0 : 18) + 6 * number + 2 * time + (isSure ? 1 : 0)
}
