import * as highsModule from 'highs'
import type { Highs, Model } from 'highs'

// Its types are those of CommonJS, where the default export is a property; as a module it is the loader itself.
const load = highsModule.default as unknown as () => Promise<Highs>

/** A sum of variables, each with its factor, that lies between two bounds. */
export type Bounded = { terms: Terms; from: number; to: number }
export type Terms = [variable: number, factor: number][]

/** What is known: variables between bounds, and sums of them. */
export type Known = { variables: { from: number; to: number }[]; sums: Bounded[] }

/** Between what a number must lie. */
export type Range = { least: number; most: number }

const MOST = 1e6

let loaded: Promise<Highs> | undefined

/** Answers between what bounds sums may lie, given what is known; `dispose` of it when done. */
export async function solverOf(known: Known): Promise<Solver> {
  loaded ??= load()
  return new Solver(await loaded, known)
}

export class Solver {
  readonly #highs: Highs
  readonly #model: Model
  #asked: number[] = []

  constructor(highs: Highs, { variables, sums }: Known) {
    this.#highs = highs
    const starts = [0]
    for (const { terms } of sums) starts.push(starts.at(-1)! + terms.length)
    const terms = sums.flatMap((sum) => sum.terms)
    // Nothing is without bounds: there are not so many people.
    const bound = (n: number) => (Number.isFinite(n) ? n : Math.sign(n) * MOST)
    this.#model = highs.createModel({
      numCols: variables.length,
      numRows: sums.length,
      colCost: new Float64Array(variables.length),
      colLower: Float64Array.from(variables, ({ from }) => bound(from)),
      colUpper: Float64Array.from(variables, ({ to }) => bound(to)),
      rowLower: Float64Array.from(sums, ({ from }) => bound(from)),
      rowUpper: Float64Array.from(sums, ({ to }) => bound(to)),
      matrix: {
        format: 'csr',
        numRows: sums.length,
        numCols: variables.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(terms, ([variable]) => variable),
        values: Float64Array.from(terms, ([, factor]) => factor),
      },
    })
    // Only the question changes, so the last answer is still possible: the primal simplex goes on from there.
    this.#model.options.set({ output_flag: false, solver: 'simplex', simplex_strategy: 4, presolve: 'off' })
  }

  /** Tells of the states in which the sum is least and greatest; false when what is known contradicts itself. */
  visit(terms: Terms, tell: (values: Float64Array) => void): boolean {
    this.#ask(terms)
    for (const sense of ['minimize', 'maximize'] as const) {
      if (this.#solve(sense) === undefined) return false
      tell(Float64Array.from(this.#model.getSolution().colValue))
    }
    return true
  }

  #ask(terms: Terms): void {
    for (const variable of this.#asked) this.#model.changeColCost(variable, 0)
    this.#asked = terms.map(([variable]) => variable)
    for (const [variable, factor] of terms) this.#model.changeColCost(variable, factor)
  }

  #solve(sense: 'minimize' | 'maximize'): number | undefined {
    const { modelStatus, objectiveSense } = this.#highs.constants
    this.#model.changeObjectiveSense(objectiveSense[sense])
    this.#model.run()
    const status = this.#model.getModelStatus()
    if (status === modelStatus.optimal) return this.#model.getObjectiveValue()
    return status === modelStatus.infeasible ? undefined : sense === 'minimize' ? -Infinity : Infinity
  }

  dispose(): void {
    this.#model.dispose()
  }
}
