/** What a campaign says in full, and how people tell of it in their own words. `place` and `callback` stand for what differs by riding. */
export type Campaign = {
  name: string
  kind: 'recorded' | 'live'
  claimedAs: { en: string[]; fr: string[] }
  /** Of each sentence spoken, what one could know it by: letters of its own. */
  told: string[]
  spoken: { en: string; fr: string }
  /** Each with such letters first, up to the colon. */
  retold: { en: string[]; fr: string[] }
  hasPlace?: boolean
  hasCallback?: boolean
}

export const CAMPAIGNS: Campaign[] = [
  {
    name: 'hall-closed',
    kind: 'recorded',
    claimedAs: {
      en: ['Elections Canada', 'elections canada office', 'Elections Can.'],
      fr: ['Élections Canada', 'elections canada'],
    },
    told: ['e', 'r', 'p', 'n', ''],
    spoken: {
      en: 'This is an automated message from Elections Canada. The hall where you normally vote is closed for repairs. Your new polling station is {place}. If you have any questions call {callback}. We regret the inconvenience.',
      fr: "Ceci est un message automatisé d'Élections Canada. La salle où vous votez d'habitude est fermée pour des travaux. Votre nouveau bureau de scrutin est {place}. Pour toute question composez le {callback}. Nous regrettons cet inconvénient.",
    },
    retold: {
      en: [
        'pr: Recording said my voting hall was closed for repairs and to go to {place} instead',
        'pec: Automated call, supposedly Elections Canada, told us the polling station moved to {place}. Not true, I checked.',
        'pr: A machine voice telling me I have to vote somewhere else because of renovations',
        'p: they said go to {place} to vote, the usual hall is shut',
        'pn: Robocall about the polling station being changed, gave a number to call with questions',
        'pr: Told my usual place is under repair and gave a different address',
      ],
      fr: [
        'pr: Un message enregistré disait que ma salle de vote était fermée pour des travaux et d aller à {place}',
        "pec: Appel automatisé soi-disant d'Élections Canada: bureau de vote déménagé à {place}",
        'pr: une voix enregistrée qui me disait de voter ailleurs à cause de rénovations',
        'p: on me dit que le bureau de scrutin a changé',
      ],
    },
    hasPlace: true,
    hasCallback: true,
  },
  {
    name: 'wednesday',
    kind: 'recorded',
    claimedAs: {
      en: ['Elections Canada', 'the returning officer'],
      fr: ['Élections Canada', 'le directeur du scrutin'],
    },
    told: ['', 'ts', 'd', 'd', ''],
    spoken: {
      en: 'Good evening. Because of heavy turnout expected in your area, voting has been split over two days. Households on your street will vote on Tuesday. Please do not come to the polls on Monday. Thank you for your patience.',
      fr: 'Bonsoir. En raison de la forte participation attendue dans votre secteur, le vote a été réparti sur deux jours. Les gens de votre rue voteront mardi. Ne vous présentez pas au bureau de vote lundi. Merci de votre patience.',
    },
    retold: {
      en: [
        'dt: A recording said our street votes on Tuesday instead of Monday because so many people are voting',
        'd: said we have to vote the day after. That is a lie, election is Monday!',
        'ds: Voting split over two days, they claimed, and my street is Tuesday',
        'd: Message telling people not to come Monday, come Tuesday',
        'd: got told the wrong day to vote',
        'dt: Automated voice, high turnout so vote Tuesday',
      ],
      fr: [
        'dt: Un enregistrement disait que notre rue vote mardi au lieu de lundi à cause de l affluence',
        'd: on nous dit de voter le lendemain, c est faux',
        'd: message: ne venez pas lundi, venez mardi',
        'ds: le vote serait sur deux jours, mardi pour nous',
      ],
    },
  },
  {
    name: 'rude-supporter',
    kind: 'live',
    claimedAs: {
      en: ['the Liberal candidate', 'Liberal campaign', 'local Liberals'],
      fr: ['la candidate libérale', 'le parti libéral'],
    },
    told: ['ls', 's', 'r', 'k'],
    spoken: {
      en: 'Hello, I am calling for your local Liberal candidate, can we count on your support? Well then why not? You people never listen. We will just keep calling until you say yes.',
      fr: 'Bonjour, j appelle pour votre candidat libéral, pouvons-nous compter sur vous? Et pourquoi pas? Vous n écoutez jamais. Nous allons rappeler jusqu à ce que vous disiez oui.',
    },
    retold: {
      en: [
        'lrk: A very rude woman saying she was with the Liberals, argued with me and said they would keep calling',
        'lsr: Someone asking if they can count on our support for the Liberal candidate, then got nasty',
        'lrk: live caller, impolite, claimed to be liberal campaign, would not take no for an answer',
        'lr: Rude call supposedly Liberals',
        'ur: She insulted my wife when we said we were undecided',
        'lr: Person harassed us about voting Liberal. I doubt it was really them.',
      ],
      fr: [
        'lr: Une dame très impolie qui se disait du parti libéral, elle a argumenté avec moi',
        'lsr: quelqu un demandait notre appui au candidat libéral puis est devenu désagréable',
        'lr: appel impoli soi-disant des libéraux',
        'ur: la personne a insulté ma femme',
      ],
    },
  },
  {
    name: 'midnight-call',
    kind: 'recorded',
    claimedAs: { en: ['NDP', 'New Democratic Party'], fr: ['NPD', 'le NPD'] },
    told: ['', 'n', '', 'spg'],
    spoken: {
      en: 'Hi neighbour! Your New Democrat team wants to remind you to vote. We believe in a different direction. Press one if you would like a lawn sign, press two to volunteer, or stay on the line to donate.',
      fr: 'Bonjour voisin! Votre équipe néo-démocrate vous rappelle de voter. Nous croyons en une autre voie. Faites le un pour une pancarte, le deux pour être bénévole, ou restez en ligne pour faire un don.',
    },
    retold: {
      en: [
        'nsl: Recorded message supposedly from the NDP asking if I want a lawn sign, at an awful hour',
        'sp: press 1 for a sign press 2 to volunteer. Woke the baby.',
        'ng: NDP robocall, kept asking for a donation',
        'sp: Some recording about lawn signs and volunteering',
        'nl: annoying late recording claiming to be New Democrats',
      ],
      fr: [
        'nsl: Message enregistré soi-disant du NPD, voulez-vous une pancarte, à une heure impossible',
        'sp: faites le 1 pour une pancarte le 2 pour bénévole',
        'ng: enregistrement du NPD qui demandait un don',
      ],
    },
  },
  {
    name: 'church-basement',
    kind: 'live',
    claimedAs: {
      en: ['Conservative Party', 'someone from the Conservatives', 'Elections Canada'],
      fr: ['parti conservateur', 'les conservateurs'],
    },
    told: ['c', 'p', 'g', 'n'],
    spoken: {
      en: 'Hello, I am calling on behalf of the voter contact centre. I just want to let you know that your poll has moved to {place}. Do you know how to get there? You can reach us at {callback}.',
      fr: 'Bonjour, j appelle du centre de contact des électeurs. Je veux simplement vous dire que votre bureau de vote est maintenant à {place}. Savez-vous comment vous y rendre? On peut nous joindre au {callback}.',
    },
    retold: {
      en: [
        'pg: A young man told me my poll moved to {place} and asked if I know how to get there',
        'pc: voter contact centre says vote at {place}. My card says the school.',
        'p: Live person told my husband that our voting location was changed',
        'pg: Caller gave directions to a polling place that is not mine',
        'pc: lady from some "contact centre" about moved poll',
        'p: poll moved to {place}',
      ],
      fr: [
        'p: Un jeune homme m a dit que mon bureau de vote était rendu à {place}',
        'pc: le centre de contact des électeurs dit de voter à {place}, ma carte dit l école',
        'p: une personne a dit à mon mari que notre bureau avait changé',
        'p: bureau de vote déplacé à {place}',
      ],
    },
    hasPlace: true,
    hasCallback: true,
  },
  {
    name: 'card-expired',
    kind: 'recorded',
    claimedAs: {
      en: ['National Register of Electors', 'Elections Canada'],
      fr: ['Registre national des électeurs', 'Élections Canada'],
    },
    told: ['x', 'v', 's', 'na'],
    spoken: {
      en: 'Important notice from the register of electors. Our records show that your voter information card is not valid. You will not be able to vote unless you confirm your social insurance number. Press nine to speak with an agent now.',
      fr: 'Avis important du registre des électeurs. Selon nos dossiers votre carte d information de l électeur n est pas valide. Vous ne pourrez pas voter sans confirmer votre numéro d assurance sociale. Faites le neuf pour parler à un agent.',
    },
    retold: {
      en: [
        'vs: Recording said my voter card is not valid and I need to give my SIN to be able to vote',
        'sn: They want my social insurance number or I cannot vote. Press 9. Scam!',
        'x: fake notice from register of electors',
        'v: call claiming I am not registered',
        'vsa: voter information card invalid, confirm SIN with an agent',
      ],
      fr: [
        'vs: Un enregistrement dit que ma carte d électeur n est pas valide, il faut donner mon NAS pour voter',
        'sn: ils veulent mon numéro d assurance sociale sinon je ne peux pas voter, faites le 9',
        'x: faux avis du registre des électeurs',
      ],
    },
  },
  {
    name: 'push-poll',
    kind: 'live',
    claimedAs: {
      en: ['Prairie Opinion Research', 'a polling company', 'opinion research'],
      fr: ['une firme de sondage', 'Recherche Opinion Prairie'],
    },
    told: ['q', 'h', 'p'],
    spoken: {
      en: 'Hi, this is a short survey from Prairie Opinion Research. Would you be more or less likely to vote for your member if you knew that she wants to close the local hospital? And which party will you vote for?',
      fr: 'Bonjour, voici un court sondage de Recherche Opinion Prairie. Seriez-vous plus ou moins porté à voter pour votre députée si vous saviez qu elle veut fermer l hôpital? Et pour quel parti voterez-vous?',
    },
    retold: {
      en: [
        'qh: A survey asked would I vote for our member if I knew she would close the hospital. That is a push poll.',
        'qh: so called opinion research with loaded questions about the hospital',
        'qhp: Pollster asked which party we vote for and spread lies about the MP',
        'qh: push poll about closing hospital',
        'qw: survey call, would not say who paid for it',
      ],
      fr: [
        'qh: Un sondage demandait si je voterais pour la députée sachant qu elle veut fermer l hôpital',
        'qh: soi-disant sondage avec des questions tendancieuses sur l hôpital',
        'qp: sondeur qui demandait pour quel parti on vote',
      ],
    },
  },
  {
    name: 'quit-race',
    kind: 'recorded',
    claimedAs: { en: ['local news', 'Green campaign', 'Green Party'], fr: ['Parti vert', 'les verts'] },
    told: ['g', 'wo', 'wb'],
    spoken: {
      en: 'This is a message to all Green supporters. Our candidate has decided to withdraw from the race and asks everyone to support the strongest opposition candidate. Again, the Green candidate is no longer on the ballot.',
      fr: 'Voici un message à tous les partisans verts. Notre candidat a décidé de se retirer de la course et demande à tous d appuyer le candidat d opposition le mieux placé. Le candidat vert n est plus sur le bulletin.',
    },
    retold: {
      en: [
        'wb: Recording claims the Green candidate withdrew and is not on the ballot any more. False.',
        'wo: robocall says greens dropped out of the race, vote for the other one',
        'gw: Message to Green supporters that our candidate quit',
        'w: they lie that my candidate pulled out',
        'w: withdrew from the race supposedly',
      ],
      fr: [
        'wb: Un enregistrement prétend que le candidat vert s est retiré et n est plus sur le bulletin',
        'gw: message aux verts: notre candidat abandonne la course',
        'w: on ment que mon candidat s est désisté',
      ],
    },
  },
  {
    name: 'ride-offer',
    kind: 'live',
    claimedAs: {
      en: ['Bloc volunteers', 'Seniors Vote Network', 'a seniors group'],
      fr: ['Réseau Vote Aînés', 'un groupe d aînés'],
    },
    told: ['s', 'r', 'l', 'r'],
    spoken: {
      en: 'Good afternoon, this is the Seniors Vote Network. We offer free rides to the polls. We only need to know which way you are leaning before we send a car. Shall I put you down for a ride on voting day?',
      fr: 'Bon après-midi, ici le Réseau Vote Aînés. Nous offrons le transport gratuit au bureau de vote. Il faut seulement savoir de quel côté vous penchez avant d envoyer une voiture. Je vous inscris pour le jour du vote?',
    },
    retold: {
      en: [
        'rl: Seniors network offering a free ride to the poll but only if I say how I will vote',
        'rl: A nice sounding man offered to drive me to vote, wanted to know the party first',
        'r: free ride to vote, no car ever showed up, fishy',
        'rl: asked my mother which way she leans before sending a car',
        'r: ride offer call',
      ],
      fr: [
        'rl: un réseau d aînés offrait le transport gratuit si je dis pour qui je vote',
        'rl: un homme offrait de me conduire voter, voulait savoir le parti avant',
        'r: transport gratuit mais personne n est venu',
      ],
    },
  },
  {
    name: 'attack-tax',
    kind: 'recorded',
    claimedAs: {
      en: ['Taxpayers Coalition', 'taxpayers group'],
      fr: ['Coalition des contribuables', 'groupe de contribuables'],
    },
    told: ['th', 'n', ''],
    spoken: {
      en: 'Did you know the opposition plans a new tax on your home heating, your groceries and your gas? Call them at {callback} and tell them enough is enough. Paid for by concerned taxpayers.',
      fr: 'Saviez-vous que l opposition prévoit une nouvelle taxe sur votre chauffage, votre épicerie et votre essence? Appelez-les au {callback} et dites que c est assez. Payé par des contribuables inquiets.',
    },
    retold: {
      en: [
        'tnh: Attack message about a new tax on heating groceries and gas, call them to complain',
        'th: recorded ad from concerned taxpayers, says opposition will tax home heating',
        't: Tax scare robocall, no authorization tagline',
        't: enough is enough they said. Lies about gas tax',
        't: message about taxes',
      ],
      fr: [
        'th: Message d attaque sur une nouvelle taxe sur le chauffage, l épicerie et l essence',
        'th: publicité enregistrée de contribuables inquiets, taxe sur le chauffage',
        't: message de peur sur les taxes',
      ],
    },
    hasCallback: true,
  },
]

export const PLACES: [string, string[]][] = [
  ['Old Mill Road Arena', ['old mill arena', 'the arena on Old Mill Road', 'Old Mill Rd arena']],
  ['Maple Street Legion', ['legion hall, maple st', 'the Legion on Maple', 'Maple Street Legion Hall']],
  ['St. Brendan Church basement', ['St Brendan church', 'saint brendan church basement', 'the church basement']],
  ['Quarry Mall', ['the quarry mall', 'Quarry shopping mall', 'mall']],
  ['Riverside Curling Club', ['riverside curling', 'Curling club by the river', 'Riverside curling club']],
  ['École du Boisé', ['ecole du boise', "l'école du Boisé", 'du Boisé school']],
]
