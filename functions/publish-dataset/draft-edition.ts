import { ConflictError } from '../adapters/conflict.ts'
import type { CubeCounts } from '../adapters/cube-counts.ts'
import { editionFiles } from '../adapters/edition-files.ts'
import type { EditionStore, ReadState } from '../adapters/edition-store.ts'
import type { Bilingual } from '../domain/dataset/table.ts'
import { editionOf, type LoggedEdition } from '../domain/editions/edition-of.ts'
import { type Draft, hasMoved, type Kept } from '../domain/editions/edition-state.ts'
import { exactCubeOf } from '../domain/editions/exact-cube-of.ts'
import { audit } from '../domain/protection/audit.ts'
import { type Keyed, protect } from '../domain/protection/protect.ts'
import { RULE } from '../domain/protection/rule.ts'

export type DraftPorts = {
  readCounts: () => Promise<CubeCounts>
  editions: EditionStore
  readKeyed: () => Promise<Keyed>
  now: () => Date
  about: { event: string; isInvented: boolean; baseUrl: string | undefined }
}

/** What was about to be published gives numbers away: publish nothing, and mend the protection. */
export class LeakError extends Error {
  override name = 'LeakError' as const
}

type Asked = { asOf: string; reason: Bilingual | undefined }
type Written = Pick<Draft, 'edition' | 'number' | 'asOf'>

/** Writes what is counted as a draft, protected; nothing when no number that is shown would be another. */
export async function draftEdition(
  asked: Asked,
  { at: { state }, ports }: { at: ReadState; ports: DraftPorts },
): Promise<Written | undefined> {
  const asOf = toTheMinute(asked.asOf)
  const { published } = state
  if (published && asOf < published.asOf && !asked.reason) return undefined
  const [counted, keyed] = [await ports.readCounts(), await ports.readKeyed()]
  const before = published && (await ports.editions.readKept(published.edition))
  const { event } = ports.about
  const number = (published?.number ?? 0) + 1
  const log = before?.log ?? []
  const isEnough = (what: string, reporters: number) => reporters >= enoughOf(what, event, keyed)
  const isRemembered = (cell: string) => before?.memory?.cells[cell] !== undefined
  const { exact, listed } = exactCubeOf(counted, { event, edition: number, asOf, changes: [], isEnough, before: before?.listed, isRemembered }) // prettier-ignore
  const { cube, memory } = protect(exact, { keyed, ...(before?.memory ? { previous: before.memory } : {}) })
  const leaks = audit(cube).length
  if (leaks > 0) throw new LeakError(`${leaks} numbers could be found`)
  if (before?.memory && !asked.reason && !hasMoved(before.memory, memory)) return undefined

  const reason = asked.reason ?? (before ? FURTHER : FIRST)
  const names = namesOn(asOf.slice(0, 10)).filter((name) => log.every((one) => one.edition !== name))
  const edition = await firstFree(names, async (name) => {
    const logged: LoggedEdition[] = [...log, { edition: name, number, asOf, reason }]
    const files = editionFiles(editionOf(cube, { name, log: logged, ...ports.about }))
    const kept: Kept = { v: 2, memory, listed, log: logged }
    await ports.editions.writeDraft(name, { files, kept })
  })
  return { edition, number, asOf }
}

const FIRST: Bilingual = { en: 'The first edition.', fr: 'La première édition.' }
const FURTHER: Bilingual = { en: 'What was counted since.', fr: 'Ce qui a été compté depuis.' }

/** Not the same for every day, and known to nobody: who reports calls of a day until it is listed learns little of who else did. */
function enoughOf(what: string, event: string, keyed: Keyed): number {
  return RULE.shownFrom + (keyed('listed', event, what)[0]! % RULE.shownFrom)
}

/** A minute says when enough, and is written the same by everyone who writes it. */
function toTheMinute(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 16)}:00Z`
}

const MOST_A_DAY = 100

function namesOn(day: string): string[] {
  return Array.from({ length: MOST_A_DAY }, (_, n) => `${day}.${n + 1}`)
}

/** A name that another draft has had stays that one's. */
async function firstFree([name = '', ...others]: string[], write: (name: string) => Promise<void>): Promise<string> {
  try {
    await write(name)
    return name
  } catch (error) {
    if (!(error instanceof ConflictError) || others.length === 0) throw error
    return await firstFree(others, write)
  }
}
