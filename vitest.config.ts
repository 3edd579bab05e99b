import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/support/closing-line.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new ClosingLine()],
    globalSetup: 'test/support/run-folder.ts',
    // Beside other work on two cores a minute may be short.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Of two cores: each worker starts engines of its own, and waits for them half of the time.
    maxWorkers: 3,
  },
})
