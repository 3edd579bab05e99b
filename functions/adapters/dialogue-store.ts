import {
  type DynamoDBClient,
  type TransactWriteItem,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { ReportMessage } from '../domain/message.ts'
import { AMENDABLE_MS, Dialogue, type Draft, newDialogue } from '../domain/sms/dialogue.ts'
import { draftItem, readDraft } from './drafts.ts'
import { getAll, toItem, transact } from './dynamodb.ts'

/** Version of the items' shape. */
const V = 1
const DAY_SECONDS = 24 * 3600
/** As long as a dead letter lives: until then a text can come again. */
const HANDLED_DAYS = 14
const DIALOGUE_DAYS = 4

/** A text that was handled: what is answered to it however often it comes, and what is still to be done for it. */
export const Handled = z.object({
  replies: z.array(z.string()),
  change: z.optional(ReportMessage),
  /** The token of a line that is to be erased. */
  erases: z.optional(z.string()),
  /** Where the answers are sent by us: that they were. */
  isAnswered: z.optional(z.boolean()),
})
export type Handled = z.infer<typeof Handled>

/** What one text changes, all of it in one transaction. */
export type Turn = {
  sender: string
  /** As it was loaded, and as it is to be. */
  before: Dialogue
  dialogue: Dialogue
  messageKey: string
  handled: Handled
  draft?: { id: string } & Draft
  now: Date
}

export type DialogueStore = ReturnType<typeof dialogueStore>

export function dialogueStore(client: DynamoDBClient, table: string) {
  const update = async (pk: string, how: Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ExpressionAttributeValues'>) =>
    void (await client.send(new UpdateItemCommand({ TableName: table, Key: toItem({ pk }), ...how })))
  return {
    /** The sender's dialogue, with the draft of the report that is told, and what was answered if the text was here before. */
    async load(sender: string, messageKey: string, now: Date): Promise<{ dialogue: Dialogue; draft: Draft | undefined; handled: Handled | undefined }> {
      const items = await getAll(client, table, [sender, messageKey, optOutKey(sender)])
      const item = (key: string) => items.find(({ pk }) => pk === key)
      const [known, handled] = [item(sender), item(messageKey)]
      const isOptedOut = item(optOutKey(sender)) !== undefined
      const dialogue = { ...(known ? Dialogue.parse(known) : newDialogue()), isOptedOut }
      const [draft] = dialogue.telling && !handled ? await getAll(client, table, [dialogue.telling.id]) : []
      return { dialogue, draft: readDraft(draft, now), handled: handled && Handled.parse(handled) }
    },

    /** Throws a ConflictError when another text of this sender, or a change of the report, came first. */
    async save(turn: Turn): Promise<void> {
      await transact(client, actionsOf(turn, table))
    },

    /** What was to be done for a text is done: of what it told nothing stays with it. */
    async settle(messageKey: string): Promise<void> {
      await update(messageKey, { UpdateExpression: 'REMOVE change, erases' })
    },

    async markAnswered(messageKey: string): Promise<void> {
      const ExpressionAttributeValues = toItem({ ':yes': true })
      await update(messageKey, { UpdateExpression: 'SET isAnswered = :yes', ExpressionAttributeValues })
    },
  }
} // prettier-ignore

function actionsOf({ sender, before, dialogue, messageKey, handled, draft, now }: Turn, table: string): TransactWriteItem[] {
  const seconds = Math.floor(now.getTime() / 1000)
  const { isOptedOut = false, ...rest } = dialogue
  const forgotten = before.drafts.filter((id) => !dialogue.drafts.includes(id))
  return [
    putRevision(table, { pk: sender, ...rest, expiresAt: seconds + DIALOGUE_DAYS * DAY_SECONDS }),
    ...(isOptedOut === before.isOptedOut ? [] : [optOut(table, sender, isOptedOut)]),
    putOnce(table, { pk: messageKey, v: V, ...handled, expiresAt: seconds + HANDLED_DAYS * DAY_SECONDS }),
    ...(draft ? [putDraft(table, draft, seconds)] : []),
    ...forgotten.map((pk) => ({ Delete: { TableName: table, Key: toItem({ pk }) } })),
  ]
} // prettier-ignore

function optOutKey(sender: string): string {
  return `OUT#${sender}`
}

/** That somebody wants no texts is remembered as long as the event, and nothing with it. */
function optOut(TableName: string, sender: string, isOptedOut: boolean): TransactWriteItem {
  const key = { pk: optOutKey(sender) }
  return isOptedOut
    ? { Put: { TableName, Item: toItem({ ...key, v: V }) } }
    : { Delete: { TableName, Key: toItem(key) } }
}

function putDraft(table: string, { id, ...draft }: NonNullable<Turn['draft']>, seconds: number): TransactWriteItem {
  return putRevision(table, {
    pk: id,
    rev: draft.rev,
    ...draftItem({ ...draft, expiresAt: seconds + AMENDABLE_MS / 1000 }),
  })
}

type Item = Record<string, unknown> & { pk: string }

/** GUARD revision: nobody wrote this item since it was read. */
function putRevision(TableName: string, item: Item & { rev: number }): TransactWriteItem {
  if (item.rev === 1) return putOnce(TableName, { v: V, ...item })
  return {
    Put: {
      TableName,
      Item: toItem({ v: V, ...item }),
      ConditionExpression: 'rev = :seen',
      ExpressionAttributeValues: toItem({ ':seen': item.rev - 1 }),
    },
  }
}

/** GUARD once: a text is handled by one of all that try. */
function putOnce(TableName: string, item: Item): TransactWriteItem {
  return { Put: { TableName, Item: toItem(item), ConditionExpression: 'attribute_not_exists(pk)' } }
}
