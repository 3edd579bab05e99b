import * as z from 'zod/mini'
import { PUBLIC_NOTES } from '../published/describe-published.ts'
import { PROVINCES } from '../ridings/provinces.ts'
import type { StatsTable } from '../stats-query.ts'
import { NOTES } from '../stats/describe-table.ts'

const { describe, literal, optional, strictObject, string } = z

const said = {
  event: string().check(describe('The election that this deployment serves.')),
  freshness: string(),
  invented: optional(literal(true).check(describe('The data are made up.'))),
  counts: string(),
}
const bilingual = strictObject({ en: string(), fr: string() })
const limits = strictObject({ provinces: z.array(z.enum(PROVINCES)), ridings: z.array(string()) })

const rule = strictObject({
  version: z.int(),
  base: z.int().check(describe('Counts are multiples of this.')),
  reach: z.int(),
  shownFrom: z.int(),
  redrawn: z
    .array(z.number())
    .check(
      describe(
        'How likely what is shown of a cell is drawn anew, by how many reporters more or less are in it: none, one, two…',
      ),
    ),
  zerosSuppressed: z.number(),
  listedWhenShown: z.array(string()),
})

/** What a published table says of itself. */
export function publicMeta(table: StatsTable): z.ZodMiniType {
  return strictObject({
    ...said,
    edition: string().check(describe('The day and which edition of that day.')),
    asOf: z.iso.datetime(),
    protection: strictObject({ rule: bilingual, parameters: rule }),
    values: string(),
    definitions: strictObject({ version: string(), codeBook: bilingual }),
    changes: string().check(describe('Where the editions and their reasons are listed.')),
    licence: literal('CC-BY-4.0'),
    ...notesLike(PUBLIC_NOTES[table]),
  })
}

/** What exact counts for one analyst say of themselves. */
export function exactMeta(table: StatsTable): z.ZodMiniType {
  return strictObject({
    ...said,
    asOf: z.nullable(z.iso.datetime()).check(describe('When the counts last changed; null while there are none.')),
    protection: literal('none'),
    licence: z.null(),
    use: string(),
    limits: optional(limits),
    ...notesLike(NOTES[table]),
  })
}

function notesLike(notes: object = {}): Record<string, z.ZodMiniType> {
  return Object.fromEntries(Object.entries(notes).map(([name, note]) => [name, noteLike(note)]))
}

/** Texts, in one language or by language. */
function noteLike(note: unknown): z.ZodMiniType {
  return typeof note === 'object' && note !== null ? strictObject(notesLike(note)) : string()
}
