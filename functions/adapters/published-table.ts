import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { csvOf } from '../domain/dataset/csv-table.ts'
import { nestedRows } from '../domain/dataset/nested-rows.ts'
import type { Table } from '../domain/dataset/table.ts'
import type { Answered } from '../domain/published/answered.ts'
import { conditionalAnswer, holds, tagOf } from './cacheable-answer.ts'
import { headersOf } from './edition-headers.ts'
import type { HttpAnswer } from './http-answer.ts'
import { LICENCE, nextPage, ratePolicy } from './page-headers.ts'
import { parquetOf } from './parquet-table.ts'
import { preferredType } from './preferences.ts'

type Published = Answered & {
  /** What is said about all of it: only JSON has a place for it. */
  meta: object
  /** Of the file, without its ending. */
  name: string
  /** What to ask `after` for the next page. */
  next?: string
}

type Served = {
  /** All that the table depends on beside the request: the edition and the code. */
  of: string[]
  read: () => Promise<Published>
  /** Requests a second that the gateway lets through. */
  rate: string
}

const FORMATS = ['json', 'csv', 'parquet'] as const
/** An edition is new once a day: who asks again waits for nothing, and numbers of yesterday are better than none. */
const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=60, stale-if-error=86400'

/** The table as JSON or, by `?format=` or the Accept header, as CSV or Parquet, cell for cell the same; 304, with nothing read, when the sender holds it. */
export async function publishedTable(event: APIGatewayProxyEventV2, { of, read, rate }: Served): Promise<HttpAnswer> {
  const format = formatOf(event)
  const common = {
    etag: tagOf(...of, format, event.rawPath, sortedQuery(event)),
    'cache-control': CACHE_CONTROL,
    vary: 'accept',
    ...ratePolicy(rate),
  }
  if (holds(event, common.etag)) return { statusCode: 304, headers: common }
  const { meta, name, next, ...table } = await read()
  const isFile = format !== 'json'
  const links = [
    ...(next ? [`<${nextPage(event, next)}>; rel="next"`] : []),
    ...(isFile ? [`<${event.rawPath}?format=json>; rel="describedby"`, `<${LICENCE}>; rel="license"`] : []),
  ]
  const headers = {
    ...common,
    'content-type': headersOf(`.${format}`).contentType,
    'x-content-type-options': 'nosniff',
    ...(isFile ? { 'content-disposition': `inline; filename="${name}.${format}"` } : {}),
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
  }
  const body = bodyAs[format]({ ...table, ...UNNAMED }, meta)
  return conditionalAnswer(event, { statusCode: 200, headers, body, isBase64Encoded: format === 'parquet' })
}

/** The order in which parameters are asked for means nothing. */
function sortedQuery({ queryStringParameters = {} }: APIGatewayProxyEventV2): string {
  return JSON.stringify(Object.entries(queryStringParameters).toSorted())
}

/** What only a file of an edition tells of its table. */
const UNNAMED = { name: '', title: { en: '', fr: '' }, description: { en: '', fr: '' }, key: [] }

const bodyAs: Record<(typeof FORMATS)[number], (table: Table, meta: object) => string> = {
  json: (table, meta) => JSON.stringify({ meta, rows: nestedRows(table) }),
  csv: csvOf,
  parquet: (table) => Buffer.from(parquetOf(table)).toString('base64'),
}

function formatOf({ headers, queryStringParameters }: APIGatewayProxyEventV2): (typeof FORMATS)[number] {
  const types = FORMATS.map((format) => headersOf(`.${format}`).contentType.split(';')[0]!)
  const preferred = FORMATS[types.indexOf(preferredType(headers, types) ?? types[0]!)]!
  return FORMATS.find((format) => format === queryStringParameters?.['format']) ?? preferred
}
