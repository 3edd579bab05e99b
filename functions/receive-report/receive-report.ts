import type { Drafts } from '../adapters/drafts.ts'
import type { GuardTable, Stamp } from '../adapters/guard-table.ts'
import { keyed, type Keys } from '../adapters/keys.ts'
import { lineToken } from '../adapters/line-tokens.ts'
import { issueReceipt } from '../adapters/receipts.ts'
import type { ReportClaim } from '../adapters/report-claim.ts'
import { keyedReportId } from '../adapters/report-ids.ts'
import type { ReportQueue } from '../adapters/report-queue.ts'
import { sourceMarker } from '../adapters/source-markers.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { ClaimedDoor } from '../domain/claimed-door.ts'
import type { ReportMessage } from '../domain/message.ts'
import { ownLine } from '../domain/own-line.ts'
import { readReport } from '../domain/read-report.ts'
import type { ReportForm } from '../domain/report-form.ts'
import type { Sent } from '../domain/sent-form.ts'
import { tell } from '../domain/tell.ts'

export type Ports = {
  event: string
  keys: Keys
  guards: Pick<GuardTable, 'admit'>
  drafts: Pick<Drafts, 'rewrite' | 'erase'>
  queue: Pick<ReportQueue, 'send'>
  now: () => Date
  newReportId: () => string
  newMessageId: () => string
}

/** A change that the queue has: which report, and what opens it from now on; nothing opens a withdrawn one. */
export type Kept = { id: string; receipt?: string }

/** A new report. The same body under the same key is the same report, however often it comes. `source` is the address it comes from. */
export async function postReport(sent: Sent & { source?: string; door?: ClaimedDoor }, ports: Ports): Promise<Kept> {
  const { input, errors, idempotencyKey, door = 'web' } = sent
  const now = ports.now()
  const form = readReport(input, now, errors)
  // Through another door it would be another message, which the same key must not send.
  const body = idempotencyKey ? canonicalJson(door === 'web' ? input : { door, input }) : ''
  const id = idempotencyKey ? keyedReportId(ports.keys, idempotencyKey, body) : ports.newReportId()
  const line = form.reporter.phone ?? undefined
  const told = { ...tell(form, line ? [ownLine(line)] : [], now.toISOString()), door }
  // All rows of a list come from one address, and each is a case that somebody wrote down: none is a copy.
  const source = door === 'import' ? undefined : sent.source
  const change: Change = { type: 'report.posted', id, rank: 0, line: reporterToken(form, ports.keys) ?? null, told }
  await keep(change, { now, body, idempotencyKey, source }, ports)
  return { id, receipt: issueReceipt(ports.keys, id, line) }
}

/** Replaces what a report tells. Without a phone the line stays as it was; the receipt knows enough of it to clear the text. */
export async function amendReport(claim: ReportClaim, sent: Sent, ports: Ports): Promise<Kept> {
  const { id } = claim
  const now = ports.now()
  const form = readReport(sent.input, now, sent.errors)
  const { phone } = form.reporter
  const told = tell(form, [claim.line, ...(phone ? [ownLine(phone)] : [])], now.toISOString())
  const change: Change = { type: 'report.amended', id, rank: 1, line: reporterToken(form, ports.keys), told }
  await keep(change, { now, body: canonicalJson(sent.input), idempotencyKey: sent.idempotencyKey }, ports)
  return { id, receipt: phone === undefined ? claim.receipt : issueReceipt(ports.keys, id, phone ?? undefined) }
}

/** Takes a report back, for good. */
export async function withdrawReport(
  { id }: ReportClaim,
  idempotencyKey: string | undefined,
  ports: Ports,
): Promise<Kept> {
  await keep({ type: 'report.withdrawn', id, rank: 2 }, { now: ports.now(), body: '', idempotencyKey }, ports)
  return { id }
}

/** Whose line: a token, null for nobody's (a child's is not kept), undefined when it was not said. */
function reporterToken({ reporter }: ReportForm, keys: Keys): string | null | undefined {
  if (reporter.ageBand === 'under-14') return null
  return reporter.phone && lineToken(keys, reporter.phone)
}

type Change = Pick<ReportMessage, 'type' | 'id' | 'rank' | 'line' | 'told'>
type Request = { now: Date; body: string; idempotencyKey: string | undefined; source?: string | undefined }

// Guard, then draft, then send: when the send fails, the same request again sends the same message. A replay always sends again, since
// nobody here knows whether the first one arrived; only merge-report deduplicates. The draft comes before the send: what a text adds
// later is then added to this change, even if it was never acknowledged, and no words outlive a withdrawal that the queue has.
async function keep(change: Change, { now, body, idempotencyKey, source }: Request, ports: Ports): Promise<void> {
  const fresh = { acceptedAt: now.toISOString(), messageId: ports.newMessageId() }
  const scope = change.rank === 0 ? change.type : `${change.type} ${change.id}`
  const stamp =
    idempotencyKey === undefined
      ? fresh
      : await ports.guards.admit({
          guardId: keyed(ports.keys.guards, 'key', scope, idempotencyKey).toString('base64url'),
          bodyHash: keyed(ports.keys.guards, 'body', body).toString('base64url'),
          stamp: fresh,
        })
  await changeDraft(change, stamp, ports)
  const isNobodys = source !== undefined && change.line === null
  // By the day of the stamp: a replay after midnight is still the same message.
  const marker = isNobodys ? sourceMarker(ports.keys, { ...stamp, source, told: change.told }) : undefined
  await ports.queue.send({ v: 1, event: ports.event, ...change, ...stamp, ...(marker ? { marker } : {}) })
}

/** What texts may still add to follows each change; a replay, which goes on under its first stamp, changes nothing back. */
async function changeDraft({ type, id, told }: Change, { acceptedAt }: Stamp, { drafts }: Ports): Promise<void> {
  if (type === 'report.withdrawn') await drafts.erase(id)
  else if (type === 'report.amended' && told) await drafts.rewrite(id, { told, acceptedAt })
}
