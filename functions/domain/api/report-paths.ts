import { PostQuery } from '../claimed-door.ts'
import type { ProblemCode } from '../problems.ts'
import { TemplateQuery } from '../template-query.ts'
import { EXAMPLES } from './examples.ts'
import { type Content, type Document, type Operation, refTo } from './openapi.ts'
import { queryParameters } from './parameters.ts'
import { headers, json, page, problems } from './responses.ts'

const parameter = (name: string) => refTo('parameters', name)
const RECEIPT = [{ receipt: [] }]
const UNREADABLE: ProblemCode[] = [
  'not-json',
  'not-a-form',
  'not-utf-8',
  'malformed-header',
  'too-large',
  'unsupported-media-type',
  'unsupported-encoding',
]
const FORM = 'application/x-www-form-urlencoded'
const report: Content = {
  ...json('Report', EXAMPLES.report),
  [FORM]: { schema: refTo('schemas', 'ReportFields'), example: EXAMPLES.fields },
}

const post: Operation = {
  operationId: 'postReport',
  tags: ['Reports'],
  summary: 'Report a call',
  description:
    '202 means kept: it is counted once, whatever happens then. Any site may post, also a plain HTML form, whose sender gets a page if ' +
    'that is what `Accept` prefers. Nothing is refused because somebody forgot a detail. At most 32 KiB, without Content-Encoding. ' +
    'Other query parameters than these are the sender’s own business.',
  security: [],
  parameters: [...queryParameters(PostQuery), parameter('IdempotencyKey'), parameter('AcceptLanguage')],
  requestBody: { required: true, content: report },
  responses: {
    202: {
      description: 'Kept.',
      headers: headers('Location', 'Content-Language', 'Cache-Control'),
      content: { ...json('KeptReport', EXAMPLES.kept), ...page },
    },
    ...problems([...UNREADABLE, 'invalid-fields', 'invalid-query', 'idempotency-key-reused'], { page: true }),
  },
}

const show: Operation = {
  operationId: 'getReport',
  tags: ['Reports'],
  summary: 'See all that is held on a report',
  description:
    'What was told, as it was told, and under `normal` what it is counted as. `accepted` from the instant of the 202; `counted` or ' +
    '`merged`, with the reason, some seconds later; `withdrawn` once it is. A wrong receipt and an unknown id are both 404.',
  security: RECEIPT,
  parameters: [parameter('ReportId'), parameter('AcceptLanguage')],
  responses: {
    200: {
      description: 'The report.',
      headers: headers('Cache-Control'),
      content: json('ShownReport', EXAMPLES.shown),
    },
    ...problems(['unknown-report']),
  },
}

const amend: Operation = {
  operationId: 'putReport',
  tags: ['Reports'],
  summary: 'Replace what a report tells',
  description:
    'Without `reporter.phone` the line stays as it was; `null` removes it. Keep the receipt of this answer. After a withdrawal it changes nothing.',
  security: RECEIPT,
  parameters: ['ReportId', 'IdempotencyKey', 'AcceptLanguage'].map(parameter),
  requestBody: { required: true, content: report },
  responses: {
    202: {
      description: 'Kept.',
      headers: headers('Location', 'Content-Language', 'Cache-Control'),
      content: json('KeptReport', EXAMPLES.kept),
    },
    ...problems([...UNREADABLE, 'unknown-report', 'invalid-fields', 'idempotency-key-reused']),
  },
}

const withdraw: Operation = {
  operationId: 'deleteReport',
  tags: ['Reports'],
  summary: 'Withdraw a report',
  description: 'For good. Its words are erased at once, the counts follow; the answer says how long copies remain.',
  security: RECEIPT,
  parameters: ['ReportId', 'IdempotencyKey', 'AcceptLanguage'].map(parameter),
  responses: {
    202: {
      description: 'Kept.',
      headers: headers('Location', 'Content-Language', 'Cache-Control'),
      content: json('Withdrawal', EXAMPLES.withdrawn),
    },
    ...problems(['malformed-header', 'unknown-report', 'idempotency-key-reused']),
  },
}

const held: Operation = {
  operationId: 'openHeldReports',
  tags: ['Reports'],
  summary: 'See everything that is held on a line',
  description:
    'The code comes by text message to whoever texts SHOW from that line. It opens all of its reports once, within a day, each with a receipt of its own.',
  security: [{ code: [] }],
  parameters: [parameter('AcceptLanguage')],
  responses: {
    200: {
      description: 'All current reports of the line, the first accepted first.',
      headers: headers('Cache-Control'),
      content: json('HeldReports'),
    },
    ...problems(['unknown-report']),
  },
}

const template: Operation = {
  operationId: 'getTemplate',
  tags: ['Reports'],
  summary: 'An empty spreadsheet of reports',
  description: 'To be filled in and imported. Cacheable for a day.',
  security: [],
  parameters: [...queryParameters(TemplateQuery), parameter('IfNoneMatch'), parameter('AcceptLanguage')],
  responses: {
    200: {
      description: 'Its header row, as Excel takes it.',
      headers: headers('ETag', 'Cache-Control', 'Vary', 'Content-Language', 'Content-Disposition'),
      content: { 'text/csv': { schema: { type: 'string' } } },
    },
    304: refTo('responses', 'NotModified'),
    ...problems(['invalid-query']),
  },
}

export const reportPaths: Document['paths'] = {
  '/v1/reports': { post },
  '/v1/reports/template.csv': { get: template },
  '/v1/reports/held': { post: held },
  '/v1/reports/{id}': { get: show, put: amend, delete: withdraw },
}
