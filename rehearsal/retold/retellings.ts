import { Random } from '../random.ts'
import { AREA_CODES, callsOf } from './calls.ts'
import { sayNumber, spelled } from './say-number.ts'
import { sayTime } from './say-time.ts'
import { sayWords, split } from './say-words.ts'
import { textOf } from './text-of.ts'
import type { Call, Form, Language, Pattern, Said, Teller, Telling } from './told-call.ts'

const RIDINGS: { names: string[]; number: string; postal: string }[] = [
  { names: ['Guelph', 'Guelf'], number: '35027', postal: 'N1H 1A1' },
  { names: ['Kitchener Centre', 'Kitchener-Centre', 'kitchener center'], number: '35035', postal: 'N2G 1A2' },
  { names: ['Avalon'], number: '10001', postal: 'A0A 2Z0' },
  { names: ['Halifax', 'halifax '], number: '12003', postal: 'B3J 1A1' },
  { names: ['Winnipeg South Centre', 'Winnipeg-Centre-Sud', 'wpg south centre'], number: '46013', postal: 'R3M 1A1' },
  { names: ['Sherbrooke', 'sherbroke'], number: '24069', postal: 'J1H 1A1' },
  { names: ['Burnaby—Douglas', 'Burnaby Douglas', 'burnaby-douglas'], number: '59002', postal: 'V5B 1A1' },
  {
    names: ['Thunder Bay—Rainy River', 'Thunder Bay-Rainy River', 'thunderbay rainy river'],
    number: '35095',
    postal: 'P7B 1A1',
  },
]

/** Invented reporters with one call or a few, told once or more; the same seed gives the same ones. */
export function retellings(seed: string, count: number): Teller[] {
  return Array.from({ length: count }, (_, i) => teller(new Random(`${seed} ${i}`), i))
}

function teller(random: Random, index: number): Teller {
  const line = `${AREA_CODES[Math.floor(index / 100) % AREA_CODES.length]}55501${String(index % 100).padStart(2, '0')}`
  const pattern = random.weighted<Pattern>({
    one: 52,
    'same-day-again': 12,
    'day-after-day': 10,
    'near-times': 10,
    'live-and-recorded': 6,
    'other-days': 10,
  })
  const calls = callsOf(random, pattern, line)
  const lang: Language = random.chance(0.28) ? 'fr' : 'en'
  const person = {
    random, line, lang,
    care: random.weighted({ careful: 3, ordinary: 5, vague: 2 }),
    riding: random.pick(RIDINGS),
    isBilingual: random.chance(0.15),
    hasOther: random.chance(0.35),
    door: random.weighted({ web: 62, sms: 20, import: 18 }),
    age: random.chance(0.3) ? random.pick(['18-24', '35-44', '45-54', '65-plus']) : undefined,
    poll: random.chance(0.1),
  } // prettier-ignore
  const tellings = calls.flatMap((call, c) => {
    const times = random.weighted(pattern === 'one' ? { 1: 30, 2: 45, 3: 25 } : { 1: 55, 2: 32, 3: 13 })
    const told: Telling[] = []
    for (let k = 0; k < Number(times); k++)
      told.push(tellingOf(person, call, { c, k, before: told[0], id: `${index}-${c}-${k}` }))
    return told
  })
  return { line, pattern, calls, tellings }
}

type Person = {
  random: Random
  line: string
  lang: Language
  care: string
  riding: (typeof RIDINGS)[number]
  isBilingual: boolean
  hasOther: boolean
  door: string
  age: string | undefined
  poll: boolean
}
type Which = { c: number; k: number; before: Telling | undefined; id: string }

function tellingOf(person: Person, call: Call, which: Which): Telling {
  const { random } = person
  const { before, k, id, c } = which
  if (before && random.chance(0.08)) return sentAgain(random, before, id)
  const isOther = k > 0 && person.hasOther && random.chance(0.4)
  const lang =
    (person.isBilingual || isOther) && random.chance(0.4) ? (person.lang === 'en' ? 'fr' : 'en') : person.lang
  const care = k > 0 && random.chance(0.3) ? 'vague' : person.care
  const door = (random.chance(0.75) ? person.door : random.weighted({ web: 5, sms: 3, import: 2 })) as Telling['door']
  const said: Said = {}
  const form: Form = { call: {}, reporter: { phone: spelled(random, person.line) }, representationOrder: '2003' }
  sayNumber(random, care, call, form, said)
  const phrase = sayTime(random, care, call, lang, form, said)
  sayWords(random, call, { lang, isOther, before, care, phrase }, form, said)
  if (!form.call['callerId'] && !form.call['receivedAt'] && !form.call['message']) {
    const [facets, text] = split(call.campaign.retold[lang][0]!)
    form.call['message'] = text.replaceAll('{place}', call.place[0])
    Object.assign(said, { campaign: call.campaign.name, facets })
  }
  if (random.chance(0.72)) form.riding = ridingAs(random, person.riding)
  if (person.age && !isOther) form.reporter['ageBand'] = person.age
  if (person.poll && random.chance(0.7))
    form.reporter['earlierPoll'] = { received: 'yes', how: 'live', askedBy: 'pollster' }
  const telling: Telling = { id, call: c, door, form, said }
  if (door === 'sms') telling.text = textOf(random, form, { lang, said, phrase })
  if (door !== 'sms' && random.chance(0.08)) telling.first = poorer(form)
  return telling
}

function sentAgain(random: Random, before: Telling, id: string): Telling {
  const again = structuredClone({ ...before, id })
  delete again.first
  if (random.chance(0.5) && again.form.call['message'] && again.door !== 'sms')
    again.form.call['message'] += random.pick([
      ' Please look into this.',
      ' !!',
      ' I already reported this but got no answer.',
    ])
  return again
}

function poorer(form: Form): Form {
  const first = structuredClone(form)
  if (first.call['message']) first.call['message'] = first.call['message'].split(' ').slice(0, 4).join(' ')
  else if (first.call['callerId'] && first.call['receivedAt']) delete first.call['receivedAt']
  return first
}

function ridingAs(random: Random, { names, number, postal }: (typeof RIDINGS)[number]): string {
  const how = random.weighted({ name: 55, spelled: 18, number: 4, postal: 18, other: 5 })
  if (how === 'name') return names[0]!
  if (how === 'spelled') return random.pick(names)
  if (how === 'number') return number
  return how === 'postal' ? postal : random.pick(RIDINGS).names[0]!
}
