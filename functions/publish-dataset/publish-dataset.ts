import { retryConflicts } from '../adapters/conflict.ts'
import type { ReadState } from '../adapters/edition-store.ts'
import { readEdition } from '../adapters/read-edition.ts'
import type { Bilingual } from '../domain/dataset/table.ts'
import { sayDifferences, sayFirst } from '../domain/dataset/say-differences.ts'
import type { Draft, EditionState } from '../domain/editions/edition-state.ts'
import { type DraftPorts, draftEdition } from './draft-edition.ts'
import type { PublishRequest } from './publish-request.ts'

export type Ports = DraftPorts & {
  /** How long a draft may be looked at before everyone may read it. */
  reviewMillis: number
}

export type Published = {
  /**
   * `waiting`: a draft can be looked at; `current`: no number moved since the latest edition, so that there is no draft; `none`: no draft
   * waits, and whether a number moved was not looked at.
   */
  outcome: 'waiting' | 'current' | 'none'
  /** The edition that everyone is pointed to. */
  latest: string | null
  /** Made public by this call. */
  released: string | null
  /** The draft that this call wrote; one that waits beside it is older. */
  written: string | null
  draft: (Omit<Draft, 'isApproved'> & { reason: Bilingual | null }) | null
  /** Of the draft to the latest, for who has to approve it. */
  differences: string
}

/** There is no such draft: look at what waits, and name that. */
export class NoSuchDraftError extends Error {
  override name = 'NoSuchDraftError' as const
}

/** Another draft waits, so that there will be none for the reason that is given: approve or discard that one first. */
export class WaitingDraftError extends Error {
  override name = 'WaitingDraftError' as const
}

/**
 * Does what is due: makes public what was approved or waited long enough, then, unless one waits, writes the next draft. Each step can be
 * cut and is finished by the next call.
 */
export async function publishDataset(request: PublishRequest, ports: Ports): Promise<Published> {
  return await retryConflicts(async () => await publishOnce(request, ports))
}

async function publishOnce(request: PublishRequest, ports: Ports): Promise<Published> {
  const { editions } = ports
  let released = await finishRelease(ports)
  if (request.discard) await discard(request.discard, ports)
  if (await approveWhatIsDue(request, { ...ports, released })) released = await finishRelease(ports)
  const at = await editions.readState()
  const isLooked = !(request.approve ?? request.discard)
  if (at.state.draft) await refuseOtherReason(request, at.state.draft, editions)
  const written = isLooked && !at.state.draft ? await writeDraft(request, { at, ports }) : null
  const said = await describe((await editions.readState()).state, editions)
  return { ...said, outcome: said.draft ? 'waiting' : isLooked ? 'current' : 'none', released, written }
}

async function writeDraft(
  { asOf, reason }: PublishRequest,
  { at, ports }: { at: ReadState; ports: Ports },
): Promise<string | null> {
  const draft = await draftEdition({ asOf: asOf ?? ports.now().toISOString(), reason }, { at, ports })
  if (!draft) return null
  const releaseAt = new Date(ports.now().getTime() + ports.reviewMillis).toISOString()
  await ports.editions.writeState({ ...at.state, draft: { ...draft, releaseAt, isApproved: false } }, at)
  return draft.edition
}

/** A call whose answer was lost can be sent again: the draft that it wrote has its reason. */
async function refuseOtherReason(
  { reason }: PublishRequest,
  { edition }: Draft,
  editions: Ports['editions'],
): Promise<void> {
  if (!reason) return
  const { change } = readEdition(await editions.readFiles(edition, 'drafts')).meta
  if (change?.en === reason.en && change.fr === reason.fr) return
  throw new WaitingDraftError(`the draft ${edition} waits, without this reason: approve or discard it first`)
}

/** From here on nothing holds the draft back. */
async function approveWhatIsDue(
  { approve }: PublishRequest,
  { editions, now, released }: Ports & { released: string | null },
): Promise<boolean> {
  const at = await editions.readState()
  const { draft, published } = at.state
  // Approved by a call whose answer was lost.
  if (approve && [released, published?.edition].includes(approve)) return false
  if (approve && draft?.edition !== approve) throw new NoSuchDraftError(`no draft ${approve} waits`)
  if (!draft || !(approve || draft.releaseAt <= now().toISOString())) return false
  await editions.writeState({ ...at.state, draft: { ...draft, isApproved: true } }, at)
  return true
}

/** Copies an approved draft to the public, and forgets what was kept of the edition before. */
async function finishRelease({ editions }: Ports): Promise<string | null> {
  const at = await editions.readState()
  const { draft, published } = at.state
  if (!draft?.isApproved) return null
  await editions.release(draft.edition)
  if (published) await editions.forget(published.edition)
  const { edition, number, asOf } = draft
  await editions.writeState({ v: 1, published: { edition, number, asOf } }, at)
  return edition
}

async function discard(edition: string, { editions }: Ports): Promise<void> {
  const at: ReadState = await editions.readState()
  const { draft, ...rest } = at.state
  if (draft?.edition !== edition) throw new NoSuchDraftError(`no draft ${edition} waits`)
  await editions.writeState(rest, at)
  await editions.forget(edition)
}

type Described = Pick<Published, 'latest' | 'draft' | 'differences'>

async function describe({ published, draft }: EditionState, editions: Ports['editions']): Promise<Described> {
  const latest = published?.edition ?? null
  if (!draft) return { latest, draft: null, differences: '' }
  const { isApproved: _, ...shown } = draft
  const after = readEdition(await editions.readFiles(draft.edition, 'drafts'))
  const before = published && readEdition(await editions.readFiles(published.edition, 'editions'))
  return {
    latest,
    draft: { ...shown, reason: after.meta.change ?? null },
    differences: before ? sayDifferences(before, after) : sayFirst(after),
  }
}
