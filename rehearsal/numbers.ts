import type { Random } from './random.ts'

// Only NXX-555-0100 to 0199 is fictional, so an area code has a hundred numbers. Callers use those that end in two of
// 7, 8 and 9 (one digit off or two swapped is then still a caller), reporters' lines the other 91: none is ever both.
const CALLER_ENDINGS = ['77', '78', '79', '87', '88', '89', '97', '98', '99']
const ENDINGS = Array.from({ length: 100 }, (_, i) => `${i}`.padStart(2, '0'))
const LINE_ENDINGS = ENDINGS.filter((ending) => !CALLER_ENDINGS.includes(ending))

const AREA_CODES_BY_PROVINCE: Record<string, string> = {
  AB: '368 403 587 780 825', BC: '236 250 257 604 672 778', MB: '204 431 584', NB: '428 506', NL: '709 879', NS: '782 902',
  NT: '867', ON: '226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 905 942', PE: '782 902',
  QC: '263 354 367 418 438 450 468 514 579 581 819 873', SK: '306 474 639', YT: '867',
} // prettier-ignore

export const AREA_CODES = [...new Set(Object.values(AREA_CODES_BY_PROVINCE).join(' ').split(' '))].toSorted()

/** Every line a reporter can have, in E.164. */
export const LINES = AREA_CODES.flatMap((code) => LINE_ENDINGS.map((ending) => `+1${code}55501${ending}`))
export const TOLL_FREE = ['800', '833', '844', '855', '866', '877', '888'].flatMap((code) =>
  ['177', '178', '188', '199'].map((ending) => `+1${code}5550${ending}`),
)

const LINES_BY_PROVINCE = new Map(
  Object.entries(AREA_CODES_BY_PROVINCE).map(([province, codes]) => [province, codes.split(' ').flatMap(linesIn)]),
)

/** Indexes into `LINES` of the lines in a province's area codes. */
export function linesOf(province: string): readonly number[] {
  return LINES_BY_PROVINCE.get(province) ?? []
}

function linesIn(code: string): number[] {
  const first = AREA_CODES.indexOf(code) * LINE_ENDINGS.length
  return LINE_ENDINGS.map((_, i) => first + i)
}

export function newCaller(random: Random): string {
  return `+1${random.pick(AREA_CODES)}55501${random.pick(CALLER_ENDINGS)}`
}

/** The caller's number as someone remembers it who has its last digit wrong. */
export function oneDigitOff(caller: string, random: Random): string {
  return caller.slice(0, -1) + random.pick(['7', '8', '9'].filter((digit) => digit !== caller.at(-1)))
}

/** … who has its last two digits the wrong way round; undefined when both are the same. */
export function swapped(caller: string): string | undefined {
  return caller.at(-1) === caller.at(-2) ? undefined : caller.slice(0, -2) + caller.at(-1) + caller.at(-2)
}

/** … who has forgotten its end: no number any more. */
export function partOf(caller: string, random: Random): string {
  const [code, exchange] = parts(caller)
  return random.pick([`${code} ${exchange}`, `${code}-${exchange}-01..`, `(${code}) ${exchange}-????`, `${code} 5`])
}

/** How a number is spelled; each takes E.164. The first five are what people and displays mostly write. */
export const SPELLINGS = {
  national: (e164: string) => parts(e164, '(%) %-%'),
  dashed: (e164: string) => parts(e164, '%-%-%'),
  dotted: (e164: string) => parts(e164, '%.%.%'),
  bare: (e164: string) => parts(e164, '%%%'),
  prefixed: (e164: string) => parts(e164, '1-%-%-%'),
  e164: (e164: string) => e164,
  international: (e164: string) => parts(e164, '+1 % % %'),
  spacedDigits: (e164: string) => e164.slice(2).split('').join(' '),
  fullWidth: (e164: string) => e164.slice(2).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
} satisfies Record<string, (e164: string) => string>

const ALL = Object.values(SPELLINGS)
const { national, dashed, dotted, bare, prefixed, international } = SPELLINGS
const USUAL = [national, dashed, dotted, bare, prefixed, international]

/** The number as one person would type it. */
export function typed(e164: string, random: Random): string {
  return random.pick(USUAL)(e164)
}

/** The number in the n-th spelling, all in turn. */
export function spelled(e164: string, n: number): string {
  return ALL[n % ALL.length]!(e164)
}

function parts(e164: string): [string, string, string]
function parts(e164: string, pattern: string): string
function parts(e164: string, pattern?: string): string | [string, string, string] {
  const three: [string, string, string] = [e164.slice(2, 5), e164.slice(5, 8), e164.slice(8)]
  if (pattern === undefined) return three
  let i = 0
  return pattern.replace(/%/g, () => three[i++]!)
}
