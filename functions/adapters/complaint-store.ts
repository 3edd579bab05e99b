import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { WordFacts } from '../domain/facts.ts'
import type { Words } from '../domain/message.ts'
import { NormalForm } from '../domain/normal-form.ts'
import { Placement } from '../domain/partition.ts'
import { Report } from '../domain/report.ts'
import { Reporter } from '../domain/reporter.ts'
import { getAll, toItem, transact } from './dynamodb.ts'
import { erasureActions, idsOfLine, listingActions, type ListingChange } from './line-index.ts'

/** Version of the items' shape. */
const V = 1

/** A report as it lies in the table: with where it is filed, and a version that every change of it raises. */
export const StoredReport = z.extend(Report, {
  version: z.int(),
  /** Key of the reporter under which it is counted. */
  filedUnder: z.optional(z.string()),
  overLimit: z.optional(z.boolean()),
  ...z.partial(Placement).shape,
  normal: z.optional(NormalForm),
  /** Of the words, which lie in a table of their own. */
  wordFacts: z.optional(WordFacts),
  /** The lines under which it is listed beside their reporters, each with the earliest change that named it. */
  listed: z.optional(z.record(z.string(), z.string())),
})
export type StoredReport = z.infer<typeof StoredReport>

/** What one change writes, all of it in one transaction. */
export type ReportChange = {
  report: StoredReport
  /** Absent: they stay. `null`: they are erased. */
  words?: Words | null
  reporters: Reporter[]
  /** Other reports, by id, that have another place now. */
  moved: Map<string, Placement>
  listing: ListingChange
}

export type Loaded = { report: StoredReport | undefined; reporters: Map<string, Reporter> }

export type ComplaintStore = ReturnType<typeof complaintStore>

export function complaintStore(client: DynamoDBClient, tables: { complaints: string; words: string }) {
  return {
    /** The report and the reporters of these keys, as far as they exist. */
    async load(id: string, keys: string[]): Promise<Loaded> {
      const items = await getAll(client, tables.complaints, [id, ...keys])
      const report = items.find(({ pk }) => pk === id)
      const reporters = items.filter(({ pk }) => pk !== id).map(readReporter)
      return {
        report: report && StoredReport.parse({ ...report, id }),
        reporters: new Map(reporters.map((reporter) => [reporter.key, reporter])),
      }
    },

    async loadReporter(key: string): Promise<Reporter | undefined> {
      const [item] = await getAll(client, tables.complaints, [key])
      return item && readReporter(item)
    },

    /** Those of these reporters who exist. */
    async loadReporters(keys: string[]): Promise<Reporter[]> {
      return (await getAll(client, tables.complaints, keys)).map(readReporter)
    },

    /** The ids of all reports that may be the line's. */
    async idsOfLine(token: string): Promise<string[]> {
      return idsOfLine(client, tables.complaints, token)
    },

    /** A line's reporter with another `erasedAt`. Throws a ConflictError when it is no longer as it was loaded. */
    async saveErasure(token: string, reporter: Reporter & { erasedAt: string }): Promise<void> {
      await transact(client, [
        putReporter(tables.complaints, reporter),
        ...erasureActions(tables.complaints, { token, ...reporter }),
      ])
    },

    /** Throws a ConflictError when the report or a reporter is no longer as it was loaded. */
    async save(change: ReportChange): Promise<void> {
      await transact(client, actionsOf(change, tables))
    },
  }
}

/** A reporter from its item; throws when it is none. */
export function readReporter(item: Record<string, unknown>): Reporter {
  return Reporter.parse({ ...item, key: item['pk'] })
}

function actionsOf(change: ReportChange, tables: { complaints: string; words: string }): TransactWriteItem[] {
  const { id, ...report } = change.report
  return [
    putVersion(tables.complaints, { pk: id, v: V, ...report }),
    ...change.reporters.map((reporter) => putReporter(tables.complaints, reporter)),
    ...[...change.moved].map(([pk, placement]) => placeAction(tables.complaints, pk, placement)),
    ...listingActions(tables.complaints, change.report, change.listing),
    ...wordsAction(tables.words, id, report.event, change.words),
  ]
}

/** The report's place and nothing else of it: whoever changes what it tells holds its version. */
function placeAction(table: string, pk: string, place: Placement): TransactWriteItem {
  const names = Object.keys(Placement.shape) as (keyof Placement)[]
  const [set, gone] = [names.filter((name) => place[name]), names.filter((name) => !place[name])]
  const removal = gone.length > 0 ? ` REMOVE ${gone.map((name) => `#${name}`).join(', ')}` : ''
  return {
    Update: {
      TableName: table,
      Key: toItem({ pk }),
      UpdateExpression: `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}${removal}`,
      ConditionExpression: 'attribute_exists(pk)',
      // "match" is a reserved word.
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: toItem(Object.fromEntries(set.map((name) => [`:${name}`, place[name]]))),
    },
  }
}

function putReporter(table: string, { key, ...reporter }: Reporter): TransactWriteItem {
  return putVersion(table, { pk: key, v: V, ...reporter })
}

/** GUARD version: nobody wrote this item since it was read. */
function putVersion(table: string, item: { pk: string; v: number; version: number }): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: toItem(item),
      ...(item.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: toItem({ ':seen': item.version - 1 }) }),
    },
  }
}

function wordsAction(table: string, id: string, event: string, words: Words | null | undefined): TransactWriteItem[] {
  if (words === undefined) return []
  if (words === null) return [{ Delete: { TableName: table, Key: toItem({ pk: id }) } }]
  return [{ Put: { TableName: table, Item: toItem({ pk: id, v: V, event, ...words }) } }]
}
