import { DeleteItemCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { setTimeout as sleep } from 'node:timers/promises'
import { fromItem, toItem } from './dynamodb.ts'

/** A pause that nobody renews or ends is over then: whoever asked for it may have died. */
const PAUSE_MILLIS = 30_000
/** How long a batch waits before it is given back to the queue; the call that merges it may take no longer than ten seconds. */
const WAIT_MILLIS = 5_000
const LOOK_MILLIS = 250

/**
 * Lets no report be merged for some seconds, so that the counts come to rest and can be read as of one moment. Reports wait in their queue
 * meanwhile. Nothing depends on it but how soon that is: who reads looks whether they rest.
 */
export function mergePause(client: DynamoDBClient, table: string, event: string, now = Date.now) {
  const Key = toItem({ pk: `${event}|pause`, sk: 'merging' })
  const left = async (): Promise<number> => {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }))
    const millis = Item ? Number(fromItem(Item)['until']) - now() : 0
    // One that is longer than any is of a wrong clock.
    return millis <= 2 * PAUSE_MILLIS ? millis : 0
  }
  return {
    /** Begins, or goes on. */
    async begin(): Promise<void> {
      const until = String(now() + PAUSE_MILLIS)
      await client.send(new PutItemCommand({ TableName: table, Item: { ...Key, ...toItem({ until }) } }))
    },

    async end(): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: table, Key }))
    },

    /** Whether there is none, or it ended while this waited. */
    async isOver(): Promise<boolean> {
      for (const last = now() + WAIT_MILLIS; ; await sleep(LOOK_MILLIS)) {
        if ((await left()) <= 0) return true
        if (now() >= last) return false
      }
    },
  }
}
export type MergePause = ReturnType<typeof mergePause>
