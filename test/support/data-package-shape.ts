import * as z from 'zod'

// From the text of the standard, version 2.0 (datapackage.org/standard: data-package, data-resource, table-schema, table-dialect).
// Objects are loose where it allows properties of one's own.
const path = z.string().regex(/^(?![./~])(?!.*\.\.\/)[^\\]+$/)
const titled = { title: z.string().min(1).optional(), description: z.string().min(1).optional() }
const source = z.looseObject({ title: z.string(), path: path.optional() })
const licence = z.looseObject({ name: z.string().regex(/^[-a-zA-Z0-9._]+$/), path, title: z.string() })

const Field = z.looseObject({
  ...titled,
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'datetime']),
  categories: z.array(z.strictObject({ value: z.string(), label: z.string() })).min(1).optional(),
  constraints: z.strictObject({ required: z.boolean() }).optional(),
}) // prettier-ignore

const Schema = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
  fields: z.array(Field).min(1),
  missingValues: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  primaryKey: z.array(z.string()).min(1).optional(),
})

const Resource = z
  .looseObject({
    ...titled,
    $schema: z.literal('https://datapackage.org/profiles/2.0/dataresource.json'),
    name: z.string().regex(/^[a-z0-9._-]+$/),
    path,
    type: z.literal('table').optional(),
    format: z.string(),
    mediatype: z.string().regex(/^.+\/.+$/),
    encoding: z.string().optional(),
    bytes: z.int().positive().optional(),
    hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    sources: z.array(source).min(1).optional(),
    dialect: z.strictObject({ header: z.boolean(), delimiter: z.string(), quoteChar: z.string(), doubleQuote: z.boolean(), lineTerminator: z.string() }).optional(), // prettier-ignore
    schema: Schema.optional(),
    // Without a schema its types would be guessed.
  })
  .refine(({ type, schema }) => (type === 'table') === (schema !== undefined))

export const DataPackage = z.looseObject({
  ...titled,
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  id: z.url().optional(),
  version: z.string(),
  created: z.iso.datetime({ offset: true }),
  contributors: z.array(z.looseObject({ title: z.string(), path: path.optional(), roles: z.array(z.string()).min(1) })).min(1),
  licenses: z.array(licence).min(1),
  sources: z.array(source).min(1).optional(),
  resources: z
    .array(Resource)
    .min(1)
    .refine((resources) => new Set(resources.map(({ name }) => name)).size === resources.length),
}) // prettier-ignore
