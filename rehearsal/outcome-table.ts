import { type compare, isEqual, type Line } from './comparison.ts'
import type { Counts } from './expected.ts'
import { RIDINGS } from './ridings.ts'

const TOP = 8
const WORDS = new Set(['withheld', 'unavailable', 'invalid', 'unresolved'])

/** Truth beside count: the total, the elections, the largest ridings, caller IDs, sources, ages and answers about earlier polls, and whatever differs. */
export function outcomeTable({
  total,
  elections,
  ridings,
  callers,
  sources,
  ages,
  polls,
  compared,
}: ReturnType<typeof compare>): string {
  return [
    row(
      '',
      ['truth', 'count', 'differs'].flatMap((side) => [side, '', '']),
    ),
    row('', Array.from({ length: 3 }, () => ['reports', 'reporters', 'complaints']).flat()),
    lineOf(total),
    ...section('election', elections),
    ...section('riding', ridings),
    ...section('caller ID', callers),
    ...section('source', sources),
    ...section('age', ages),
    ...section('earlier poll', polls),
    ...section('compared', compared),
  ].join('\n')
}

function section(title: string, lines: Line[]): string[] {
  const shown = lines.filter((line, i) => i < TOP || WORDS.has(line.name))
  const differing = lines.filter((line) => !isEqual(line) && !shown.includes(line))
  const more = differing.length > TOP ? [`  … and ${differing.length - TOP} more that differ`] : []
  const unequal = lines.filter((line) => !isEqual(line)).length
  return [
    `${title}: ${lines.length} in all, ${unequal} differ`,
    ...[...shown, ...differing.slice(0, TOP)].map(lineOf),
    ...more,
  ]
}

function lineOf({ name, truth, count }: Line): string {
  const differences = fields(count).map((n, i) => n - fields(truth)[i]!)
  return row(`  ${nameOf(name)}`, [
    ...fields(truth),
    ...fields(count),
    ...differences.map((n) => (n > 0 ? `+${n}` : n || '·')),
  ])
}

function fields({ reports, reporters, complaints }: Counts): number[] {
  return [reports, reporters, complaints]
}

function nameOf(name: string): string {
  return RIDINGS.find(({ id }) => id === name)?.names[0] ?? name
}

function row(name: string, cells: (string | number)[]): string {
  return name.padEnd(36) + cells.map((cell) => `${cell}`.padStart(11)).join('')
}
