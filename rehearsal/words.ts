import type { Incident } from './incident.ts'
import { typed } from './numbers.ts'
import type { Random } from './random.ts'
import type { Language } from './scripts.ts'

const OPENERS: Record<Language, readonly string[]> = {
  en: ['', 'I got this call: ', 'My wife and I were called. ', 'Voicemail: ', 'I want to report this. ', 'hi, '],
  fr: ['', "J'ai reçu cet appel : ", 'Message sur la boîte vocale : ', 'Je veux signaler ceci. ', 'bonjour, '],
}
const CLOSERS: Record<Language, readonly string[]> = {
  en: ['', ' I went there and it was closed.', ' I did not believe it.', ' Please look into it.', ' My neighbour got it too!!', ' I nearly did not vote.'], // prettier-ignore
  fr: ['', " J'y suis allé pour rien.", " Je n'y ai pas cru.", " Merci de faire enquête.", ' Ma voisine aussi!!', " J'ai failli ne pas voter."], // prettier-ignore
}
const LATER: Record<Language, readonly string[]> = {
  en: [' I only understood when I saw the news.', ' I read about the robocalls in the paper and remembered.', ' It was months ago, sorry.'], // prettier-ignore
  fr: [" J'ai compris en voyant les nouvelles.", " J'ai lu sur ces appels dans le journal.", " C'était il y a des mois, désolé."], // prettier-ignore
}

const DOING = { en: ['cooking', 'reading', 'ironing', 'asleep', 'out in the yard', 'at breakfast', 'on the porch', 'painting', 'packing', 'sewing', 'fixing a bike', 'doing sums'], fr: ['à cuisiner', 'à lire', 'à repasser', 'à dormir', 'au jardin', 'à déjeuner', 'sur le balcon', 'à peindre', 'à emballer', 'à coudre', 'à réparer un vélo', 'à compter'] } // prettier-ignore
const HEARD = { en: ['nobody', 'my mother', 'my father', 'my sister', 'my brother', 'a friend', 'the cat', 'the dog', 'a nurse', 'the plumber', 'my son', 'my daughter', 'a guest'], fr: ['personne', 'ma mère', 'mon père', 'ma soeur', 'mon frère', 'une amie', 'le chat', 'le chien', 'une infirmière', 'le plombier', 'mon fils', 'ma fille', 'un invité'] } // prettier-ignore

type Hearing = { language: Language; struck: number }

/** The call in a person's own words: half the time what struck them most (`struck`, 0 to 1, is theirs), else anything of it. */
export function retell(incident: Incident, { language, struck }: Hearing, random: Random): string {
  const gists = incident.script.gist[language]
  const gist = random.chance(0.5) ? gists[Math.floor(struck * gists.length)]! : random.pick(gists)
  const told = gist.replace('%place', incident.place).replace('%back', typed(incident.callback, random))
  const closer = random.pick((incident.phase === 'told-late' ? LATER : CLOSERS)[language])
  return random.pick(OPENERS[language]) + told + closer
}

/** A sentence that no other `n` gives, so that two people without a line never write the same. */
export function ownDetail(n: number, language: Language): string {
  const doing = DOING[language][n % 12]!
  const heard = HEARD[language][Math.floor(n / 12) % 13]!
  const rings = Math.floor(n / 156) + 2
  return language === 'en'
    ? ` It rang ${rings} times while I was ${doing}; ${heard} heard it too.`
    : ` Ça a sonné ${rings} fois, j'étais ${doing}; ${heard} l'a entendu aussi.`
}
