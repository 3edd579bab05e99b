import type { Random } from '../random.ts'
import { slipped, spelled } from './say-number.ts'
import type { Call, Form, Language, Said, Telling } from './told-call.ts'

export type How = {
  lang: Language
  isOther: boolean
  before: Telling | undefined
  care: string
  phrase: string | undefined
}

/** What was said, retold; who called, and the other fields that come with it. */
export function sayWords(
  random: Random,
  call: Call,
  { lang, isOther, before, care, phrase }: How,
  form: Form,
  said: Said,
): void {
  const { campaign } = call
  const fill = (text: string) =>
    text
      .replaceAll('{place}', random.chance(0.5) ? call.place[0] : random.pick(call.place[1]))
      .replaceAll('{callback}', spelled(random, call.callback))
  const how = random.weighted({
    nothing: care === 'vague' ? 22 : 10,
    full: campaign.kind === 'recorded' ? 10 : 3,
    part: 14,
    retold: 60,
    own: before?.form.call['message'] && !isOther ? 26 : 0,
  })
  if (how !== 'nothing') {
    said.campaign = campaign.name
    const all = campaign.spoken[lang].split(/(?<=[.!?]) /)
    const kept = how === 'part' ? all.map((_, i) => i).filter(() => random.chance(0.55)) : all.map((_, i) => i)
    const [facets, retold] = split(random.pick(campaign.retold[lang]))
    const text =
      how === 'own' ? edited(random, before!.form.call['message']!)
      : how === 'retold' ? fill(retold)
      : fill((kept.length > 0 ? kept : [0, 1]).map((i) => all[i]).join(' ')) // prettier-ignore
    said.facets =
      how === 'own'
        ? before!.said.facets!
        : how === 'retold'
          ? facets
          : (kept.length > 0 ? kept : [0, 1]).map((i) => campaign.told[i]).join('')
    const who = isOther
      ? random.pick(
          lang === 'en'
            ? ['My mother got this call. ', 'My husband answered. ', 'Reporting for my dad: ', '']
            : ['Ma mère a reçu cet appel. ', 'Mon mari a répondu. ', ''],
        )
      : ''
    form.call['message'] = mistyped(random, who + text + (phrase ? `, ${phrase}` : ''))
  }
  if (random.chance(0.4)) form.call['claimedToBe'] = random.pick(campaign.claimedAs[lang])
  if (random.chance(0.14))
    form.call['callerName'] = random.pick(['ELECTIONS CANADA', 'UNKNOWN NAME', 'ON CALL', 'VOTER CTR'])
  if (campaign.hasPlace && random.chance(0.4))
    form.call['pollingPlace'] = random.chance(0.5) ? call.place[0] : random.pick(call.place[1])
  if (campaign.hasCallback && random.chance(0.25))
    form.call['callbackNumber'] = spelled(random, random.chance(0.9) ? call.callback : slipped(random, call.callback))
  const kind = random.weighted({ told: 68, unsure: 28, wrong: 4 })
  if (kind !== 'unsure') form.call['kind'] = (kind === 'told') === (campaign.kind === 'live') ? 'live' : 'recorded'
  if (random.chance(0.15)) form.call['language'] = lang
}

function edited(random: Random, text: string): string {
  const words = text.split(' ').filter(() => !random.chance(0.12))
  if (random.chance(0.4)) words.unshift(random.pick(['Again:', 'As I said,', 'Update -', 'Re']))
  return words.join(' ')
}

export function split(retold: string): [facets: string, text: string] {
  const at = retold.indexOf(': ')
  return [retold.slice(0, at), retold.slice(at + 2)]
}

function mistyped(random: Random, text: string): string {
  return text
    .split(' ')
    .map((word) => {
      if (word.length < 4 || !random.chance(0.03)) return word
      const i = random.between(1, word.length - 2)
      return random.chance(0.5)
        ? word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2)
        : word.slice(0, i) + word.slice(i + 1)
    })
    .join(' ')
}
