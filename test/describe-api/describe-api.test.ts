import { createConfig, lintFromString } from '@redocly/openapi-core'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fileAnswer } from '../../functions/adapters/file-answer.ts'
import { describeApi } from '../../functions/describe-api/describe-api.ts'
import { markup, prose } from '../../functions/describe-api/html.ts'
import { apiDocument } from '../../functions/domain/api/api-document.ts'
import { isRef, type Schema } from '../../functions/domain/api/openapi.ts'
import { reportSchema } from '../../functions/domain/api/report-form.ts'
import { FIELD_WORDS } from '../../functions/domain/api/words.ts'
import { httpEvent } from '../support/http-event.ts'
import { contractOf, withOneFieldMore } from '../support/contract.ts'

const document = apiDocument()
const contract = contractOf(document)
const page = describeApi('/v1/docs')

async function lint(described: object) {
  const config = await createConfig({ extends: ['recommended'] })
  const found = await lintFromString({ source: JSON.stringify(described), absoluteRef: 'openapi.json', config })
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)
}

test('the description has no fault and no warning by the recommended rules', async () => {
  expect(await lint(document)).toEqual([])
})

test.each([
  [
    'an operation without a summary',
    'operation-summary',
    (d: typeof document) => delete (d.paths['/v1/docs']!.get as { summary?: string }).summary,
  ],
  [
    'an example that is none',
    'no-invalid-media-type-examples',
    (d: typeof document) => (d.paths['/v1/reports']!.post!.requestBody!.content['application/json']!.example = {}),
  ],
  [
    'a component that nobody uses',
    'no-unused-components',
    (d: typeof document) => (d.components.schemas['Unused'] = {}),
  ],
])('%s is noticed', async (_, rule, spoil) => {
  const other = structuredClone(document)
  spoil(other)
  expect((await lint(other)).join()).toContain(rule)
})

test('the description stays the same wherever it is served, and names no place', () => {
  const { body } = describeApi('/v1/openapi.json')
  expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(document)))
  expect(document.servers.map(({ url }) => url)).toEqual(['/'])
  expect(body).not.toMatch(/https?:/)
})

test('its numbers are fictional, but for that of Elections Canada', () => {
  const numbers =
    JSON.stringify(document).match(/(?<![\w.-])[+(]?(?:1[- ]?)?\(?\d{3}\)?[- ]?\d{3}[- ]?\d{4}(?!\w)/g) ?? []
  const real = numbers.filter((number) => !/55501\d\d$/.test(number.replaceAll(/\D/g, '')))
  expect(numbers.length).toBeGreaterThan(5)
  expect(new Set(real)).toEqual(new Set(['1-800-463-6868']))
})

test('every parameter says what it asks', () => {
  const inline = [...contract.operations.values()].flatMap(({ operation }) => operation.parameters ?? [])
  const asked = [
    ...Object.values(document.components.parameters),
    ...inline.flatMap((each) => (isRef(each) ? [] : [each])),
  ]
  expect(asked.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([])
})

test('every field that is explained is a field of the form', () => {
  const fieldAt = (pointer: string) =>
    pointer
      .split('/')
      .slice(1)
      .reduce<Schema | undefined>((at, name) => at?.properties?.[name], reportSchema())
  expect(Object.keys(FIELD_WORDS).filter((pointer) => !fieldAt(pointer))).toEqual([])
})

test('an answer with a field that is not described is refused, wherever it stands', () => {
  const examples = [...contract.operations.values()].flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, response]) => {
      const media = isRef(response) ? undefined : response.content?.['application/json']
      return media?.example ? [{ operation, status: Number(status), example: media.example }] : []
    }),
  )
  expect(examples.length).toBeGreaterThan(4)
  const headers = new Headers({
    'content-type': 'application/json',
    'content-language': 'en',
    'cache-control': 'no-store',
    location: '/v1/reports/rpt_',
    etag: '"x"',
  })
  for (const { operation, status, example } of examples) {
    const faults = (value: unknown) =>
      contract.answerFaults(operation, { status, headers, text: JSON.stringify(value) })
    expect([operation.operationId, faults(example)]).toEqual([operation.operationId, []])
    for (const spoilt of withOneFieldMore(example))
      expect([JSON.stringify(spoilt), faults(spoilt)]).not.toEqual([JSON.stringify(spoilt), []])
  }
})

test.each([
  ['a missing field', 'KeptReport', 202, { id: `rpt_${'0'.repeat(26)}`, status: 'accepted', advice: 'x' }],
  ['another type', 'KeptReport', 202, { id: 7, receipt: 'r1.x', status: 'accepted', advice: 'x' }],
  [
    'another status',
    'KeptReport',
    201,
    { id: `rpt_${'0'.repeat(26)}`, receipt: 'r1.x', status: 'accepted', advice: 'x' },
  ],
  [
    'a problem that this operation does not have',
    'Problem',
    404,
    { type: 'urn:callwitness:problem:unknown-path', title: 'x', status: 404, detail: 'x' },
  ],
])('an answer with %s is refused', (_, __, status, body) => {
  const operation = status === 404 ? 'getReport' : 'postReport'
  const type = status === 404 ? 'application/problem+json' : 'application/json'
  const headers = new Headers({
    'content-type': type,
    'content-language': 'en',
    'cache-control': 'no-store',
    location: '/v1/reports/rpt_',
  })
  const answer = { status, headers, text: JSON.stringify(body) }
  expect(contract.answerFaults(contract.operations.get(operation)!.operation, answer)).not.toEqual([])
})

test('an answer without a header that is promised, or of another media type, is refused', () => {
  const { operation } = contract.operations.get('readDescription')!
  const whole = {
    'content-type': 'text/html; charset=utf-8',
    etag: '"x"',
    'cache-control': 'public',
    'content-security-policy': 'x',
  }
  const faults = (headers: Record<string, string>) =>
    contract.answerFaults(operation, { status: 200, headers: new Headers(headers), text: 'x' })
  expect(faults(whole)).toEqual([])
  const { etag: _, ...without } = whole
  expect(faults(without)).toEqual(['header ETag is missing'])
  expect(faults({ ...whole, 'content-type': 'text/plain' })).toEqual(['content type text/plain is not described'])
})

test('a file that is too large for an answer is linked to as described', async () => {
  const link = 'https://bucket.example.org/ca-ge-46/editions/2026-11-26.1/timeline.csv?signed'
  const { statusCode: status, headers } = await fileAnswer(httpEvent(), {
    file: { link },
    contentType: '',
    cacheControl: '',
  })
  const { operation } = contract.operations.get('getEditionFile')!
  expect(contract.answerFaults(operation, { status, headers: new Headers(headers), text: '' })).toEqual([])
})

test('the page has every operation and every schema, and its own links lead somewhere', () => {
  const ids = [...page.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining([...contract.operations.keys()]))
  expect(ids).toEqual(expect.arrayContaining(Object.keys(document.components.schemas).map((name) => `schema-${name}`)))
  const links = [...page.body.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.filter((id) => !ids.includes(id))).toEqual([])
})

test('the page runs nothing, loads nothing, and its policy lets it have its own style alone', () => {
  expect(page.body).not.toMatch(/<script|<img|<link|\son\w+=|\ssrc=|https?:|undefined|\[object/)
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page.body)!
  const hash = createHash('sha256').update(style).digest('base64')
  expect(page.headers['content-security-policy']).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
})

test('what is written into a page is text, whatever it looks like', () => {
  expect(markup`<p title="${'"'}">${'<b>&'}${markup`<i>${3}</i>`}${undefined}</p>`.html).toBe(
    '<p title="&quot;">&lt;b&gt;&amp;<i>3</i></p>',
  )
  expect(prose('a `<b>` c\n\nd').map(({ html }) => html)).toEqual(['<p>a <code>&lt;b&gt;</code> c</p>', '<p>d</p>'])
})
