import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dialogueStore, type Turn } from '../../functions/adapters/dialogue-store.ts'
import { type Draft, readDraft } from '../../functions/adapters/drafts.ts'
import { fromItem, toItem } from '../../functions/adapters/dynamodb.ts'
import { newDialogue } from '../../functions/domain/sms/dialogue.ts'

let texts = 0

/** Drafts as texts write them, each by a sender of its own, and as the next text reads them. */
export function keptDrafts(client: DynamoDBClient) {
  const store = dialogueStore(client, 'dialogues')
  return {
    async put(id: string, draft: Omit<Draft, 'expiresAt'>, now: Date): Promise<void> {
      texts += 1
      const dialogue = { ...newDialogue(), rev: 1 }
      const turn: Turn = { sender: `s1.${texts}`, before: newDialogue(), dialogue, messageKey: `MSG#${texts}`, handled: { replies: [] }, draft: { id, ...draft }, now } // prettier-ignore
      await store.save(turn)
    },
    async load(id: string, now: Date): Promise<Draft | undefined> {
      const asked = { TableName: 'dialogues', Key: toItem({ pk: id }), ConsistentRead: true }
      const { Item } = await client.send(new GetItemCommand(asked))
      return readDraft(Item && fromItem(Item), now)
    },
  }
}
