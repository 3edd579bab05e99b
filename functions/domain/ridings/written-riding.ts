import { plainText } from '../plain-text.ts'
import { wordsIn, wordsOf } from './name-words.ts'
import { type PostalCode, takePostalCode } from './postal-code.ts'
import { type Province, provinceNamed, withoutProvince } from './provinces.ts'

/** What a text says of a riding, before any is looked up. */
export type WrittenRiding = {
  /** Of an OCD division id, which says its own order. */
  id?: string
  /** Five digits. */
  number?: string
  /** More than one. */
  hasNumbers: boolean
  postalCode?: PostalCode
  /** All words, for names that hold the name of a province. */
  words: string[]
  /** The words without a province and without "riding of" or "I live in", in each way to take them; and in the shortest. */
  names: string[][]
  name: string[]
  province?: Province
}

// Of a longer text no part is a name.
const MAX_READ = 1000
// As words it would be a direction.
const NOVA_SCOTIA = /(?<!\p{L})N\. ?-? ?É\.?(?!\p{L})|(?<!\p{L})N-É(?!\p{L})/gu
const DIVISION_ID = /ocd-division\/country:ca\/ed:\d{5}(?:-20[12]3)?(?![\d-])/
const NUMBER = /(?<![\d-])\d{5}(?![\d-])/g
// "circonscription d'Ahuntsic", "ma circonscription est Ahuntsic": neither belongs to the name.
const LINKED = /\b(circonscription|comte|division|federale|electorale|riding|district) (?:d'|est )/g

const HEADS = wordSet('riding ridings district constituency circonscription division comte ed fed federal federale electoral electorale') // prettier-ignore
// No name begins with one of these; what may follow them, some names begin with.
const LEADS = wordSet('i im we my our the number no numero code je jhabite habite vis vote ma mon notre dans in of at')
const FOLLOWING = wordSet(
  'live vote voted am in at is was the our my of for a suis habite dans ma mon la le les de du des nom name number',
)

function wordSet(words: string): Set<string> {
  return new Set(words.split(' '))
}

export function readWrittenRiding(text: string): WrittenRiding {
  const { postalCode, rest } = takePostalCode(novaScotia(text.slice(0, MAX_READ).normalize('NFKC')))
  const plain = plainText(rest).replace(LINKED, '$1 ')
  const id = DIVISION_ID.exec(plain)?.[0]
  const numbers = new Set(id ? [] : (plain.match(NUMBER) ?? []))
  const [number] = numbers
  const all = wordsIn(id || number ? plain.replace(id ?? number!, ' ') : plain)
  const words = all.at(-1) === 'canada' ? all.slice(0, -1) : all
  const whole = provinceNamed(words)
  const placed = whole ? { words: [], province: whole } : withoutProvince(words, provinceBefore(rest))
  const names = withoutLead(placed.words)
  return {
    ...(id ? { id } : {}),
    ...(number ? { number } : {}),
    hasNumbers: numbers.size > 1,
    ...(postalCode ? { postalCode } : {}),
    words,
    names,
    name: names.at(-1)!,
    ...(placed.province ? { province: placed.province } : {}),
  }
}

// "Ontario: Guelph", "BC - Kelowna"; not "Ontario Street" and not "on the island".
const BEFORE = /^\s*([^,:/()—–-]{4,}|[A-Z.]{2,6})\s*(?:[,:/()]|\s[-–—]\s)/u

/** How many words at the beginning name a province, set apart from what follows. */
function provinceBefore(text: string): number {
  const before = BEFORE.exec(text)?.[1]
  const words = before === undefined ? [] : wordsOf(before)
  return provinceNamed(words) ? words.length : 0
}

function novaScotia(text: string): string {
  return text.includes('É') ? text.replace(NOVA_SCOTIA, 'Nova Scotia') : text
}

/** Without "riding", and without what leads up to a name: the longest reading first, since names may begin with articles. */
function withoutLead(words: string[]): string[][] {
  const isLed = HEADS.has(words[0] ?? '') || LEADS.has(words[0] ?? '')
  const isLead = (word: string) => HEADS.has(word) || LEADS.has(word) || FOLLOWING.has(word)
  const first = isLed ? words.findIndex((word) => !isLead(word)) : 0
  if (first < 0) return [[]]
  const readings = Array.from({ length: first + 1 }, (_, from) => words.slice(from))
  return [...readings, words.slice(first).filter((word) => !HEADS.has(word))]
}
