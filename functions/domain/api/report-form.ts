import { fieldLabel } from '../field-labels.ts'
import { ONE_REQUIRED } from '../read-report.ts'
import { ReportForm } from '../report-form.ts'
import { TWILIO_FORMATS } from '../sms/twilio-formats.ts'
import { jsonSchemaOf } from './json-schema.ts'
import type { Schema } from './openapi.ts'
import { FIELD_WORDS } from './words.ts'

/** The form as it is sent, each field under its label. */
export function reportSchema(): Schema {
  const form = labelled(jsonSchemaOf(ReportForm, 'input'), '')
  Object.assign(form.properties!['call']!, { anyOf: ONE_REQUIRED.map((name) => ({ required: [name] })) })
  return { ...form, required: ['call'] }
}

/** The same as a plain HTML form has it: dotted names, and names of its own that begin with `_`. */
export function dottedSchema(): Schema {
  const key = {
    type: 'string',
    title: fieldLabel('/idempotencyKey', 'en'),
    description: 'As the header Idempotency-Key.',
  }
  const properties = { ...dotted(reportSchema(), ''), idempotencyKey: key }
  return {
    type: 'object',
    description:
      'The fields of Report with dotted names. An empty field is an absent one; names that begin with _ are ignored.',
    properties,
    patternProperties: { '^_': true },
    additionalProperties: false,
    anyOf: ONE_REQUIRED.map((name) => ({ required: [`call.${name}`] })),
  }
}

/** What is read of Twilio’s webhook; it says more. */
export function twilioSchema(): Schema {
  const fields = Object.entries(TWILIO_FORMATS).map(([name, { source }]) => [name, { type: 'string', pattern: source }])
  const required = Object.keys(TWILIO_FORMATS).filter((name) => name !== 'NumMedia')
  return { type: 'object', properties: Object.fromEntries(fields), required, additionalProperties: { type: 'string' } }
}

function labelled(schema: Schema, pointer: string): Schema {
  const description = FIELD_WORDS[pointer]
  const words = { ...(pointer && { title: fieldLabel(pointer, 'en') }), ...(description && { description }) }
  const { properties } = schema
  if (!properties) return { ...words, ...schema }
  const inner = Object.entries(properties).map(([name, field]) => [name, labelled(field, `${pointer}/${name}`)])
  return { ...words, ...schema, properties: Object.fromEntries(inner) }
}

function dotted({ properties = {}, ...leaf }: Schema, prefix: string): Record<string, Schema> {
  const inner = Object.entries(properties)
  if (inner.length === 0) return { [prefix]: leaf }
  const fields = inner.map(([name, field]) => dotted(field, prefix ? `${prefix}.${name}` : name))
  return Object.fromEntries(fields.flatMap((field) => Object.entries(field)))
}
