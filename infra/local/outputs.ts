import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Service } from './engines.ts'
import { apiBase, localize, queueBase } from './template/identities.ts'
import type { Stack } from './template/stack.ts'

type Where = { directory: string; url: string; endpoints: Record<Service, string> }

/** For the operator's tools: what the deployed stack would tell them, and where its engines are. */
export function writeOutputs(
  { api, region, outputs }: Stack,
  { directory, url, endpoints }: Where,
): Record<string, string> {
  const addresses = { [queueBase(region)]: endpoints.sqs, ...(api && { [apiBase(api.id, region)]: url }) }
  const local = Object.entries(outputs).map(([key, value]) => [key, localize(value, addresses)])
  const written = { outputs: Object.fromEntries(local) as Record<string, string>, endpoints, region }
  writeFileSync(join(directory, 'outputs.json'), JSON.stringify(written, null, 2), { mode: 0o600 })
  return written.outputs
}
