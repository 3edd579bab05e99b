import { LedgerCells, unpackCells } from '../functions/adapters/ledger-cells.ts'
import { readQuotedNumbers, scriptId } from '../functions/adapters/script-ids.ts'
import { StoredBand, StoredText } from '../functions/adapters/script-store.ts'
import type { LedgerEntry } from '../functions/domain/fold.ts'
import type { Grouping } from '../functions/domain/scripts/grouped.ts'
import { Roots } from '../functions/domain/scripts/roots.ts'
import type { Span } from '../functions/domain/scripts/templates.ts'
import type { RunningStack } from './stack-outputs.ts'
import { scan } from './stored-counts.ts'

/** Everything that scripts are made of: what was folded of whom, which nodes were joined, and when which text was a template. */
export type StoredScripts = {
  ledger: Map<string, LedgerEntry>
  roots: Roots
  spans: Map<string, Span[]>
  /** By text, the bands that it stands in, or went into: of those that are saved, and of those that are not. */
  bands: Map<string, Set<string>>
  /** What was counted of which, and how they are listed. */
  records: Map<string, { partOf: string | undefined; parts: string[] }>
}

export async function readScripts(stack: RunningStack): Promise<StoredScripts> {
  const stored: StoredScripts = { ledger: new Map(), roots: new Roots(), spans: new Map(), bands: new Map(), records: new Map() } // prettier-ignore
  const lies = (text: string, name: string) => stored.bands.set(text, (stored.bands.get(text) ?? new Set()).add(name))
  for await (const item of scan(stack, stack.outputs.ScriptTable)) {
    const pk = String(item['pk'])
    if (pk.startsWith('REPORTER#')) {
      const { revision, version, texts } = item
      const cells = unpackCells(LedgerCells.parse(item['cells']))
      const entry = { key: pk, revision: Number(revision), version: Number(version), cells }
      stored.ledger.set(pk, { ...entry, texts: (texts as string[] | undefined) ?? [] })
    } else if (pk.startsWith('scr_')) stored.roots.parents.set(pk, String(item['parent']))
    else if (pk.startsWith('TEXT#')) {
      const { id, spans, bands } = StoredText.parse({ ...item, id: pk.slice('TEXT#'.length) })
      stored.spans.set(id, spans)
      for (const name of bands) lies(id, name)
    } else if (pk.startsWith('BAND#'))
      for (const { id } of StoredBand.parse(item).texts) lies(id, pk.slice('BAND#'.length))
  }
  for await (const { pk, sk, partOf, parts } of scan(stack, stack.outputs.StatsTable)) {
    if (pk !== `${stack.outputs.EventSlug}|scripts`) continue
    const listed = parts instanceof Set ? [...parts].map(String) : []
    stored.records.set(String(sk), { partOf: typeof partOf === 'string' ? partOf : undefined, parts: listed })
  }
  return stored
}

export function groupingOf({ outputs }: RunningStack): Grouping {
  return { quoted: readQuotedNumbers(outputs.QuotedNumbers), idOf: scriptId }
}
