import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Roots } from '../domain/scripts/roots.ts'
import { ConflictError } from './conflict.ts'
import { getAll, put, toItem } from './dynamodb.ts'
import { inParallel } from './in-parallel.ts'

/** Version of the items' shape. */
const V = 1
/** Whoever writes leaves no node farther from its root, of those it passed. */
const MOST_LINKS = 4
/** After so many links it is noted how far one came: a chain may be longer than an invocation lives. */
const STAGE = 64

/** Which nodes were joined: from each, one link to a smaller one of its script. */
export function scriptNodes(client: DynamoDBClient, table: string, event: string) {
  const link = (node: string, parent: string) => ({ TableName: table, Item: toItem({ pk: node, v: V, event, parent }) })

  /** GUARD link: from where it was seen to lead, further on; who led it elsewhere meanwhile is right. */
  const shorten = async ({ parents }: Roots, links: [node: string, end: string][]) =>
    await inParallel(links, async ([node, end]) => {
      const seen = { ExpressionAttributeValues: toItem({ ':seen': parents.get(node) }) }
      try {
        await put(client, { ...link(node, end), ConditionExpression: 'parent = :seen', ...seen })
        parents.set(node, end)
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error
      }
    })

  /** Up to the roots, or so many links. */
  const follow = async (nodes: Iterable<string>, mostLinks: number, onStage?: (roots: Roots) => Promise<void>) => {
    const roots = new Roots()
    let asked = [...new Set(nodes)]
    for (let links = 1; asked.length > 0 && links <= mostLinks; links += 1) {
      const items = await getAll(client, table, asked)
      for (const { pk, parent } of items) roots.parents.set(String(pk), String(parent))
      asked = [...new Set(items.map(({ parent }) => String(parent)))].filter((node) => !roots.parents.has(node))
      if (links % STAGE === 0) await onStage?.(roots)
    }
    return roots
  }

  return {
    /** As far as these nodes are joined to others, up to their roots. Long chains are shorter afterwards. */
    async roots(nodes: Iterable<string>): Promise<Roots> {
      const begun = new Set(nodes)
      const roots = await follow(begun, Infinity, async (known) => {
        await shorten(known, known.farther(MOST_LINKS).filter(([node]) => begun.has(node))) // prettier-ignore
      })
      await shorten(roots, roots.farther(MOST_LINKS))
      return roots
    },

    /** The same without writing, over so many links at most: what is farther has an older name of the script for a root. */
    async rootsWithin(nodes: Iterable<string>, mostLinks: number): Promise<Roots> {
      return await follow(nodes, mostLinks)
    },

    /** GUARD root: throws a ConflictError when the node is no root any more. */
    async join(node: string, parent: string): Promise<void> {
      await put(client, { ...link(node, parent), ConditionExpression: 'attribute_not_exists(pk)' })
    },
  }
}
