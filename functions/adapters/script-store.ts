import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Bands } from '../domain/scripts/join-texts.ts'
import { type Representative, withoutText } from '../domain/scripts/representatives.ts'
import { packFeatures, unpackFeatures } from '../domain/text-features.ts'
import { inParallel } from './in-parallel.ts'
import { getAll, put, remove, toItem } from './dynamodb.ts'
import { scriptNodes } from './script-nodes.ts'

/** Version of the items' shape. */
const V = 1

/** A band as it lies in the table. */
export const StoredBand = z.object({
  pk: z.string(),
  version: z.int(),
  texts: z.array(z.object({ id: z.string(), features: z.string() })),
})

/** A text as it lies in the table: the bands it went into, and what is noted of its sending. */
export const StoredText = z.object({
  id: z.string(),
  version: z.int(),
  bands: z.array(z.string()),
  senders: z.record(z.string(), z.string()),
  spans: z.array(z.tuple([z.string(), z.string()])),
  isPartial: z.optional(z.boolean()),
})
export type StoredText = z.infer<typeof StoredText>

/** Who is noted to tell the same of calls from one number, as keys of reporters, and whether they were enough to join it with that. */
export const StoredBridge = z.object({
  id: z.string(),
  version: z.int(),
  witnesses: z.array(z.string()),
  isOpen: z.optional(z.boolean()),
})
export type StoredBridge = z.infer<typeof StoredBridge>

/** The representatives of bands, and the versions to save them with. */
export type ReadBands = { bands: Bands; versions: Map<string, number> }

export type ScriptStore = ReturnType<typeof scriptStore>

/** What scripts are made of: texts, the bands they are found by, and which nodes were joined. */
export function scriptStore(client: DynamoDBClient, table: string, event: string) {
  const versioned = (pk: string, item: { version: number; [attribute: string]: unknown }) => {
    const seen =
      item.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: toItem({ ':seen': item.version - 1 }) }
    return { TableName: table, Item: toItem({ pk, v: V, event, ...item }), ...seen }
  }
  const putBand = (name: string, texts: readonly Representative[], version = 0) => {
    const packed = texts.map(({ id, features }) => ({ id, features: packFeatures(features) }))
    return versioned(bandKey(name), { version: version + 1, texts: packed })
  }
  const asSeen = (pk: string, version: number) => {
    const seen = { ConditionExpression: 'version = :seen', ExpressionAttributeValues: toItem({ ':seen': version }) }
    return { TableName: table, Key: toItem({ pk }), ...seen }
  }
  return {
    ...scriptNodes(client, table, event),

    async texts(ids: string[]): Promise<Map<string, StoredText>> {
      const items = await getAll(client, table, ids.map(textKey))
      return new Map(items.map((item) => [idOf(item), StoredText.parse({ ...item, id: idOf(item) })]))
    },

    /** GUARD text: throws a ConflictError when somebody wrote it since it was read. */
    async saveText({ id, ...text }: StoredText): Promise<void> {
      await put(client, versioned(textKey(id), { ...text, version: text.version + 1 }))
    },

    /**
     * GUARD forgotten: first nobody sends it, then what stands of it in bands goes, then the text. Throws a ConflictError when somebody
     * came to send it meanwhile, who puts it into its bands again.
     */
    async forgetText({ id, version, bands: names }: StoredText, { bands, versions }: ReadBands): Promise<void> {
      await put(client, versioned(textKey(id), { version: version + 1, bands: names, senders: {}, spans: [] }))
      await inParallel([...bands], async ([name, before]) => {
        const [after, seen] = [withoutText(before, id), versions.get(name) ?? 0]
        if (after === before) return
        if (after.length > 0) await put(client, putBand(name, after, seen))
        else await remove(client, asSeen(bandKey(name), seen))
      })
      await remove(client, asSeen(textKey(id), version + 1))
    },

    async bridges(ids: string[]): Promise<Map<string, StoredBridge>> {
      const items = await getAll(client, table, ids.map(bridgeKey))
      return new Map(items.map((item) => [idOf(item), StoredBridge.parse({ ...item, id: idOf(item) })]))
    },

    /** GUARD bridge: throws a ConflictError when somebody wrote it since it was read. One that nobody is noted on, and that joins nothing, goes. */
    async saveBridge({ id, ...bridge }: StoredBridge): Promise<void> {
      const isGone = bridge.witnesses.length === 0 && !bridge.isOpen
      if (isGone) await remove(client, asSeen(bridgeKey(id), bridge.version))
      else await put(client, versioned(bridgeKey(id), { ...bridge, version: bridge.version + 1 }))
    },

    async bands(names: string[]): Promise<ReadBands> {
      const items = (await getAll(client, table, names.map(bandKey))).map((item) => StoredBand.parse(item))
      const nameOf = ({ pk }: { pk: string }) => pk.slice('BAND#'.length)
      const read = ({ texts }: z.infer<typeof StoredBand>) =>
        texts.map(({ id, features }) => ({ id, features: unpackFeatures(features) }))
      return {
        bands: new Map(items.map((item) => [nameOf(item), read(item)])),
        versions: new Map(items.map((item) => [nameOf(item), item.version])),
      }
    },

    /** GUARD band: throws a ConflictError when somebody changed one of them since it was read; the others may be saved. */
    async saveBands(changed: Bands, versions: Map<string, number>): Promise<void> {
      await inParallel(
        [...changed],
        async ([name, texts]) => await put(client, putBand(name, texts, versions.get(name))),
      )
    },
  }
}

function textKey(id: string): string {
  return `TEXT#${id}`
}

function bridgeKey(id: string): string {
  return `BRIDGE#${id}`
}

function bandKey(name: string): string {
  return `BAND#${name}`
}

function idOf({ pk }: Record<string, unknown>): string {
  return String(pk).split('#', 2)[1]!
}
