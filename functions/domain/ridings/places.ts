import { wordsOf } from './name-words.ts'
import { type Province, PROVINCES } from './provinces.ts'

/**
 * Places with several ridings, of which none or one has their name in its own: naming one of these says no riding, only the
 * province. As words they are no slips for others.
 */
const PLACES: Partial<Record<Province, string>> = {
  NS: 'Cape Breton|Île du Cap-Breton|Cap-Breton|Cape Breton Island',
  QC: 'Montréal|Greater Montreal|Grand Montréal|Ville de Montréal|Abitibi|Mauricie|Estrie|Eastern Townships|Montérégie|Laurentides|Lanaudière|Outaouais|Côte-Nord|North Shore|Saguenay|Bas-Saint-Laurent|Chaudière|Chaudière-Appalaches|Centre-du-Québec|Rive-Sud|Rive-Nord|Quebec City|Ville de Québec|La Ville de Québec|West Island',
  ON: 'Greater Toronto Area|GTA|Peel|Peel Region|York Region|Durham Region|Halton Region|Waterloo Region|Region of Waterloo|Niagara|Niagara Region|Golden Horseshoe|Northern Ontario|Southwestern Ontario|Eastern Ontario',
  BC: 'Vancouver Island|Île de Vancouver|Greater Vancouver|Lower Mainland|Fraser Valley|Okanagan|Okanagan Valley|Kootenay|Kootenays|Cariboo|Interior|BC Interior|Peace Country',
}

/** Towns that no riding is named after, and that are a slip or an article away from a riding's name (GeoNames, CC BY 4.0). */
const TOWNS =
  "Ange-Gardien|L'Ange-Gardien|Bells Corners|Blackville|Brompton|Caledonia|Carleton Place|Chute-aux-Outardes|Constance Bay|Corner Brook|Cranbrook|Creston|Dorchester|Dunham|Elk Point|Fall River|Harrison Brook|Huntington|Innisfail|La Baie|La Haute-Saint-Charles|La Ronge|Lake Louise|Lambton Shores|Lancaster|Laurel|Maria|Markdale|McLeod Lake|Millet|Moose Lake|Norman Wells|North Bay|Percé|Rivers|Rougemont|Saint-Michel-des-Saints|Sainte-Catherine|Salt Spring Island|Shediac Bridge|Sidney|Stoney Point|Stony Plain|Summerland|Temiskaming Shores|Wells|West Kelowna|Barrington|Bellington|Charlton|Dalton|Darlington|Grant|Hilton|Monkton|Richmound|Rothsay|Saint-Paulin|Springvale|St. Laurence|St. Michael|Sunbury|Willowvale|Yorktown"

/** Parts of a riding's name that are also the name of a larger place, or of another one in the same province: they say neither. */
const WIDER = "Durham|Erin|Forest|Lakeshore|Lambton|Laval|Manning|Mountain|Perth|Prescott|St. John's"
/** Parts of a riding's name that are also a place in another province: they need a province beside them. */
const SHARED =
  'Acton|Assiniboia|Cochrane|Cumberland|Grand Falls|Mackenzie|Preston|Sackville|Saint-Charles|Saint-Georges|Saint-Louis|Saint-Paul|Sainte-Croix|Springdale|Thompson|Trail'

let shared: Set<string> | undefined
let names: Set<string> | undefined
let places: Map<string, Province> | undefined

function table(): Map<string, Province> {
  places ??= new Map(
    PROVINCES.flatMap((province) =>
      (PLACES[province]?.split('|') ?? []).map((text): [string, Province] => [wordsOf(text).join(' '), province]),
    ),
  )
  return places
}

/** The names of all of them, as words apart by blanks. */
export function placeNames(): Set<string> {
  names ??= new Set([
    ...table().keys(),
    ...[TOWNS, WIDER].flatMap((list) => list.split('|').map((text) => wordsOf(text).join(' '))),
  ])
  return names
}

/** The names of places in several provinces, as words apart by blanks. */
export function sharedNames(): Set<string> {
  shared ??= new Set(SHARED.split('|').map((text) => wordsOf(text).join(' ')))
  return shared
}

/** The province of a place that these words name, all of them. */
export function provinceOfPlace(words: readonly string[]): Province | undefined {
  return table().get(words.join(' '))
}
