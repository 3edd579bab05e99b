import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { csvOf } from '../domain/dataset/csv-table.ts'
import { nestedRows } from '../domain/dataset/nested-rows.ts'
import type { Table } from '../domain/dataset/table.ts'
import type { Answered } from '../domain/published/answered.ts'
import { cacheableAnswer } from './cacheable-answer.ts'
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
  /** Requests a second that the gateway lets through. */
  rate: string
}

const FORMATS = ['json', 'csv', 'parquet'] as const
const CACHE_SECONDS = 60

/** The table as JSON or, by `?format=` or the Accept header, as CSV or Parquet, cell for cell the same; 304 when the sender holds it already. */
export function publishedTable(event: APIGatewayProxyEventV2, { meta, name, next, rate, ...table }: Published): HttpAnswer {
  const format = formatOf(event)
  const isFile = format !== 'json'
  const links = [
    ...(next ? [`<${nextPage(event, next)}>; rel="next"`] : []),
    ...(isFile ? [`<${event.rawPath}?format=json>; rel="describedby"`, `<${LICENCE}>; rel="license"`] : []),
  ]
  const headers = {
    'content-type': headersOf(`.${format}`).contentType,
    vary: 'accept',
    'x-content-type-options': 'nosniff',
    ...(isFile ? { 'content-disposition': `inline; filename="${name}.${format}"` } : {}),
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
    ...ratePolicy(rate),
  }
  const body = bodyAs[format]({ ...table, ...UNNAMED }, meta)
  return { ...cacheableAnswer(event, { body, headers, seconds: CACHE_SECONDS }), isBase64Encoded: format === 'parquet' }
} // prettier-ignore

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
