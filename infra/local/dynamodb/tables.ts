import { isDeepStrictEqual } from 'node:util'
import { AwsCallError, type AwsCall } from '../aws-json.ts'
import type { Table } from '../template/stack.ts'

type Description = { KeySchema: unknown; StreamSpecification?: { StreamViewType: string }; LatestStreamArn?: string }

/** Creates what is missing; returns the engine's stream ARN per table. Throws when a table exists in another shape. */
export async function createTables(tables: Table[], dynamodb: AwsCall): Promise<Map<string, string>> {
  const streams = new Map<string, string>()
  for (const table of tables) {
    const found = (await describe(table.name, dynamodb)) ?? (await create(table, dynamodb))
    const sameKeys = isDeepStrictEqual(found.KeySchema, table.KeySchema)
    if (!sameKeys || found.StreamSpecification?.StreamViewType !== table.StreamSpecification?.StreamViewType) {
      throw new Error(
        `The table ${table.name} in the data folder has other keys or another stream than the template: start with a new folder`,
      )
    }
    if (found.LatestStreamArn) streams.set(table.name, found.LatestStreamArn)
  }
  return streams
}

async function describe(TableName: string, dynamodb: AwsCall): Promise<Description | undefined> {
  try {
    return (await dynamodb<{ Table: Description }>('DescribeTable', { TableName })).Table
  } catch (error) {
    if (error instanceof AwsCallError && error.code === 'ResourceNotFoundException') return undefined
    throw error
  }
}

async function create(table: Table, dynamodb: AwsCall): Promise<Description> {
  const { TableDescription } = await dynamodb<{ TableDescription: Description }>('CreateTable', {
    TableName: table.name,
    KeySchema: table.KeySchema,
    AttributeDefinitions: table.AttributeDefinitions,
    GlobalSecondaryIndexes: table.GlobalSecondaryIndexes,
    LocalSecondaryIndexes: table.LocalSecondaryIndexes,
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: table.StreamSpecification && { StreamEnabled: true, ...table.StreamSpecification },
  })
  return TableDescription
}
