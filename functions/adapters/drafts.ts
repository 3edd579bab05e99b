import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Told } from '../domain/message.ts'
import { UnavailableError } from '../domain/rejected.ts'
import { toItem } from './dynamodb.ts'

/** What a report tells as long as texts may still add to it. */
const Draft = z.object({
  /** As JSON in the table: nothing there asks what it says. */
  told: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text): unknown => JSON.parse(text)),
    ),
    Told,
  ),
  /** Raised by every change of it. */
  rev: z.int(),
  /** Of the change that tells this. */
  acceptedAt: z.string(),
  /** The parts of a message that came in several, by number. */
  parts: z.optional(z.record(z.string(), z.string())),
  /** Epoch seconds. */
  expiresAt: z.int(),
})
export type Draft = z.infer<typeof Draft>

/** A draft from its item, undefined when it has expired: the table removes it when it comes round to it. */
export function readDraft(item: Record<string, unknown> | undefined, now: Date): Draft | undefined {
  const draft = item && Draft.parse(item)
  return draft && draft.expiresAt * 1000 > now.getTime() ? draft : undefined
}

export function draftItem({ told, ...rest }: Draft): Record<string, unknown> {
  return { ...rest, told: JSON.stringify(told) }
}

export type Drafts = ReturnType<typeof drafts>

/** What a change through the API does to the draft of a report that was texted. */
export function drafts(client: DynamoDBClient, table: string) {
  return {
    /** Replaces what a draft tells, unless there is none, or a later change has told otherwise already. */
    async rewrite(id: string, { told, acceptedAt }: Pick<Draft, 'told' | 'acceptedAt'>): Promise<void> {
      const update = new UpdateItemCommand({
        TableName: table,
        Key: toItem({ pk: id }),
        UpdateExpression: 'SET told = :told, acceptedAt = :acceptedAt ADD rev :one',
        ConditionExpression: 'attribute_exists(pk) AND acceptedAt < :acceptedAt',
        ExpressionAttributeValues: toItem({ ':told': JSON.stringify(told), ':acceptedAt': acceptedAt, ':one': 1 }),
      })
      await client.send(update).catch((error: unknown) => {
        if (!isRefused(error)) unavailable(error)
      })
    },

    /** No text adds to it any more, and nothing of it is left here. */
    async erase(id: string): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: table, Key: toItem({ pk: id }) })).catch(unavailable)
    },
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof ConditionalCheckFailedException
}

function unavailable(error: unknown): never {
  throw new UnavailableError('the drafts cannot be reached', { cause: error })
}
