/** What a call said, and how people in either language retell it. `%place` and `%back` stand for the call's own details. */
export type Script = {
  name: string
  kind: 'recorded' | 'live' | 'text'
  election: 'federal' | 'provincial' | 'municipal'
  /** Each of its retellings says that the polling place is another one, or names one to go to. */
  sendsElsewhere?: boolean
  claims: Record<Language, readonly string[]>
  names: readonly string[]
  gist: Record<Language, readonly string[]>
}
export type Language = 'en' | 'fr'

const ELECTIONS_CANADA = { en: ['Elections Canada', 'Elections canada'], fr: ['Élections Canada', 'Elections Canada'] }
const A_CAMPAIGN = { en: ["a party's campaign office", 'the local campaign'], fr: ["le bureau de campagne d'un parti", 'la campagne locale'] } // prettier-ignore

export const POLL_MOVED: Script = {
  name: 'poll-moved',
  sendsElsewhere: true,
  kind: 'recorded',
  election: 'federal',
  claims: ELECTIONS_CANADA,
  names: ['ELECTIONS CANADA', 'ELECTIONS CAN', 'UNKNOWN NAME'],
  gist: {
    en: [
      'This is an automated message from Elections Canada. Due to a projected increase in voter turnout your poll location has been changed. Your new voting location is %place. Any questions, call %back.',
      'A recorded woman said that because so many people were going to vote my polling station had been moved to %place, and gave %back for questions.',
      'The recording said it was Elections Canada and that I now had to vote at %place. My card says otherwise.',
      'Robocall: poll changed, go to %place. The number it left, %back, is not in service.',
    ],
    fr: [
      "Ceci est un message automatisé d'Élections Canada. En raison d'une augmentation prévue de la participation, votre bureau de scrutin a été changé. Votre nouveau bureau est %place. Questions : %back.",
      "Une voix enregistrée disait que mon bureau de vote était déplacé à %place parce qu'il y aurait trop de monde.",
      "On m'a dit d'aller voter à %place, mais ma carte d'électeur dit autre chose. Le %back ne répond pas.",
    ],
  },
}

const POLL_MOVED_LIVE: Script = {
  ...POLL_MOVED,
  name: 'poll-moved-live',
  kind: 'live',
  names: ['UNKNOWN NAME', 'VOTER INFO'],
  gist: {
    en: [
      'A man asked whether I would vote today and then told me that the voting had been moved to %place.',
      'A live caller, reading from something, said to go to %place to vote. When I asked who he was he hung up.',
      'She said she was calling for Elections Canada to update my polling place to %place.',
    ],
    fr: [
      "Un homme m'a demandé si j'allais voter, puis il a dit que le bureau avait été déplacé à %place.",
      "Une dame qui disait appeler pour Élections Canada m'a envoyé à %place. Elle a raccroché quand j'ai posé des questions.",
    ],
  },
}

const LATE_NIGHT: Script = {
  name: 'late-and-rude',
  kind: 'live',
  election: 'federal',
  claims: A_CAMPAIGN,
  names: ['CAMPAIGN OFFICE', 'PRIVATE NAME'],
  gist: {
    en: [
      'A very rude caller said he was calling for our candidate and asked for money. I had asked them not to call again.',
      'They called late and woke everyone, pretending to be from the campaign I support. The person was insulting.',
      'Third call this week from people who mock an accent and say which party they are from. I do not believe it is them.',
    ],
    fr: [
      "Un appelant très impoli se disait de la campagne de notre candidat et demandait de l'argent.",
      'Ils ont appelé tard le soir et ont réveillé tout le monde. La personne était insultante.',
    ],
  },
}

const WRONG_DAY: Script = {
  name: 'wrong-day',
  kind: 'text',
  election: 'federal',
  claims: ELECTIONS_CANADA,
  names: ['ELECTIONS CANADA'],
  gist: {
    en: ['To avoid line-ups voters whose name starts with A to M vote on May 3. Info %back', 'It said that because of line-ups my street votes a day later.'], // prettier-ignore
    fr: ['Pour éviter les files, les noms de A à M votent le 3 mai. Info %back', "Le message disait qu'on vote un jour plus tard dans ma rue."], // prettier-ignore
  },
}

const VOTE_BY_PHONE: Script = {
  name: 'vote-by-phone',
  kind: 'recorded',
  election: 'federal',
  claims: ELECTIONS_CANADA,
  names: ['VOTE CENTRE', 'CENTRE DE VOTE'],
  gist: {
    en: ['Press 1 to cast your vote now by telephone and you need not go to %place.', 'It let me "vote" with the keys of my phone and thanked me. That cannot be right.'], // prettier-ignore
    fr: ["Appuyez sur le 1 pour voter maintenant par téléphone, sans aller à %place.", "On pouvait « voter » avec les touches du téléphone. Ce n'est pas possible."], // prettier-ignore
  },
}

/** A party's honest reminder, reported all the same. */
export const REMINDER: Script = {
  name: 'honest-reminder',
  kind: 'recorded',
  election: 'federal',
  claims: A_CAMPAIGN,
  names: ['CAMPAIGN OFFICE'],
  gist: {
    en: ['The recording said who they were and reminded me to vote at the place on my card.', 'A reminder to vote. The place was right, but how did they get my number?'], // prettier-ignore
    fr: ["Un message d'un parti rappelait d'aller voter à l'endroit inscrit sur ma carte.", "Un rappel de voter; l'endroit était le bon, mais d'où ont-ils mon numéro?"], // prettier-ignore
  },
}

export const OTHER_ELECTIONS: readonly Script[] = (['provincial', 'municipal'] as const).map((election) => ({
  ...LATE_NIGHT,
  name: `${election}-survey`,
  election,
  gist: {
    en: [`They asked whom I would choose in the ${election} election and would not say who paid for it.`],
    fr: [
      `On m'a demandé pour qui je voterais aux élections ${election === 'municipal' ? 'municipales' : 'provinciales'}.`,
    ],
  },
}))

export const SCATTERED: readonly Script[] = [POLL_MOVED_LIVE, LATE_NIGHT, WRONG_DAY, VOTE_BY_PHONE, POLL_MOVED]
