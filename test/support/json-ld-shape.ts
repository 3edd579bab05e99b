import * as z from 'zod'

const Organization = z.strictObject({ '@type': z.literal('Organization'), name: z.string(), url: z.url().optional() })

const Variable = z.strictObject({
  '@type': z.literal('PropertyValue'),
  name: z.string(),
  alternateName: z.string(),
  description: z.string(),
  propertyID: z.string(),
  unitText: z.string().optional(),
})

const Download = z.strictObject({
  '@type': z.literal('DataDownload'),
  name: z.string(),
  contentUrl: z.url(),
  encodingFormat: z.string(),
  contentSize: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Of schema.org: each property is one of Dataset, DataDownload, PropertyValue or Organization there. */
export const DatasetJsonLd = z.strictObject({
  '@context': z.literal('https://schema.org/'),
  '@type': z.literal('Dataset'),
  '@id': z.url(),
  url: z.url(),
  name: z.string(),
  alternateName: z.string(),
  // What search engines take.
  description: z.string().min(50).max(5000),
  identifier: z.string(),
  version: z.string(),
  dateModified: z.iso.datetime(),
  inLanguage: z.array(z.string()),
  isAccessibleForFree: z.literal(true),
  license: z.url(),
  creator: Organization,
  publisher: Organization,
  spatialCoverage: z.strictObject({ '@type': z.literal('Country'), name: z.string() }),
  temporalCoverage: z.string().regex(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/),
  measurementTechnique: z.string(),
  variableMeasured: z.array(Variable).min(1),
  distribution: z.array(Download).min(1),
})
