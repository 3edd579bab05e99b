import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/support/closing-line.ts'

/** Files that start nothing and change nothing of their process: what one has loaded, the next need not load again. */
const PURE = ['test/{domain,labelled,messages}/**/*.test.ts', 'test/infra/*.test.ts']

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    globalSetup: 'test/support/run-folder.ts',
    // Beside other work on two cores a minute may be short.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Of two cores: each worker starts engines of its own, and waits for them half of the time.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'engines', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
})
