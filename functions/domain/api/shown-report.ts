import * as z from 'zod/mini'
import { CallTime } from '../call-time.ts'
import { CallerIdNormal } from '../caller-id.ts'
import {
  AGE_BANDS,
  CALL_KINDS,
  ELECTIONS,
  POLL_ASKED_BY,
  POLL_HOW,
  POLL_PREFERENCE,
  POLL_RECEIVED,
  DOORS,
} from '../choices.ts'
import { REPORT_ID } from '../ids.ts'
import { LEVELS } from '../matching/match-weights.ts'
import { Told, Words } from '../message.ts'
import { NormalForm } from '../normal-form.ts'
import { Match, Placement } from '../partition.ts'
import { RidingNormal } from '../ridings/riding-normal.ts'
import { SCRIPT_ID } from '../stats-query.ts'

const { describe, optional, string } = z

export const ReportId = string().check(z.regex(REPORT_ID))
export const Receipt = string().check(
  z.regex(/^r\d+\./),
  describe('Opens, amends and withdraws the report. Kept by nobody else.'),
)

const id = ReportId
const bits = z.number().check(describe('log2 of how often one call agrees so over how often two do.'))
const parts = z.partialRecord(z.enum([...Object.keys(LEVELS), 'callTime', 'sameCampaign']), bits)
const ShownMatch = z.extend(Match, { with: ReportId, weight: bits, parts })

const { call, earlierPoll, words: _, ageBand: __, ...rest } = Told.shape
const poll = z.extend(earlierPoll.def.innerType, {
  received: optional(z.enum(POLL_RECEIVED)),
  how: optional(z.enum(POLL_HOW)),
  askedBy: optional(z.enum(POLL_ASKED_BY)),
  preference: optional(z.enum(POLL_PREFERENCE)),
})

const told = {
  status: z
    .enum(['counted', 'merged'])
    .check(describe('merged: into the complaint of another report of the same reporter.')),
  ...z.partial(Placement).shape,
  match: optional(ShownMatch),
  possibleMatch: optional(ShownMatch),
  receivedAt: z.iso.datetime(),
  overLimit: optional(
    z.boolean().check(describe('One reporter’s fifty first are complaints; more count as reports only.')),
  ),
  call: z.strictObject({ ...call.shape, kind: z.enum(CALL_KINDS), election: z.enum(ELECTIONS), ...Words.shape }),
  ...rest,
  door: z.enum(DOORS),
  reporter: z.strictObject({
    lineKnown: z.boolean(),
    ageBand: optional(z.enum(AGE_BANDS)),
    earlierPoll: optional(poll),
  }),
  normal: optional(NormalForm),
}

/** Alone it is shown with the script that it belongs to, as far as it is grouped. */
const CountedReport = z.strictObject({ id, ...told, scriptId: z.nullable(string().check(z.regex(SCRIPT_ID))) })
const AcceptedReport = z.strictObject({ id, status: z.literal('accepted') })
const WithdrawnReport = z.strictObject({ id, status: z.literal('withdrawn') })

const opened = { id, receipt: Receipt }
const OpenedReport = z.strictObject({ ...opened, ...told })

/** A report as its reporter sees it, and what that is made of. */
export const SHOWN_REPORTS = {
  ShownReport: z.union([CountedReport, AcceptedReport, WithdrawnReport]),
  CountedReport,
  AcceptedReport,
  WithdrawnReport,
  HeldReports: z.strictObject({
    reports: z.array(OpenedReport),
    more: optional(z.array(z.strictObject(opened)).check(describe('Those that one answer has no room for.'))),
  }),
  OpenedReport,
  Match: ShownMatch,
  NormalForm,
  CallerId: CallerIdNormal,
  CallTime,
  ToldRiding: RidingNormal,
}
