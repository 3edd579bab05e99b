import { areExplained, nearPart, type NearRiding, nearWhole, relatedRidings } from './near-names.ts'
import { type Province, provinceNamed } from './provinces.ts'
import { orderOfDay, type RepresentationOrder, type Riding, ridingById, ridingByNumber, ridingsOf } from './riding.ts'
import { provinceOfPlace } from './places.ts'
import { type RidingIndex, ridingIndex, type RidingName, sortedKey } from './riding-index.ts'
import type { RidingNormal } from './riding-normal.ts'
import { readWrittenRiding, type WrittenRiding } from './written-riding.ts'

/** Where to look: the order itself, or a day (YYYY-MM-DD, or YYYY-MM) whose vote decides it; and the province, where it is known. */
export type Where = ({ order: RepresentationOrder } | { date: string }) & { province?: Province | undefined }

const MOST_CANDIDATES = 10

type Search = {
  order: RepresentationOrder
  written: WrittenRiding
  /** Known beside the name: from the caller or by the postal code. */
  known: Province[]
}

/**
 * Which riding a text means: by number, by official name in English or French, by an older or newer name of the same seat, by a
 * name but for slips of the keyboard, or by a part of a name that no other riding has. Never a guess: where two are plausible none
 * is chosen, and `candidates` says between which. Any text gives an answer.
 */
export function resolveRiding(text: string, where: Where): RidingNormal {
  const written = readWrittenRiding(text)
  const order = 'order' in where ? where.order : orderOfDay(where.date)
  const known = [where.province, written.postalCode?.province].filter((province) => province !== undefined)
  const search: Search = { order, written, known }
  const normal = byNumber(search) ?? byName(search) ?? byProvince(search) ?? byLikeness(search)
  return written.postalCode && !normal.id ? { ...normal, note: 'no-postal-table' } : normal
}

/** All provinces that are said: a riding must lie in each of them. */
function placesOf({ written, known }: Search): Province[] {
  return written.province ? [...known, written.province] : known
}

function isIn(riding: Riding, places: Province[]): boolean {
  return places.every((place) => place === riding.province)
}

/** A number says the riding; a name or a province beside it must say the same. */
function byNumber(search: Search): RidingNormal | undefined {
  const { order, written } = search
  const { id, number, name } = written
  if (!id && !number) return undefined
  const riding = id ? ridingById(id) : ridingByNumber(number!, order)
  const named = name.length > 0 ? (byName(search) ?? byLikeness(search)) : undefined
  if (!riding) return open(order, 'none', named?.id ? [ridingById(named.id)!] : [])
  const meant = named && (named.id ? [named.id] : named.candidates)
  const isOther = meant !== undefined && meant.length > 0 && !meant.includes(riding.id)
  const isDoubtful = isOther || written.hasNumbers || !isIn(riding, placesOf(search))
  return isDoubtful ? open(order, 'number', [riding]) : found(riding, 'number', 1)
}

/** By all the words as they stand, or by those that are left without "riding of" and a province. */
function byName(search: Search): RidingNormal | undefined {
  const { order, written, known } = search
  const readings = [
    { words: written.words, places: known },
    ...written.names.map((words) => ({ words, places: placesOf(search) })),
  ]
  for (const { words, places } of readings) {
    const made = namesMade(words, order)
    if (!made) continue
    const { method, confidence } = made
    const ridings = [...new Set(made.names.map(({ riding }) => riding))]
    const [riding, ...others] = ridings.filter((each) => isIn(each, places))
    if (!riding) return elsewhere(ridings, places, method)
    if (others.length > 0) return open(order, method, [riding, ...others], sharedProvince([riding, ...others]))
    const namesakes = method === 'name' && places.length === 0 ? namesakesOf(riding) : undefined
    if (namesakes) return open(order, method, [riding, ...namesakes], sharedProvince([riding, ...namesakes]))
    return found(riding, method, confidence)
  }
  return undefined
}

/** A name said with a province where its riding is not: another riding that it is used for there, or a contradiction. */
function elsewhere([riding, ...others]: Riding[], places: Province[], method: RidingNormal['method']): RidingNormal {
  const { order } = riding!
  const namesakes = (namesakesOf(riding!) ?? []).filter((each) => isIn(each, places))
  return namesakes.length > 0 ? open(order, method, namesakes, places[0]) : open(order, method, [riding!, ...others])
}

type Made = { names: RidingName[]; method: RidingNormal['method']; confidence: number }

function namesMade(words: string[], order: RepresentationOrder): Made | undefined {
  const { byKey, byWords } = ridingIndex(order)
  const names = byKey.get(words.join(''))
  if (names?.every(({ isAlias }) => isAlias)) return { names, method: 'alias', confidence: 0.97 }
  if (names) return { names, method: 'name', confidence: 1 }
  const reordered = words.length > 1 ? byWords.get(sortedKey(words)) : undefined
  return reordered && { names: reordered, method: 'close', confidence: 0.95 }
}

/** The ridings that two official names are also used for: Saint John and St. John's in French; "Québec" is also a province. */
function namesakesOf({ name, order }: Riding): Riding[] | undefined {
  if (name.en === 'Québec') return []
  if (name.en !== 'Saint-Jean') return undefined
  return ridingsOf(order).filter((riding) => /^(Saint John|St\. John's)/.test(riding.name.en))
}

/** A province and no more, said by name or by postal code. Each of the three territories is one riding. */
function byProvince(search: Search): RidingNormal | undefined {
  const { order, written } = search
  const [said, ...others] = new Set(placesOf(search))
  // It may be said twice: "Northwest Territories (NT)".
  if (!said || (written.name.length > 0 && provinceNamed(written.name) !== said)) return undefined
  if (others.length > 0) return open(order, 'none', [])
  const ridings = ridingsOf(order).filter(({ province }) => province === said)
  if (ridings.length === 1) return found(ridings[0]!, written.province ? 'alias' : 'postal', 0.95)
  return open(order, written.postalCode ? 'postal' : 'none', [], said)
}

/** By a name but for slips of the keyboard, or by a part of one. */
function byLikeness(search: Search): RidingNormal {
  const { order, written, known } = search
  const index = ridingIndex(order)
  const places = placesOf(search)
  // With what was taken for a province, for "Fort Saskatchewan".
  const whole = written.province ? nearIn(written.words, known, index).filter(isExactOrWhole) : []
  const near = whole.length === 1 ? whole : nearIn(written.name, places, index)
  const [best, rival] = near
  if (best && isPlainlyBetter(best, rival)) return found(best.riding, 'close', confidenceIn(best, written.name))
  const related = best ? near.map(({ riding }) => riding) : relatedRidings(written.name, index)
  const inPlace = related.filter((riding) => isIn(riding, places))
  const around = provinceOfPlace(written.name)
  const isAllExplained = best !== undefined || areExplained(written.name, index)
  const said = [...places, ...(around ? [around] : [])]
  const province = said.length > 0 ? only(said) : isAllExplained ? sharedProvince(inPlace) : undefined
  return open(order, inPlace.length > 0 ? 'close' : written.postalCode ? 'postal' : 'none', inPlace, province)
}

function nearIn(words: string[], places: Province[], index: RidingIndex): NearRiding[] {
  const whole = nearWhole(words, index)
  const near = whole.length > 0 ? whole : nearPart(words, index, places.length > 0)
  return near.filter(({ riding }) => isIn(riding, places))
}

function isExactOrWhole({ slips, isWhole }: NearRiding): boolean {
  return isWhole || slips === 0
}

// Beside a name one slip away, another one two slips away is not meant; beside one two slips away, one three away may be.
function isPlainlyBetter(best: NearRiding, rival: NearRiding | undefined): boolean {
  return !rival || (best.isWhole && rival.slips - best.slips >= best.slips)
}

function confidenceIn({ slips, isWhole }: NearRiding, words: string[]): number {
  const share = (1.5 * slips) / words.join('').length
  return Math.round((isWhole ? 1 : 0.9) * (1 - share) * 100) / 100
}

function sharedProvince(ridings: Riding[]): Province | undefined {
  return only(ridings.map(({ province }) => province))
}

/** The one that all of them are. */
function only(provinces: Province[]): Province | undefined {
  const [province, ...others] = new Set(provinces)
  return others.length === 0 ? province : undefined
}

function found({ id, order, province }: Riding, method: RidingNormal['method'], confidence: number): RidingNormal {
  return { id, order, method, confidence, province, candidates: [] }
}

function open(
  order: RepresentationOrder,
  method: RidingNormal['method'],
  candidates: Riding[],
  province?: Province,
): RidingNormal {
  const ids = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => id)
  return { order, method, confidence: 0, ...(province ? { province } : {}), candidates: ids }
}
