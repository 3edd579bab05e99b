import * as z from 'zod/mini'
import type { ProblemCode } from '../problems.ts'
import { STATS_PATHS, STATS_QUERIES, type StatsTable } from '../stats-query.ts'
import { COLUMNS } from '../stats-row.ts'
import { PUBLIC_COLUMNS } from '../published/public-columns.ts'
import { PUBLIC_QUERIES } from '../published/public-queries.ts'
import { EXACT_EXAMPLES } from './exact-examples.ts'
import { EXACT_ROWS } from './exact-rows.ts'
import { exactMeta, publicMeta } from './meta.ts'
import { type Content, type Document, type Operation, type Parameter, type Ref, refTo } from './openapi.ts'
import { queryParameters } from './parameters.ts'
import { PUBLIC_EXAMPLES } from './public-examples.ts'
import { PUBLIC_ROWS } from './public-rows.ts'
import { type HeaderName, headers, json, problems } from './responses.ts'
import { TABLE_WORDS } from './table-words.ts'

/** By which the same tables are asked for. */
type Door = {
  path: string
  tag: string
  /** Before the names of what is its own. */
  name: 'Stats' | 'Exact'
  queries: Record<StatsTable, z.ZodMiniObject>
  rows: Record<StatsTable, z.ZodMiniType>
  examples: Record<StatsTable, object[]>
  metaOf: (table: StatsTable) => z.ZodMiniType
  columnsOf: (table: StatsTable) => readonly string[]
  files: Content
  parameters: string[]
  security: Operation['security']
  headers: HeaderName[]
  responses: Operation['responses']
  refusals: ProblemCode[]
  /** Statuses that the gateway answers too. */
  gateway: number[]
}

const STATS: Door = {
  path: '/v1/stats',
  tag: 'Statistics',
  name: 'Stats',
  queries: PUBLIC_QUERIES,
  rows: PUBLIC_ROWS,
  examples: PUBLIC_EXAMPLES,
  metaOf: publicMeta,
  columnsOf: (table) => PUBLIC_COLUMNS[table].map(({ name }) => name),
  files: { 'application/vnd.apache.parquet': { schema: { type: 'string', format: 'binary' } } },
  parameters: ['IfNoneMatch', 'AcceptLanguage'],
  security: [],
  headers: ['ETag', 'Cache-Control', 'Vary', 'Link', 'RateLimit-Policy'],
  responses: { 304: refTo('responses', 'NotModified') },
  refusals: ['nothing-published', 'invalid-query'],
  gateway: [],
}

const ANALYSTS: Door = {
  path: '/v1/exact',
  tag: 'Exact counts',
  name: 'Exact',
  queries: STATS_QUERIES,
  rows: EXACT_ROWS,
  examples: EXACT_EXAMPLES,
  metaOf: exactMeta,
  columnsOf: (table) => COLUMNS[table],
  files: {},
  parameters: ['Purpose', 'AcceptLanguage'],
  security: [{ analyst: ['call-witness/stats:exact'] }],
  headers: ['Cache-Control', 'Vary', 'Link', 'RateLimit-Policy'],
  responses: { 401: refTo('responses', 'Unauthorized') },
  refusals: ['purpose-required', 'outside-limits', 'unknown-limit', 'invalid-query'],
  gateway: [403],
}

const ALL = Object.keys(STATS_PATHS) as StatsTable[]

/** The rows of every table by either door, and the answers that hold them. */
export function tableSchemas(): Record<string, z.ZodMiniType> {
  return Object.fromEntries([STATS, ANALYSTS].flatMap((door) => ALL.flatMap((table) => schemasOf(table, door))))
}

function schemasOf(table: StatsTable, { name, rows, examples, metaOf }: Door): [string, z.ZodMiniType][] {
  const row = rows[table].check(z.meta({ examples: examples[table] }))
  const answer = z.strictObject({ meta: metaOf(table), rows: z.array(row) })
  return [[`${name}${pascal(table)}Row`, row], [`${name}${pascal(table)}`, answer]] // prettier-ignore
}

export function tablePaths(): Document['paths'] {
  const paths = [STATS, ANALYSTS].flatMap((door) =>
    ALL.map((table) => [`${door.path}/${STATS_PATHS[table]}`, { get: operationOf(table, door) }]),
  )
  return Object.fromEntries(paths) as Document['paths']
}

function operationOf(table: StatsTable, door: Door): Operation {
  const { name, tag, security, refusals, gateway } = door
  const { summary, stats, exact } = TABLE_WORDS[table]
  const description = name === 'Stats' ? stats : exact
  return {
    operationId: `get${name}${pascal(table)}`,
    tags: [tag],
    summary,
    ...(description && { description }),
    security,
    parameters: asked(table, door),
    responses: {
      200: {
        description: 'The rows, and what must be known to read them rightly.',
        headers: headers(...door.headers),
        content: { ...json(`${name}${pascal(table)}`), ...csv(door.columnsOf(table)), ...door.files },
      },
      ...door.responses,
      ...problems([...refusals, ...unknown(table)], { gateway }),
    },
  }
}

function asked(table: StatsTable, { queries, parameters }: Door): (Parameter | Ref)[] {
  const named = { 'caller-id': ['Number'], 'list-source': ['ScriptId'] }[table as string] ?? []
  const shared = (names: string[]) => names.map((name) => refTo('parameters', name))
  return [...shared(named), ...queryParameters(queries[table]), ...shared(parameters)]
}

function unknown(table: StatsTable): ProblemCode[] {
  return table === 'caller-id' ? ['unknown-caller-id'] : table === 'list-source' ? ['unknown-script'] : []
}

function csv(columns: readonly string[]): Content {
  const schema = { type: 'string', description: 'RFC 4180; nested fields have dotted names.' }
  return { 'text/csv': { schema, example: columns.join(',') } }
}

const pascal = (table: string) => table.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())
