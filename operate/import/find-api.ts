import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { UnreadableFileError } from './unreadable-file.ts'

const LocalStack = z.object({ outputs: z.object({ ApiUrl: z.url() }) })
const HERE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Where rows are sent: to the address given, else to the stack that runs, or ran, in a data folder. */
export function findApi({ to, data = '.callwitness' }: { to?: string | undefined; data?: string | undefined }): string {
  const address = to ?? localApi(data)
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new UnreadableFileError('--to takes an address such as https://example.org') // prettier-ignore
  // Numbers and words of whole lists of people.
  if (url.protocol === 'http:' && !HERE.has(url.hostname)) throw new UnreadableFileError(`${url.origin} would be sent everything in the clear: use https`) // prettier-ignore
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

function localApi(data: string): string {
  const path = join(data, 'outputs.json')
  try {
    return LocalStack.parse(JSON.parse(readFileSync(path, 'utf8'))).outputs.ApiUrl
  } catch {
    throw new UnreadableFileError(
      `no running stack is described in ${path}: start it first (npm start), name its folder with --data, or the address of an API with --to`,
    )
  }
}
