import { wordsOf } from './name-words.ts'
import { type Province, PROVINCES } from './provinces.ts'

/**
 * Places with several ridings, of which none or one has their name in its own: naming one of these says no riding, only the
 * province. As words they are no slips for others.
 */
const PLACES: Partial<Record<Province, string>> = {
  NS: 'Cape Breton|Île du Cap-Breton|Cap-Breton|Cape Breton Island',
  QC: 'Montréal|Greater Montreal|Grand Montréal|Ville de Montréal|Abitibi|Mauricie|Estrie|Eastern Townships|Montérégie|Laurentides|Lanaudière|Outaouais|Côte-Nord|North Shore|Saguenay|Bas-Saint-Laurent|Chaudière|Chaudière-Appalaches|Centre-du-Québec|Rive-Sud|Rive-Nord|Quebec City|Ville de Québec|West Island',
  ON: 'Greater Toronto Area|GTA|Peel|Peel Region|York Region|Durham Region|Halton Region|Waterloo Region|Region of Waterloo|Niagara|Niagara Region|Golden Horseshoe|Northern Ontario|Southwestern Ontario|Eastern Ontario',
  BC: 'Vancouver Island|Île de Vancouver|Greater Vancouver|Lower Mainland|Fraser Valley|Okanagan|Okanagan Valley|Kootenay|Kootenays|Cariboo|Interior|BC Interior|Peace Country',
}

let places: Map<string, Province> | undefined

function table(): Map<string, Province> {
  places ??= new Map(
    PROVINCES.flatMap((province) =>
      (PLACES[province]?.split('|') ?? []).map((text): [string, Province] => [wordsOf(text).join(' '), province]),
    ),
  )
  return places
}

export function placeNames(): string[] {
  return [...table().keys()]
}

export function isPlace(words: readonly string[]): boolean {
  return table().has(words.join(' '))
}

/** The province of a place that these words name, all of them. */
export function provinceOfPlace(words: readonly string[]): Province | undefined {
  return table().get(words.join(' '))
}
