import * as z from 'zod/mini'
import { COPIES_REMAIN } from '../advice.ts'
import { EDITION } from '../dataset/edition.ts'
import { PROBLEMS } from '../problems.ts'
import { FIELD_CODES } from '../rejected.ts'
import { PROVINCES } from '../ridings/provinces.ts'
import { REPRESENTATION_ORDERS } from '../ridings/riding.ts'
import { problemType } from '../problem-type.ts'
import { Receipt, ReportId } from './shown-report.ts'

const { describe, optional, string, strictObject } = z
const advice = string().check(describe('What to do now to vote, to be shown first.'))

export const KeptReport = strictObject({ id: ReportId, receipt: Receipt, status: z.literal('accepted'), advice })

export const Withdrawal = strictObject({
  id: ReportId,
  status: z.literal('accepted'),
  notice: string(),
  copiesRemain: strictObject(
    Object.fromEntries(Object.entries(COPIES_REMAIN).map(([where, most]) => [where, z.literal(most)])),
  ),
})

const SuggestedRiding = strictObject({
  id: string().check(describe('OCD division id; can be sent as riding.')),
  number: string().check(z.regex(/^\d{5}$/)),
  name: strictObject({ en: string(), fr: string() }),
  province: z.enum(PROVINCES),
})
export const RidingSuggestions = strictObject({
  order: z.enum(REPRESENTATION_ORDERS),
  rows: z.array(SuggestedRiding).check(z.maxLength(20)),
})

const FieldError = strictObject({
  pointer: string().check(describe('JSON Pointer of the field, or of what holds an unknown one.')),
  code: z.enum(FIELD_CODES),
  allowed: optional(z.array(string()).check(describe('What would be known there: options, or names of fields.'))),
  message: string(),
})
const codes = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]
export const Problem = strictObject({
  type: z.enum(codes.map(problemType)).check(describe('Stable: branch on this.')),
  title: string(),
  status: z.union([...new Set(Object.values(PROBLEMS))].toSorted().map((status) => z.literal(status))),
  detail: string(),
  errors: optional(z.array(FieldError).check(z.minLength(1))),
})

/** Of the gateway itself, before a function of ours is asked. */
export const GatewayMessage = strictObject({ message: string() })

/** Which edition is the newest; its paths are beside this one. */
export const LatestEdition = strictObject({
  event: string(),
  edition: string().check(z.regex(EDITION)),
  asOf: z.iso.datetime(),
  path: string(),
  dataPackage: string(),
  checksums: strictObject({ path: string(), sha256: string().check(z.regex(/^[0-9a-f]{64}$/)) }),
})

/** Of this very document only as much as says what it is. */
export const ApiDocument = strictObject({
  openapi: string().check(z.regex(/^3\.1\.\d+$/)),
  info: z.looseObject({ title: string(), version: string() }),
  servers: z.array(z.looseObject({ url: string() })),
  tags: z.array(z.looseObject({ name: string() })),
  paths: z.record(string(), z.looseObject({})),
  components: z.looseObject({}),
})
