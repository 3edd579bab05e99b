/** What we use of OpenAPI 3.1. A schema is JSON Schema of 2020-12. */
export type Document = {
  openapi: string
  info: { title: string; version: string; summary: string; description: string; license: object }
  servers: { url: string; description: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Partial<Record<Method, Operation>>>
  components: {
    schemas: Record<string, Schema>
    responses: Record<string, Response>
    parameters: Record<string, Parameter>
    headers: Record<string, Header>
    securitySchemes: Record<string, SecurityScheme>
  }
}

export type Method = 'get' | 'post' | 'put' | 'delete'

export type Operation = {
  operationId: string
  tags: [string]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters?: (Parameter | Ref)[]
  requestBody?: { required: true; description?: string; content: Content }
  responses: Record<string, Response | Ref>
}

export type Ref = { $ref: string }
export type Schema = {
  type?: string | string[]
  title?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: (string | number)[]
  anyOf?: Schema[]
  allOf?: Schema[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  multipleOf?: number
  examples?: unknown[]
  [keyword: string]: unknown
}
export type Content = Record<string, { schema: Schema; example?: unknown }>
export type Header = { description?: string; required?: boolean; schema: Schema }
export type Response = { description: string; headers?: Record<string, Header | Ref>; content?: Content }
export type SecurityScheme = { type: string; description: string; [name: string]: string }
export type Parameter = {
  name: string
  in: 'query' | 'path' | 'header'
  description: string
  required: boolean
  schema: Schema
  example?: string
}

export const refTo = (kind: keyof Document['components'], name: string): Ref => ({
  $ref: `#/components/${kind}/${name}`,
})

/** The name of what a reference within the document refers to. */
export const nameOf = ({ $ref }: Ref): string => $ref.slice($ref.lastIndexOf('/') + 1)

export function isRef(value: object): value is Ref {
  return '$ref' in value
}
