import { ScanCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { fromItem } from '../functions/adapters/dynamodb.ts'
import { explainAndEnd, findStack, readFlags, type RunningStack, WHERE_HELP } from './stack-outputs.ts'

const HELP = `npm run audit -- [--data DIR | --aws]

Lists who asked for exact counts, the first first: when, who, which table and parameters, how many rows or why refused, and for what.
${WHERE_HELP}`

const Entry = z.object({
  at: z.string(),
  who: z.object({ sub: z.string(), name: z.string().nullable() }),
  query: z.object({ table: z.string(), parameters: z.record(z.string(), z.string()) }),
  purpose: z.string(),
  // Before refusals were put on record all were answers.
  outcome: z.string().default('answered'),
  rows: z.number(),
  requestId: z.string(),
})
export type Entry = z.infer<typeof Entry>

/** Who asked for exact counts, and what came of it, the first first. An entry may be of an answer that never left. */
export async function listAudit({ dynamodb, outputs }: Pick<RunningStack, 'dynamodb' | 'outputs'>): Promise<Entry[]> {
  const entries: Entry[] = []
  let ExclusiveStartKey: Record<string, never> | undefined
  do {
    const page = await dynamodb.send(new ScanCommand({ TableName: outputs.AuditTable, ExclusiveStartKey }))
    entries.push(...(page.Items ?? []).map((item) => Entry.parse(fromItem(item))))
    ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey
  } while (ExclusiveStartKey)
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function lineOf({ at, who, query, purpose, outcome, rows }: Entry): string {
  const asked = new URLSearchParams(query.parameters)
  asked.sort() // a table keeps no order of them
  const page = asked.size > 0 ? `${query.table}?${asked.toString()}` : query.table
  return `${at}  ${who.name ?? ''} (${who.sub})  ${page}  ${outcome === 'answered' ? `${rows} rows` : outcome}  ${purpose}`
}

if (import.meta.main) {
  await explainAndEnd(HELP, async () => {
    for (const entry of await listAudit(findStack(readFlags()))) console.log(lineOf(entry))
    return 0
  })
}
