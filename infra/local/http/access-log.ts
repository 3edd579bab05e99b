import { createWriteStream, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '../template/stack.ts'

/** Lines in the template's format; a variable that has no value here is a hyphen, as on AWS. */
export function accessLog(api: Api, logsDirectory: string) {
  const settings = api.stage.AccessLogSettings
  if (!settings) return { write: () => {}, close: async () => {} }
  const group = settings.DestinationArn.split(':log-group:')[1]?.replace(/:\*$/, '') ?? 'access'
  const file: WriteStream = createWriteStream(join(logsDirectory, `${group.replaceAll('/', '-')}.log`), {
    flags: 'a',
    mode: 0o600,
  })
  // A full disk costs lines of the log, not requests.
  file.on('error', () => {})
  return {
    write: (variables: Record<string, string | number | undefined>) => {
      const line = settings.Format.replace(/\$context\.([A-Za-z]+(?:\.[A-Za-z]+)*)/g, (_, name: string) =>
        String(variables[name] ?? '-'),
      )
      file.write(`${line.trimEnd()}\n`)
    },
    close: async () => await new Promise<void>((done) => file.end(done)),
  }
}
