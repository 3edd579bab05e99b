import { wordsOf } from './name-words.ts'

/** As Statistics Canada numbers them: a riding's number begins with the code of its province. */
const BY_CODE = {
  '10': 'NL', '11': 'PE', '12': 'NS', '13': 'NB', '24': 'QC', '35': 'ON', '46': 'MB',
  '47': 'SK', '48': 'AB', '59': 'BC', '60': 'YT', '61': 'NT', '62': 'NU',
} as const // prettier-ignore

/** Two letters, as Canada Post writes them. */
export type Province = (typeof BY_CODE)[keyof typeof BY_CODE]

export const PROVINCES: readonly Province[] = Object.values(BY_CODE)
const BY_NUMBER = new Map<string, Province>(Object.entries(BY_CODE))

/** The province of a riding's five-digit number. */
export function provinceOfNumber(number: string): Province {
  return BY_NUMBER.get(number.slice(0, 2))!
}

// What people write after a place, in either language.
const SPELLINGS: Record<Province, string> = {
  NL: 'NL|N.L.|Nfld|Nfld.|NFLD & Lab|Newfoundland|Newfoundland and Labrador|Newfoundland Labrador|T.-N.|T.-N.-L.|TNL|Terre-Neuve|Terre-Neuve-et-Labrador',
  PE: 'PE|PEI|P.E.I.|Prince Edward Island|IPE|Î.-P.-É.|ÎPÉ|Île-du-Prince-Édouard|Ile du Prince Edouard|PE Island',
  NS: 'NS|N.S.|Nova Scotia|Nouvelle-Écosse',
  NB: 'NB|N.B.|New Brunswick|N.-B.|Nouveau-Brunswick',
  QC: 'QC|PQ|P.Q.|Que|Qué|Québec|Province of Quebec|Province de Québec|Quebec province',
  ON: 'ON|Ont|Ontario',
  MB: 'MB|Man|Manitoba',
  SK: 'SK|Sask|Saskatchewan',
  AB: 'AB|Alta|Alberta|Alb',
  BC: 'BC|B.C.|British Columbia|C.-B.|Colombie-Britannique',
  YT: 'YT|YK|Y.T.|Yukon|Yukon Territory|Territoire du Yukon',
  NT: 'NT|NWT|N.W.T.|Northwest Territories|Northwest Territory|TNO|T.N.-O.|T.N.O.|Territoires du Nord-Ouest',
  NU: 'NU|Nvt|Nunavut|Nunavut Territory',
}
const LONGEST = 4
const ARTICLES = new Set(['the', 'le', 'la'])

let spellings: Map<string, Province> | undefined

/** The province whose name or abbreviation these words are, all of them. */
export function provinceNamed(words: readonly string[]): Province | undefined {
  if (words.length === 0 || words.length > LONGEST + 1) return undefined
  spellings ??= new Map(
    PROVINCES.flatMap((province) =>
      SPELLINGS[province].split('|').map((text): [string, Province] => [wordsOf(text).join(' '), province]),
    ),
  )
  return spellings.get((ARTICLES.has(words[0]!) ? words.slice(1) : words).join(' '))
}

/** A province named at the end of a text or in so many words before it, and the words without it. */
export function withoutProvince(words: readonly string[], before: number): { words: string[]; province?: Province } {
  for (let length = Math.min(LONGEST, words.length - 1); length > 0; length -= 1) {
    const province = provinceNamed(words.slice(-length))
    if (province) return { words: words.slice(0, -length), province }
  }
  const province = before > 0 && before < words.length ? provinceNamed(words.slice(0, before)) : undefined
  return province ? { words: words.slice(before), province } : { words: [...words] }
}
