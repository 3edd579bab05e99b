import { cellId, dimensionsOf } from '../functions/domain/cube/coordinates.ts'
import type { ExactCube } from '../functions/domain/cube/exact-cube.ts'
import type { ProtectedCube } from '../functions/domain/cube/protected-cube.ts'
import { tableOf } from '../functions/domain/cube/tables.ts'
import { isWorthDrawing } from '../functions/domain/editions/worth-drawing.ts'
import { protect } from '../functions/domain/protection/protect.ts'
import { ridingsOf } from '../functions/domain/ridings/riding.ts'
import { cubeOf, peopleOf, randomOf } from '../test/attacker/populations.ts'
import { keyNamed } from '../test/support/test-key.ts'
import type { Claim } from './instruments/claim.ts'
import { printTable } from './instruments/print-table.ts'
import { median } from './instruments/samples.ts'

/** A general election in which everyone was called: some 100,000 complaints. */
const WORLD = {
  ridings: ridingsOf('2023').map(({ id }) => id),
  days: Array.from({ length: 40 }, (_, n) => new Date(Date.UTC(2025, 2, 20 + n)).toISOString().slice(0, 10)),
  callers: 5_000,
  scripts: 500,
  people: 87_000,
  hasPolls: true,
}

/** What protection costs: time, and what is lost of the numbers. */
export async function protection(): Promise<Claim[]> {
  const everything = cubeOf(peopleOf(WORLD, randomOf(1)), WORLD)
  const exact = { ...everything, cells: everything.cells.filter((cell) => isWorthDrawing(cell, () => false)) }
  const keyed = keyNamed('bench')
  const before = process.cpuUsage()
  const { cube } = protect(exact, { keyed })
  const { user, system } = process.cpuUsage(before)
  // What other processes take of the machine is not counted.
  const seconds = (user + system) / 1e6
  const large = errorsOf(exact, cube)
  printTable(
    'Cells by table: with people in them, of these suppressed; those with ten reporters or more, of these suppressed',
    ['table', 'cells', 'suppressed', 'of ten or more', 'suppressed'],
    sharesOf(exact, cube),
  )
  return [
    {
      what: `protection: an edition of ${exact.cells.length} cells, processor time`,
      measured: seconds,
      unit: ' s',
      atMost: 30,
    },
    { what: `protection: median relative error of ${large.length} counts of 50 and more`, measured: 100 * median(large), unit: ' %', atMost: 5 }, // prettier-ignore
  ]
}

function errorsOf(exact: ExactCube, cube: ProtectedCube): number[] {
  const truth = new Map(exact.cells.map(({ at, all }) => [cellId(at), all!]))
  return cube.cells.flatMap(({ at, all }) => {
    const counts = truth.get(cellId(at))!
    const shown = (['reports', 'reporters', 'complaints'] as const).filter((count) => counts[count] >= 50)
    return typeof all === 'object' ? shown.map((count) => Math.abs(all[count] - counts[count]) / counts[count]) : []
  })
}

function sharesOf(exact: ExactCube, cube: ProtectedCube): (string | number)[][] {
  const shown = new Map(cube.cells.map((cell) => [cellId(cell.at), cell.all]))
  const told = exact.cells.filter(({ all }) => all!.reports > 0)
  const byTable = Map.groupBy(told, ({ at }) => `${tableOf(at)}: ${dimensionsOf(at).join(' × ') || 'total'}`)
  const share = (cells: ExactCube['cells']) =>
    `${((100 * cells.filter(({ at }) => typeof shown.get(cellId(at)) !== 'object').length) / (cells.length || 1)).toFixed(1)} %`
  return [...byTable].map(([table, cells]) => {
    const large = cells.filter(({ all }) => all!.reporters >= 10)
    return [table, cells.length, share(cells), large.length, share(large)]
  })
}
