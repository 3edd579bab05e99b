import type { Random } from '../random.ts'
import { CAMPAIGNS, type Campaign, PLACES } from './campaigns.ts'
import { type Call, DAY, type Pattern } from './told-call.ts'

export const AREA_CODES = ['204', '250', '289', '306', '403', '416', '418', '450', '506', '514', '519', '604', '613', '705', '709', '778', '780', '819', '902', '905'] // prettier-ignore

/** The calls that one line received, none of them at night. */
export function callsOf(random: Random, pattern: Pattern, line: string): Call[] {
  const number = () => {
    const of = random.weighted({ shown: 80, withheld: 13, none: 7 })
    return of === 'shown' ? fictional(random, line) : of
  }
  const start = random.between(0, 13) * DAY + random.between(9 * 60, 20 * 60)
  const call = (campaign: Campaign, at: number): Call => ({
    campaign,
    number: number(),
    at,
    place: random.pick(PLACES),
    callback: fictional(random, line),
  })
  const other = (not: Campaign) => random.pick(CAMPAIGNS.filter((c) => c !== not))
  const first = call(random.pick(CAMPAIGNS), start)
  const again = (at: number): Call => ({ ...first, at, number: random.chance(0.85) ? first.number : number() })
  const inDay = (at: number) => (at % DAY > 21.5 * 60 ? at - random.between(150, 360) : at)
  if (pattern === 'same-day-again') {
    const later = random.between(90, 480)
    const day = Math.floor(start / DAY) * DAY
    const at = day + 9 * 60 + random.between(0, 12 * 60 + 30 - later)
    return [{ ...first, at }, again(at + later)]
  }
  if (pattern === 'day-after-day')
    return Array.from({ length: random.between(2, 4) }, (_, d) =>
      d === 0 ? first : again(inDay(start + d * DAY + random.between(-200, 200))),
    )
  if (pattern === 'near-times') return [first, call(other(first.campaign), inDay(start + random.between(5, 110)))]
  if (pattern === 'live-and-recorded') {
    // A person asks whom one supports, a machine follows; now and then in the same words.
    const at = start + random.between(3, 40)
    const isOtherKind = ({ kind }: Campaign) => kind !== first.campaign.kind
    if (random.chance(0.6)) return [first, { ...again(at), campaign: random.pick(CAMPAIGNS.filter(isOtherKind)) }]
    return [
      first,
      { ...again(at), campaign: { ...first.campaign, kind: first.campaign.kind === 'live' ? 'recorded' : 'live' } },
    ]
  }
  if (pattern === 'other-days')
    return [
      first,
      call(
        random.chance(0.3) ? first.campaign : other(first.campaign),
        inDay(start + random.between(1, 6) * DAY + random.between(-300, 300)),
      ),
    ]
  return [first]
}

export function fictional(random: Random, line: string): string {
  const number = `${random.pick(AREA_CODES)}55501${String(random.between(0, 99)).padStart(2, '0')}`
  return number === line ? fictional(random, line) : number
}
