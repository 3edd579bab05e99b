import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { stringify } from 'csv-stringify/sync'
import { runsAsFormula } from '../domain/dataset/csv-table.ts'
import { type HttpAnswer, PRIVATE } from './http-answer.ts'
import { nextPage, ratePolicy } from './page-headers.ts'
import { preferredType } from './preferences.ts'

/** A page of exact counts. */
export type ExactPage = {
  /** What is said about all of it. */
  meta: object
  rows: object[]
  /** As CSV. */
  columns: string[]
  /** Of the file as CSV, which has no place for `meta`. */
  name: string
  /** What to ask `after` for the next page. */
  next?: string
  /** Requests a second that the gateway lets through. */
  rate: string
}

/** The table as JSON or, by `?format=csv` or the Accept header, as CSV: for one reader, under no licence, and for nobody to keep. */
export function exactAnswer(event: APIGatewayProxyEventV2, page: ExactPage): HttpAnswer {
  const { meta, rows, columns, name, next, rate } = page
  const isCsv = wantsCsv(event)
  const links = [
    ...(next ? [`<${nextPage(event, next)}>; rel="next"`] : []),
    ...(isCsv ? [`<${event.rawPath}?format=json>; rel="describedby"`] : []),
  ]
  const headers = {
    'content-type': isCsv ? 'text/csv; charset=utf-8; header=present' : 'application/json',
    vary: 'accept',
    ...(isCsv ? { 'content-disposition': `inline; filename="${name}.csv"` } : {}),
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
    ...ratePolicy(rate),
    ...PRIVATE,
  }
  return { statusCode: 200, headers, body: isCsv ? toCsv(rows, columns) : JSON.stringify({ meta, rows }) }
}

function wantsCsv({ headers, queryStringParameters }: APIGatewayProxyEventV2): boolean {
  const format = queryStringParameters?.['format']
  return format ? format === 'csv' : preferredType(headers, ['application/json', 'text/csv']) === 'text/csv'
}

/** RFC 4180, nested fields with dotted names, lists with blanks between; a text that a spreadsheet would run as a formula gets an apostrophe. */
function toCsv(rows: object[], columns: string[]): string {
  const flat = rows.map((row) => flatten(row))
  return stringify(flat, {
    header: true,
    columns,
    record_delimiter: 'windows',
    // It would not quote half of a line's end.
    quoted_match: /[\r\n]/,
    cast: { string: guardFormula },
  })
}

function flatten(value: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]: [string, unknown]) =>
      typeof field === 'object' && field !== null && !Array.isArray(field)
        ? Object.entries(flatten(field, `${prefix}${name}.`))
        : [[`${prefix}${name}`, Array.isArray(field) ? field.join(' ') : field]],
    ),
  )
}

function guardFormula(text: string): string {
  return runsAsFormula(text) ? `'${text}` : text
}
