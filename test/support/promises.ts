import { expect, test } from 'vitest'
import { readTemplate, type Template } from './template.ts'

/** One promise of the stack, in plain words. */
export type Promised = {
  promise: string
  /** Throws when the template does not keep it. */
  holds: (template: Template) => void
  /** A change that breaks it: without one that is noticed, a promise could hold for no reason. */
  broken: (template: Template) => void
}

/** One test per promise: the template keeps it, and would be caught not keeping it. */
export const testPromises = async (promises: Promised[]): Promise<void> => {
  const template = await readTemplate()
  test.for(promises)('$promise', ({ holds, broken }) => {
    holds(template)
    const other = structuredClone(template)
    broken(other)
    expect(() => holds(other)).toThrow(/./)
  })
}
