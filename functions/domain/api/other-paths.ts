import { RidingsQuery } from '../ridings/ridings-query.ts'
import { EXAMPLES } from './examples.ts'
import { type Document, type Operation, refTo } from './openapi.ts'
import { queryParameters } from './parameters.ts'
import { headers, json, page, problems } from './responses.ts'

const parameter = (name: string) => refTo('parameters', name)

const ridings: Operation = {
  operationId: 'suggestRidings',
  tags: ['Ridings'],
  summary: 'Ridings for a form to offer',
  description: 'At most 20. Cacheable for a day.',
  security: [],
  parameters: [...queryParameters(RidingsQuery), parameter('IfNoneMatch'), parameter('AcceptLanguage')],
  responses: {
    200: {
      description: 'Those whose name or number begins so.',
      headers: headers('ETag', 'Cache-Control'),
      content: json('RidingSuggestions', EXAMPLES.ridings),
    },
    304: refTo('responses', 'NotModified'),
    ...problems(['invalid-query']),
  },
}

const text: Operation = {
  operationId: 'receiveText',
  tags: ['Text messages'],
  summary: 'A text message, from Twilio',
  description:
    'The webhook of a number at Twilio. What is texted becomes a report at once; what is missing is asked for.',
  security: [{ twilio: [] }],
  parameters: [parameter('AcceptLanguage')],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': { schema: refTo('schemas', 'TwilioText'), example: EXAMPLES.text },
    },
  },
  responses: {
    200: {
      description: 'What to text back.',
      headers: headers('Cache-Control'),
      content: {
        'text/xml': {
          schema: { type: 'string', pattern: '<Response>.*</Response>$', description: 'TwiML: Message elements.' },
        },
      },
    },
    ...problems([
      'not-a-form',
      'not-utf-8',
      'bad-signature',
      'too-large',
      'unsupported-media-type',
      'unsupported-encoding',
    ]),
  },
}

const document: Operation = {
  operationId: 'getDescription',
  tags: ['This description'],
  summary: 'This description, for programs',
  security: [],
  parameters: [parameter('IfNoneMatch')],
  responses: {
    200: {
      description: 'OpenAPI 3.1.',
      headers: headers('ETag', 'Cache-Control'),
      content: json('ApiDescription'),
    },
    304: refTo('responses', 'NotModified'),
    ...problems([]),
  },
}

const docs: Operation = {
  operationId: 'readDescription',
  tags: ['This description'],
  summary: 'This description, for people',
  security: [],
  parameters: [parameter('IfNoneMatch')],
  responses: {
    200: {
      description: 'A page without script.',
      headers: headers('ETag', 'Cache-Control', 'Content-Security-Policy'),
      content: page,
    },
    304: refTo('responses', 'NotModified'),
    ...problems([]),
  },
}

export const otherPaths: Document['paths'] = {
  '/v1/ridings': { get: ridings },
  '/v1/sms/twilio': { post: text },
  '/v1/openapi.json': { get: document },
  '/v1/docs': { get: docs },
}
