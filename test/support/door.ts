import type { Context } from 'aws-lambda'
import { vi } from 'vitest'
import type { HttpAnswer } from '../../functions/adapters/http-answer.ts'
import { startEngines } from './engines.ts'
import { httpEvent, type HttpRequest } from './http-event.ts'

/** The receiving function as Lambda runs it, on the real engines. */
export async function openDoor() {
  const engines = await startEngines()
  const { env } = process
  process.env = { ...env, ...engines.env }
  const logged = vi.spyOn(console, 'info').mockImplementation(() => {})
  const { handler } = await import('../../functions/receive-report/handler.ts')
  return {
    ...engines,
    ask: async (request: HttpRequest): Promise<HttpAnswer> => await handler(httpEvent(request), {} as Context),
    /** What the function has logged so far. */
    logs: () => logged.mock.calls.map(([line]) => String(line)),
    async stop() {
      logged.mockRestore()
      process.env = env
      await engines.stop()
    },
  }
}
export type Door = Awaited<ReturnType<typeof openDoor>>

export function bodyOf({ body }: HttpAnswer): Record<string, unknown> {
  return JSON.parse(body!) as Record<string, unknown>
}
