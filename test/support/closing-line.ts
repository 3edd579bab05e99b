import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with its sum on a line of its own, in words that any CI can read. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const broken = unhandledErrors.length + modules.filter((module) => module.errors().length > 0).length
    const count = (state: string) => states.filter((other) => other === state).length
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`)
  }
}
