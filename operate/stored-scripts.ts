import * as z from 'zod'
import { readEntry } from '../functions/adapters/count-store.ts'
import { readQuotedNumbers, readScriptIds } from '../functions/adapters/script-ids.ts'
import { StoredBand, StoredBridge, StoredText } from '../functions/adapters/script-store.ts'
import type { LedgerEntry } from '../functions/domain/fold.ts'
import type { Grouping } from '../functions/domain/scripts/grouped.ts'
import { Roots } from '../functions/domain/scripts/roots.ts'
import type { Span } from '../functions/domain/scripts/templates.ts'
import type { CountRecord } from '../functions/domain/stats-row.ts'
import type { RunningStack } from './stack-outputs.ts'
import { scan } from './stored-counts.ts'

const StoredRecord = z.object({
  reports: z.optional(z.int()),
  partOf: z.optional(z.string()),
  heldBy: z.optional(z.string()),
  pieces: z.optional(z.int()),
  scriptName: z.optional(z.string()),
})

/** Everything that scripts are made of: what was folded of whom, which nodes were joined, and when which text was a template. */
export type StoredScripts = {
  ledger: Map<string, LedgerEntry>
  roots: Roots
  spans: Map<string, Span[]>
  /** By text, the bands that it stands in, or went into: of those that are saved, and of those that are not. */
  bands: Map<string, Set<string>>
  bridges: Map<string, StoredBridge>
  /** What is counted of which, or of what is counted with it, and how they are held together. */
  records: Map<string, ScriptRecord>
}

export type ScriptRecord = Pick<CountRecord, 'partOf' | 'heldBy' | 'pieces' | 'scriptName'> & {
  /** Whether readers who come to what holds it find it there. */
  isFound: boolean
}

export async function readScripts(stack: RunningStack): Promise<StoredScripts> {
  const stored: StoredScripts = { ledger: new Map(), roots: new Roots(), spans: new Map(), bands: new Map(), bridges: new Map(), records: new Map() } // prettier-ignore
  const lies = (text: string, name: string) => stored.bands.set(text, (stored.bands.get(text) ?? new Set()).add(name))
  for await (const item of scan(stack, stack.outputs.ScriptTable)) {
    const pk = String(item['pk'])
    if (pk.startsWith('REPORTER#')) {
      stored.ledger.set(pk, readEntry(item))
    } else if (pk.startsWith('scr_')) stored.roots.parents.set(pk, String(item['parent']))
    else if (pk.startsWith('TEXT#')) {
      const { id, spans, bands } = StoredText.parse({ ...item, id: pk.slice('TEXT#'.length) })
      stored.spans.set(id, spans)
      for (const name of bands) lies(id, name)
    } else if (pk.startsWith('BRIDGE#')) {
      const bridge = StoredBridge.parse({ ...item, id: pk.slice('BRIDGE#'.length) })
      stored.bridges.set(bridge.id, bridge)
    } else if (pk.startsWith('BAND#'))
      for (const { id } of StoredBand.parse(item).texts) lies(id, pk.slice('BAND#'.length))
  }
  const found = new Set<string>()
  for await (const { pk, sk, ...item } of scan(stack, stack.outputs.StatsTable)) {
    if (pk === `${stack.outputs.EventSlug}|script-pieces`) found.add(String(sk))
    if (pk !== `${stack.outputs.EventSlug}|scripts`) continue
    const record = StoredRecord.parse(item)
    if (isCounted(record)) stored.records.set(String(sk), { ...record, isFound: false })
  }
  for (const [script, record] of stored.records) record.isFound = found.has(`${record.heldBy} ${script}`)
  return stored
}

function isCounted({ reports = 0, heldBy, pieces, partOf }: z.infer<typeof StoredRecord>): boolean {
  return reports > 0 || (heldBy ?? pieces ?? partOf) !== undefined
}

export async function groupingOf({ outputs, secrets }: RunningStack): Promise<Grouping> {
  const idOf = await readScriptIds(secrets, outputs.ScriptSecretArn)()
  return { quoted: readQuotedNumbers(outputs.QuotedNumbers), idOf }
}
