import type { ProblemCode } from './problems.ts'
import type { FieldCode } from './rejected.ts'

export type Language = 'en' | 'fr'
export const LANGUAGES: Language[] = ['en', 'fr']

type Texts<Code extends string> = Record<Code, Record<Language, string>>

/** One sentence each: what is wrong, and what to do. */
export const PROBLEM_TITLES: Texts<ProblemCode> = {
  'not-json': {
    en: 'The body is not JSON.',
    fr: 'Le corps de la requête n’est pas du JSON.',
  },
  'not-a-form': {
    en: 'The body is not a URL-encoded form in UTF-8.',
    fr: 'Le corps de la requête n’est pas un formulaire encodé (URL, UTF-8).',
  },
  'not-utf-8': {
    en: 'The body is not UTF-8.',
    fr: 'Le corps de la requête n’est pas en UTF-8.',
  },
  'malformed-header': {
    en: 'Idempotency-Key must have 16 to 255 printable ASCII characters.',
    fr: 'Idempotency-Key doit avoir de 16 à 255 caractères ASCII imprimables.',
  },
  'bad-signature': {
    en: 'This is no text message signed by a gateway that we know.',
    fr: 'Ceci n’est pas un message texte signé par une passerelle que nous connaissons.',
  },
  'purpose-required': {
    en: 'Say in the header Purpose what you need the counts for, in 10 to 500 printable characters of UTF-8; it is put on record.',
    fr: 'Indiquez dans l’en-tête Purpose à quoi serviront les chiffres, en 10 à 500 caractères imprimables (UTF-8); c’est consigné.',
  },
  'outside-limits': {
    en: 'Your access is limited to some provinces or ridings, and this asks for more. You may ask for ridings; for summary, ages or timeline of a province of yours (province=); and for timeline of a riding of yours (riding=). All else is of the whole country.',
    fr: 'Votre accès se limite à certaines provinces ou circonscriptions, et cette demande va au-delà. Vous pouvez demander ridings; summary, ages ou timeline pour une de vos provinces (province=); et timeline pour une de vos circonscriptions (riding=). Tout le reste porte sur le pays entier.',
  },
  'unknown-limit': {
    en: 'Your access has a limit that this service does not understand; ask those who gave it to you to correct it.',
    fr: 'Votre accès a une limite que ce service ne comprend pas; demandez à qui vous l’a donné de la corriger.',
  },
  'unknown-report': {
    en: 'There is no report with this id and this receipt.',
    fr: 'Il n’existe aucun signalement avec cet identifiant et ce reçu.',
  },
  'unknown-caller-id': {
    en: 'Nothing is told of this number. Write it as +14505550146; in public, a number of which few people told is never named.',
    fr: 'Rien n’est donné sur ce numéro. Écrivez-le sous la forme +14505550146; en public, un numéro que peu de gens rapportent n’est jamais nommé.',
  },
  'unknown-script': {
    en: 'Nothing is told of a script with this id; in public, one of which few people told is not.',
    fr: 'Rien n’est donné sur un scénario avec cet identifiant; en public, un scénario que peu de gens rapportent ne l’est pas.',
  },
  'nothing-published': {
    en: 'No edition of the statistics has been published yet, or none of this name.',
    fr: 'Aucune édition des statistiques n’a encore été publiée, ou aucune de ce nom.',
  },
  'unknown-path': {
    en: 'There is nothing at this address.',
    fr: 'Il n’y a rien à cette adresse.',
  },
  'method-not-allowed': {
    en: 'This address does not take this method; the Allow header names those it takes.',
    fr: 'Cette adresse n’accepte pas cette méthode; l’en-tête Allow nomme celles qu’elle accepte.',
  },
  'too-large': {
    en: 'The body is larger than 32 KiB.',
    fr: 'Le corps de la requête dépasse 32 Kio.',
  },
  'unsupported-media-type': {
    en: 'Send application/json or application/x-www-form-urlencoded, in UTF-8.',
    fr: 'Envoyez application/json ou application/x-www-form-urlencoded, en UTF-8.',
  },
  'unsupported-encoding': {
    en: 'Send the body without any Content-Encoding.',
    fr: 'Envoyez le corps sans aucun Content-Encoding.',
  },
  'invalid-fields': {
    en: 'Some fields need a correction; nothing was kept.',
    fr: 'Certains champs sont à corriger; rien n’a été conservé.',
  },
  'idempotency-key-reused': {
    en: 'This Idempotency-Key was used for another body in the last 14 days.',
    fr: 'Cette clé Idempotency-Key a servi pour un autre contenu au cours des 14 derniers jours.',
  },
  'invalid-query': {
    en: 'Some query parameters need a correction.',
    fr: 'Certains paramètres de la requête sont à corriger.',
  },
  internal: {
    en: 'Something went wrong on our side. Please try again; with the same Idempotency-Key nothing is counted twice.',
    fr: 'Une erreur est survenue de notre côté. Veuillez réessayer; avec la même clé Idempotency-Key, rien n’est compté deux fois.',
  },
  unavailable: {
    en: 'This service cannot do its work at this moment. Please try again soon; with the same Idempotency-Key nothing is counted twice.',
    fr: 'Ce service ne peut pas faire son travail en ce moment. Veuillez réessayer bientôt; avec la même clé Idempotency-Key, rien n’est compté deux fois.',
  },
}

export const FIELD_TEXTS: Texts<FieldCode> = {
  'wrong-type': { en: 'This has the wrong type.', fr: 'Le type est incorrect.' },
  'unknown-field': {
    en: 'There is something here that we do not know, or not here; `allowed` lists what can be given.',
    fr: 'Il y a ici un nom que nous ne connaissons pas, ou pas ici; `allowed` donne ceux qui sont possibles.',
  },
  'duplicate-field': { en: 'This was given more than once.', fr: 'Ce champ a été donné plus d’une fois.' },
  'not-an-option': { en: 'This is not one of the choices.', fr: 'Ce n’est pas un des choix possibles.' },
  'too-long': { en: 'This is too long.', fr: 'C’est trop long.' },
  'not-text': {
    en: 'This contains a character that is not text.',
    fr: 'Ceci contient un caractère qui n’est pas du texte.',
  },
  'one-required': {
    en: 'Give at least one of: what was said, the number displayed, when the call came, the name displayed, who the caller claimed to be.',
    fr: 'Donnez au moins un de ces éléments : ce qui a été dit, le numéro affiché, le moment de l’appel, le nom affiché, au nom de qui on appelait.',
  },
  'not-a-time': {
    en: 'Write the time as 2011-05-02T10:03, or a date as 2011-05-02, or a month as 2011-05.',
    fr: 'Écrivez le moment sous la forme 2011-05-02T10:03, ou une date 2011-05-02, ou un mois 2011-05.',
  },
  'no-such-date': { en: 'This date or time does not exist.', fr: 'Cette date ou cette heure n’existe pas.' },
  'too-early': { en: 'This is before the year 2000.', fr: 'C’est avant l’an 2000.' },
  'in-the-future': { en: 'This is in the future.', fr: 'C’est dans le futur.' },
  'not-a-language': {
    en: 'This is not a language tag such as en or fr-CA.',
    fr: 'Ce n’est pas un code de langue comme fr-CA ou en.',
  },
  'not-combinable': {
    en: 'These filters cannot be combined: no such cell is published.',
    fr: 'Ces filtres ne se combinent pas : aucune cellule de ce genre n’est publiée.',
  },
  'not-a-span': { en: 'The span ends before it begins.', fr: 'La période finit avant de commencer.' },
  'not-a-date': { en: 'Write a date as 2011-05-02.', fr: 'Écrivez la date sous la forme 2011-05-02.' },
  'out-of-range': {
    en: 'Give a whole number from 1 on; a page has at most 1000 rows, of scripts 100.',
    fr: 'Donnez un nombre entier à partir de 1; une page a au plus 1000 lignes, celle des scénarios 100.',
  },
  'not-a-script-id': {
    en: 'Give a script’s id: scr_ and 26 letters and digits.',
    fr: 'Donnez l’identifiant d’un scénario : scr_ et 26 lettres et chiffres.',
  },
  'not-a-riding-id': {
    en: 'Give a riding’s id, as ocd-division/country:ca/ed:35027, or unresolved.',
    fr: 'Donnez l’identifiant d’une circonscription, comme ocd-division/country:ca/ed:35027, ou unresolved.',
  },
  'not-a-phone-number': {
    en: 'This is not a phone number; write it with its area code.',
    fr: 'Ce n’est pas un numéro de téléphone; écrivez-le avec son indicatif régional.',
  },
}
