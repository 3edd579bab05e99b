import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {
  type Content,
  type Document,
  isRef,
  type Method,
  nameOf,
  type Operation,
  type Ref,
  type Schema,
} from '../../functions/domain/api/openapi.ts'

export type Described = { method: Method; path: string; operation: Operation }
export type Answered = { status: number; headers: Headers; text: string }

/** What a document promises, by operation: the faults of an answer, or of a body that is sent. None: it is as described. */
export function contractOf(document: Document) {
  const { components, paths } = document
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  addFormats.default(ajv)
  const known = new Map<string, ValidateFunction>()
  // A reference to a schema is its name, under which it is known here.
  const byName = (schema: Schema) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"')) as Schema
  for (const [name, schema] of Object.entries(components.schemas)) ajv.addSchema(byName(schema), name)
  const faultsOf = (schema: Schema, value: unknown): string[] => {
    const key = JSON.stringify(schema)
    const validate = known.get(key) ?? ajv.compile(byName(schema))
    known.set(key, validate)
    return validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`) // prettier-ignore
  }
  const found = <T extends object>(value: T | Ref, among: Record<string, T>): T =>
    isRef(value) ? among[nameOf(value)]! : value

  const operations = Object.entries(paths).flatMap(([path, item]) =>
    (Object.entries(item) as [Method, Operation][]).map(([method, operation]) => ({ method, path, operation })),
  )
  return {
    operations: new Map(operations.map((each): [string, Described] => [each.operation.operationId, each])),

    answerFaults({ responses }: Operation, { status, headers, text }: Answered): string[] {
      const response = responses[status] && found(responses[status], components.responses)
      if (!response) return [`status ${status} is not described`]
      const ofHeaders = Object.entries(response.headers ?? {}).flatMap(([name, each]) => {
        const { required, schema } = found(each, components.headers)
        const value = headers.get(name)
        if (value === null) return required ? [`header ${name} is missing`] : []
        return faultsOf(schema, value).map((fault) => `header ${name}: ${fault}`)
      })
      return [...ofHeaders, ...contentFaults(response.content, headers.get('content-type'), text)]
    },

    bodyFaults({ requestBody }: Operation, contentType: string, body: unknown): string[] {
      const described = requestBody?.content[contentType]
      return described ? faultsOf(described.schema, body) : [`nothing of ${contentType} is taken`]
    },
  }

  function contentFaults(content: Content | undefined, contentType: string | null, text: string): string[] {
    if (!content) return text === '' ? [] : ['a body that is not described']
    const type = contentType?.split(';')[0] ?? ''
    const described = content[type]
    if (!described) return [`content type ${type} is not described`]
    return faultsOf(described.schema, type.endsWith('json') ? JSON.parse(text) : text)
  }
}
export type Contract = ReturnType<typeof contractOf>

/** The value with one field that nobody described, at each place in turn where a field could be; of a list the first element stands for all. */
export function* withOneFieldMore(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const first of withOneFieldMore(value[0])) yield [first, ...value.slice(1)]
    return
  }
  yield { ...value, surprise: 1 }
  for (const [name, inner] of Object.entries(value))
    for (const changed of withOneFieldMore(inner)) yield { ...value, [name]: changed }
}
