import { isRef, nameOf, type Schema } from '../domain/api/openapi.ts'
import { type Html, markup, inline, joined, prose } from './html.ts'

/** A schema by its name, with all its fields. */
export function schemaSection(name: string, schema: Schema): Html {
  const { description, examples = [] } = schema
  return markup`<article id="${schemaId(name)}">
    <h3>${name}</h3>
    ${prose(description)}${fieldsOf(schema) ?? markup`<p>${typeOf(schema)}</p>`}${examples.map(example)}
  </article>`
}

export function example(value: unknown): Html {
  return markup`<figure>
    <figcaption>For example</figcaption>
    <pre tabindex="0"><code>${written(value)}</code></pre>
  </figure>`
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

const schemaId = (name: string) => `schema-${name}`

/** The fields of an object, or of the objects that a list holds; nothing of what has none. */
function fieldsOf({ type, properties, required = [], items }: Schema): Html | undefined {
  if (type === 'array' && items) return fieldsOf(items)
  if (!properties) return undefined
  const fields = Object.entries(properties)
  return markup`<ul class="fields">
    ${fields.map(([name, field]) => fieldItem(name, field, required.includes(name)))}
  </ul>`
}

function fieldItem(name: string, field: Schema, isRequired: boolean): Html {
  const { title, description } = field
  const words = [title, description].filter((text) => text !== undefined).map((text) => text.replace(/\.$/, '') + '.')
  return markup`<li>
    <code>${name}</code>
    <span class="type">${typeOf(field)}${isRequired ? '' : ', optional'}</span>
    ${inline(words.join(' '))}${fieldsOf(field)}
  </li>`
}

const LIKE: Record<string, string> = {
  integer: 'whole number',
  string: 'text',
  array: 'list',
  boolean: 'true or false',
}

/** In words what a value may be. */
export function typeOf(schema: Schema): Html {
  if (isRef(schema)) return markup`<a href="#${schemaId(nameOf(schema))}">${nameOf(schema)}</a>`
  if ('const' in schema) return markup`<code>${JSON.stringify(schema['const'])}</code>`
  const { type, enum: values, anyOf, items, properties } = schema
  if (values) return markup`${joined(values.map(code), ' | ')}${fallback(schema)}`
  if (anyOf && !properties) return markup`${joined(anyOf.map(typeOf), ' or ')}`
  if (items) return markup`list of ${typeOf(items)}`
  const types = [type ?? 'anything'].flat().map((each) => LIKE[each] ?? each)
  return markup`${types.join(' or ')}${boundsOf(schema)}${fallback(schema)}`
}

const code = (value: string | number) => markup`<code>${value}</code>`

function boundsOf({ format, pattern, minimum, maximum, maxLength, multipleOf }: Schema): Html {
  const bounds = [
    format && ` (${format})`,
    maxLength && `, at most ${maxLength} characters`,
    multipleOf && `, a multiple of ${multipleOf}`,
    minimum !== undefined && ` from ${minimum}`,
    maximum !== undefined && ` to ${maximum}`,
  ]
  return markup`${bounds.filter(Boolean).join('')}${pattern && markup` like ${code(pattern)}`}`
}

function fallback(schema: Schema): Html {
  return 'default' in schema ? markup`, by default ${code(written(schema['default']))}` : markup``
}
