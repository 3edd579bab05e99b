import type { Random } from './random.ts'

export type Riding = { id: string; number: string; province: string; names: readonly string[]; offset: string }

// Ridings of the representation order of 2003, in force at the general election of 2 May 2011: number, province, official
// English name, French name where it differs (Elections Canada; facts, CC0). None lies across two time zones.
const FACTS = `
10001|NL|Avalon
11002|PE|Charlottetown
11003|PE|Egmont
12002|NS|Central Nova|Nova-Centre
12005|NS|Halifax West|Halifax-Ouest
12010|NS|Sydney—Victoria
13003|NB|Fredericton
13008|NB|New Brunswick Southwest|Nouveau-Brunswick-Sud-Ouest
13009|NB|Saint John
24002|QC|Ahuntsic
24020|QC|Gatineau
24031|QC|Laurier—Sainte-Marie
24037|QC|Louis-Hébert
24044|QC|Mount Royal|Mont-Royal
24047|QC|Outremont
24048|QC|Papineau
24072|QC|Trois-Rivières
24073|QC|Vaudreuil-Soulanges
35027|ON|Guelph
35015|ON|Davenport
35016|ON|Don Valley East|Don Valley-Est
35019|ON|Eglinton—Lawrence
35022|ON|Etobicoke Centre|Etobicoke-Centre
35038|ON|Kitchener—Conestoga
35039|ON|Kitchener—Waterloo
35044|ON|London West|London-Ouest
35057|ON|Nipissing—Timiskaming
35062|ON|Ottawa Centre|Ottawa-Centre
35068|ON|Parkdale—High Park
35088|ON|Sudbury
35101|ON|Windsor—Tecumseh
46005|MB|Elmwood—Transcona
46008|MB|Provencher
46014|MB|Winnipeg South Centre|Winnipeg-Centre-Sud
47010|SK|Saskatoon—Rosetown—Biggar
47013|SK|Wascana
48006|AB|Calgary Centre|Calgary-Centre
48015|AB|Edmonton—St. Albert
59003|BC|Burnaby—New Westminster
59011|BC|Kelowna—Lake Country
59024|BC|Saanich—Gulf Islands
59029|BC|Vancouver Centre|Vancouver-Centre
59031|BC|Vancouver Island North|Île de Vancouver-Nord
60001|YT|Yukon`

// Daylight saving time, as the clocks showed it in that week; Saskatchewan has none.
const OFFSETS: Record<string, string> = {
  NL: '-02:30', PE: '-03:00', NS: '-03:00', NB: '-03:00', QC: '-04:00', ON: '-04:00',
  MB: '-05:00', SK: '-06:00', AB: '-06:00', BC: '-07:00', YT: '-07:00',
} // prettier-ignore

export const RIDINGS: readonly Riding[] = FACTS.trim().split('\n').map(riding)
/** Where the bursts are, largest first. */
export const BURST_RIDINGS = [
  '35027',
  ...RIDINGS.filter(({ province }) => province !== 'YT')
    .map(({ number }) => number)
    .filter((number) => number !== '35027'),
].map((wanted) => RIDINGS.find(({ number }) => number === wanted)!)

// Each has several ridings and is the name of none: whoever writes only this has not said which.
const TOWNS = ['Toronto', 'Winnipeg', 'Ottawa', 'Vancouver', 'Calgary', 'Edmonton', 'Hamilton', 'Mississauga', 'London']
const NOT_SAID = ['I am not sure', 'je ne sais pas', 'rural', 'same as my neighbours', '?', 'downtown', 'centre-ville']

function riding(line: string): Riding {
  const [number = '', province = '', ...names] = line.split('|')
  return { id: `ocd-division/country:ca/ed:${number}`, number, province, names, offset: OFFSETS[province]! }
}

/** An official name or the number, as people type them: case and the kind of dash vary. */
export function typedRiding({ names, number }: Riding, random: Random): string {
  const name = random.pick(names)
  const how = random.weighted({ official: 60, hyphens: 15, small: 10, number: 15 })
  if (how === 'number') return number
  if (how === 'official') return name
  return how === 'hyphens' ? name.replaceAll('—', '-') : name.toLowerCase()
}

/** The name with a slip of the keyboard: a letter lost, doubled or exchanged with the next. */
export function misspeltRiding({ names }: Riding, random: Random): string {
  const name = random.pick(names)
  const at = random.between(1, name.length - 3)
  const [before, here, next, after] = [name.slice(0, at), name[at]!, name[at + 1]!, name.slice(at + 2)]
  const slip = here === next || /\P{L}/u.test(here + next) ? 'doubled' : random.pick(['lost', 'doubled', 'exchanged'])
  if (slip === 'lost') return before + next + after
  return before + (slip === 'doubled' ? here + here + next : next + here) + after
}

/** What says no riding; whoever lives in one names the same town each time. */
export function unresolvableRiding(random: Random, { number }: Riding): string {
  return random.chance(0.7) ? TOWNS[Number(number) % TOWNS.length]! : random.pick(NOT_SAID)
}
