import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { UnavailableError } from '../domain/rejected.ts'
import { fromItem, toItem } from './dynamodb.ts'
import { keyed, type Keys } from './keys.ts'

const DAY_SECONDS = 24 * 3600

/** Whose reports a code opens, and until when, in epoch seconds. */
const CodeOf = z.object({ token: z.string(), expiresAt: z.int() })
export type CodeOf = z.infer<typeof CodeOf>

export type OneTimeCodes = ReturnType<typeof oneTimeCodes>

/** Codes that open the reports of one line once. The table knows them as keyed hashes: reading it opens nothing. */
export function oneTimeCodes(client: DynamoDBClient, table: string) {
  const put = async (keys: Keys, code: string, of: CodeOf) => {
    const Item = toItem({ pk: pkOf(keys, code), ...of })
    await client.send(new PutItemCommand({ TableName: table, Item })).catch(unavailable)
  }
  return {
    /** Makes the code valid for a day. */
    async register(keys: Keys, { code, token, now }: { code: string; token: string; now: Date }): Promise<void> {
      await put(keys, code, { token, expiresAt: Math.floor(now.getTime() / 1000) + DAY_SECONDS })
    },

    /** What the code opens, and it opens nothing any more: of many who ask at once one is told. Undefined for any other text. */
    async take(keys: Keys, { code, now }: { code: string; now: Date }): Promise<CodeOf | undefined> {
      try {
        const { Attributes } = await client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: toItem({ pk: pkOf(keys, code) }),
            // The table removes what has expired when it comes round to it, which may take days.
            ConditionExpression: 'expiresAt > :now',
            ExpressionAttributeValues: toItem({ ':now': Math.floor(now.getTime() / 1000) }),
            ReturnValues: 'ALL_OLD',
          }),
        )
        return CodeOf.parse(fromItem(Attributes!))
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined
        return unavailable(error)
      }
    },

    /** As if it had not been taken: what it opens could not be read. */
    putBack: put,
  }
}

function pkOf({ codes }: Keys, code: string): string {
  return `CODE#${keyed(codes, code).toString('base64url')}`
}

function unavailable(error: unknown): never {
  throw new UnavailableError('the codes cannot be reached', { cause: error })
}
