import { type Contribution, contribution, difference } from '../contribution.ts'
import type { Reporter } from '../reporter.ts'
import { type Grouped, scriptCells } from './script-cells.ts'

/** Before the facet of a cell: what of it came as a template. */
export const TEMPLATED = 'templated:'

/** What a reporter adds to the cells of scripts, and, of every cell, how much of that came as a template. */
export function scriptContribution(reporter: Reporter, grouped: Grouped): Contribution {
  const scripts = scriptCells(reporter, grouped)
  const own = Object.entries(reporter.reports).filter(([id]) => !grouped[id]?.isTemplated)
  if (own.length === Object.keys(reporter.reports).length) return scripts
  const without = { ...reporter, reports: Object.fromEntries(own) }
  const whole = new Map([...contribution(reporter), ...scripts])
  const rest = new Map([...contribution(without), ...scriptCells(without, grouped)])
  return new Map([...scripts, ...marked(difference(rest, whole))])
}

function marked(cells: Contribution): Contribution {
  return new Map([...cells].map(([key, count]) => [key.replace(/\|([^|]*)$/, `|${TEMPLATED}$1`), count]))
}
