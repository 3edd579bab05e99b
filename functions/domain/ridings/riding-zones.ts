import { type Province, PROVINCES } from './provinces.ts'
import { type RepresentationOrder, ridingById } from './riding.ts'

/** The clocks that are kept in each province, as IANA zones; the first is that of a riding which is not in the list below. */
const OF_PROVINCE: Record<Province, string> = {
  NL: 'St_Johns|Goose_Bay',
  PE: 'Halifax',
  NS: 'Halifax',
  NB: 'Moncton',
  QC: 'Toronto|Halifax|Blanc-Sablon',
  ON: 'Toronto|Winnipeg|Atikokan',
  MB: 'Winnipeg',
  SK: 'Regina|Edmonton|Winnipeg',
  AB: 'Edmonton',
  BC: 'Vancouver|Edmonton|Dawson_Creek|Fort_Nelson|Creston',
  YT: 'Whitehorse',
  NT: 'Yellowknife',
  NU: 'Iqaluit|Rankin_Inlet|Cambridge_Bay|Atikokan', // Coral Harbour's clock is that of Atikokan
}

const LABRADOR = 'Goose_Bay|St_Johns' // its south-east coast keeps Newfoundland's time
const MADELEINE = 'Toronto|Halifax' // the islands, and Listuguj, keep Atlantic time
const LOWER_NORTH_SHORE = 'Toronto|Blanc-Sablon' // east of the Natashquan
const KENORA = 'Winnipeg|Toronto' // the 90th meridian crosses it
const RAINY_RIVER = 'Toronto|Winnipeg|Atikokan'
const LLOYDMINSTER = 'Regina|Edmonton' // keeps Alberta's time on both sides
const CREIGHTON = 'Regina|Winnipeg' // keeps Flin Flon's time, by custom
const EAST_KOOTENAY = 'Edmonton|Vancouver|Creston'
const PEACE = 'Vancouver|Dawson_Creek|Fort_Nelson'

/** The ridings in which another clock is kept than the province's first, or more than one. Legal time acts; tzdata. */
const OF_RIDING: Record<RepresentationOrder, Record<string, string>> = {
  '2003': {
    '10004': LABRADOR, '24019': MADELEINE, '24039': LOWER_NORTH_SHORE, '35035': KENORA, '35090': RAINY_RIVER,
    '47001': LLOYDMINSTER, '47003': CREIGHTON, '59012': EAST_KOOTENAY, '59022': PEACE, '62001': OF_PROVINCE.NU,
  },
  '2013': {
    '10004': LABRADOR, '24006': MADELEINE, '24026': MADELEINE, '24046': LOWER_NORTH_SHORE, '35042': KENORA, '35105': RAINY_RIVER,
    '47001': LLOYDMINSTER, '47003': CREIGHTON, '59015': EAST_KOOTENAY, '59024': PEACE, '62001': OF_PROVINCE.NU,
  },
  '2023': {
    '10004': LABRADOR, '24021': LOWER_NORTH_SHORE, '24024': MADELEINE, '35045': KENORA, '35107': RAINY_RIVER, '47001': LLOYDMINSTER,
    '47003': CREIGHTON, '59007': EAST_KOOTENAY, '59014': 'Vancouver|Edmonton', '59026': PEACE, '62001': OF_PROVINCE.NU,
  },
} // prettier-ignore

// Of all clocks in the country, one of the first two is always the furthest ahead, and one of the others the furthest behind.
const CANADA = 'St_Johns|Halifax|Vancouver|Whitehorse|Edmonton'

/** The clocks that a call may have been told by: those of its riding, or of its province, or of the country. */
export function zonesOf({ id, province }: { id?: string | undefined; province?: string | undefined }): string[] {
  const riding = id === undefined ? undefined : ridingById(id)
  const known = PROVINCES.find((each) => each === province)
  const zones = riding
    ? (OF_RIDING[riding.order][riding.number] ?? OF_PROVINCE[riding.province].split('|', 1)[0]!)
    : known
      ? OF_PROVINCE[known]
      : CANADA
  return zones.split('|').map((zone) => `America/${zone}`)
}
