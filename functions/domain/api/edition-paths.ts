import { type Content, type Document, type Operation, refTo } from './openapi.ts'
import { headers, json, problems } from './responses.ts'

const responses = (description: string, content: Content): Operation['responses'] => ({
  200: { description, headers: headers('ETag', 'Cache-Control'), content },
  304: refTo('responses', 'NotModified'),
  ...problems(['unknown-path']),
})
const parameter = (name: string) => refTo('parameters', name)
const text = { schema: { type: 'string' } }

const latest: Operation = {
  operationId: 'getLatestEdition',
  tags: ['Editions'],
  summary: 'Which edition is the newest',
  description: '404 while nothing is published. May be five minutes old.',
  security: [],
  parameters: ['IfNoneMatch', 'AcceptLanguage'].map(parameter),
  responses: responses('The newest edition.', json('LatestEdition')),
}

const file: Operation = {
  operationId: 'getEditionFile',
  tags: ['Editions'],
  summary: 'A file of an edition',
  description:
    'Each table as `.csv`, `.json` and `.parquet`; `codebook.en.md`, `codebook.fr.md`; `datapackage.json`, `dataset.jsonld`, `definitions.json`; ' +
    '`editions.json`, what changed and why; `SHA256SUMS`. They never change.',
  security: [],
  parameters: ['Edition', 'EditionFile', 'IfNoneMatch', 'AcceptLanguage'].map(parameter),
  responses: {
    ...responses('The file, as it was published.', {
      'application/json': { schema: { type: 'object', description: 'As datapackage.json and the code book say.' } },
      'application/ld+json': { schema: { type: 'object' } },
      'application/vnd.apache.parquet': { schema: { type: 'string', format: 'binary' } },
      'text/csv': text,
      'text/markdown': text,
      'text/plain': text,
    }),
    302: {
      description: 'Where a file is to be read that is too large for an answer: for some minutes.',
      headers: { Location: { required: true, schema: { type: 'string', format: 'uri' } }, ...headers('Cache-Control') },
    },
  },
}

export const editionPaths: Document['paths'] = {
  '/v1/editions/latest.json': { get: latest },
  '/v1/editions/{edition}/{file}': { get: file },
}
