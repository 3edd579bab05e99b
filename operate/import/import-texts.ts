import type { Language } from '../../functions/domain/problem-texts.ts'

/** Why a row is refused before it is sent, or by what only an import can know; beside the codes of the API. */
export const IMPORT_CODES = [
  'number-destroyed',
  'spreadsheet-error',
  'garbled-text',
  'ditto',
  'ambiguous-date',
  'other-date-order',
  'no-date',
  'no-year',
  'not-a-time-of-day',
  'two-times',
  'stray-quote',
  'too-long-row',
  'too-many-cells',
  'quote-not-closed',
  'rows-in-a-cell',
  'more-cells-than-columns',
  'after-a-stray-quote',
  'no-key',
  'key-twice',
  'imported-before',
] as const
export type ImportCode = (typeof IMPORT_CODES)[number]

/** One sentence each: what is wrong, and what to do. */
export const IMPORT_TEXTS: Record<ImportCode, Record<Language, string>> = {
  'number-destroyed': {
    en: 'The spreadsheet has rounded this number and its digits are lost; type it again as text.',
    fr: 'Le tableur a arrondi ce numéro et des chiffres sont perdus; saisissez-le de nouveau comme texte.',
  },
  'spreadsheet-error': {
    en: 'The spreadsheet shows an error here, or a column too narrow for its value.',
    fr: 'Le tableur affiche ici une erreur, ou une colonne trop étroite pour sa valeur.',
  },
  'garbled-text': {
    en: 'This text was damaged when it was saved in another encoding; type it again.',
    fr: 'Ce texte a été abîmé par un changement d’encodage; saisissez-le de nouveau.',
  },
  ditto: {
    en: 'This cell means that of another row; write out what it stands for.',
    fr: 'Cette cellule renvoie à celle d’une autre rangée; écrivez ce qu’elle veut dire.',
  },
  'ambiguous-date': {
    en: 'This date can be read in more than one way, and its column does not tell; say with --dates in which order day, month and year stand.',
    fr: 'Cette date se lit de plus d’une façon et sa colonne ne le dit pas; indiquez avec --dates l’ordre du jour, du mois et de l’année.',
  },
  'other-date-order': {
    en: 'Day and month stand the other way round here than in the rest of the column.',
    fr: 'Le jour et le mois sont ici dans l’ordre inverse du reste de la colonne.',
  },
  'no-date': { en: 'There is a time but no date.', fr: 'Il y a une heure, mais aucune date.' },
  'no-year': {
    en: 'The year is missing; write it, or say with --year which one all dates without a year are of.',
    fr: 'L’année manque; écrivez-la, ou indiquez avec --year celle de toutes les dates sans année.',
  },
  'not-a-time-of-day': {
    en: 'Write the time as 10:03, or the hour as 10 am or 22h.',
    fr: 'Écrivez l’heure sous la forme 10:03, ou 22h.',
  },
  'two-times': {
    en: 'The date does not go with this time: it is a month, or has another time already.',
    fr: 'La date ne va pas avec cette heure : c’est un mois, ou elle a déjà une autre heure.',
  },
  'stray-quote': {
    en: 'A quotation mark in these lines is not written twice, or one is not closed; none of them was read.',
    fr: 'Dans ces lignes, un guillemet n’est pas doublé ou n’est pas fermé; aucune n’a été lue.',
  },
  'too-long-row': {
    en: 'This row has more than a million characters: a quotation mark may not be closed.',
    fr: 'Cette rangée a plus d’un million de caractères : un guillemet n’est peut-être pas fermé.',
  },
  'too-many-cells': {
    en: 'This row has more cells than any spreadsheet.',
    fr: 'Cette rangée a plus de cellules que tout tableur.',
  },
  'quote-not-closed': {
    en: 'A quotation mark opens here and is never closed.',
    fr: 'Un guillemet s’ouvre ici et n’est jamais fermé.',
  },
  'rows-in-a-cell': {
    en: 'One cell seems to hold whole rows: a quotation mark may not be closed. None of these lines was sent.',
    fr: 'Une cellule semble contenir des rangées entières : un guillemet n’est peut-être pas fermé. Aucune de ces lignes n’a été envoyée.',
  },
  'more-cells-than-columns': {
    en: 'This row has more cells than there are columns: a value may hold a delimiter without quotation marks.',
    fr: 'Cette rangée a plus de cellules que de colonnes : une valeur contient peut-être un séparateur sans guillemets.',
  },
  'after-a-stray-quote': {
    en: 'The row before could not be read, and this line may be a part of it.',
    fr: 'La rangée précédente n’a pas pu être lue, et cette ligne en fait peut-être partie.',
  },
  'no-key': { en: 'The key column is empty here.', fr: 'La colonne de clé est vide ici.' },
  'key-twice': {
    en: 'An earlier row of this file has the same key.',
    fr: 'Une rangée précédente de ce fichier a la même clé.',
  },
  'imported-before': {
    en: 'A row with this key was imported before with other content; it stays as it was.',
    fr: 'Une rangée de cette clé a déjà été importée avec un autre contenu; elle reste telle quelle.',
  },
}
