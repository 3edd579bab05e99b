import type { Language } from '../problem-texts.ts'
import type { ColumnType } from './table.ts'

type Words = {
  title: string
  colon: string
  invented: string
  edition: string
  asOf: string
  definitions: string
  licence: string
  protection: string
  change: string
  reading: string
  readings: string[]
  absence: string[][]
  tables: string
  files: string
  key: string
  columns: string
  shared: string
  sharedAbout: string
  head: string[]
  types: Record<ColumnType, string>
  required: string
  protected: string
  unit: string
  codes: string
  sources: string
}

/** What a code book says by itself; all else is from the definitions. */
export const CODE_BOOK_WORDS: Record<Language, Words> = {
  en: {
    title: 'Code book',
    colon: ': ',
    invented: 'Everything in this edition is invented.',
    edition: 'Edition',
    asOf: 'Counted as of',
    definitions: 'Version of the definitions',
    licence: 'Licence',
    protection: 'Protection',
    change: 'What changed',
    reading: 'How to read the files',
    readings: [
      'Every table comes as CSV (RFC 4180, UTF-8), JSON and Parquet, cell for cell the same. Zero is a value: nothing was counted.',
      'CSV: drop one apostrophe at the beginning of a text. It stands where a text would otherwise be read as absent or be run by a ' +
        'spreadsheet as a formula. Read the columns by the types below, not by guessing: `NA`, `x` and `true` can be texts.',
      'JSON: the rows are under `rows`; a dot in a name is a nested object.',
      'Dates are `YYYY-MM-DD`. Instants are in UTC, to the second. Numbers have a decimal point.',
      '`SHA256SUMS` has the checksum of every file. A published edition never changes; `latest.json`, one folder up, says which is the newest.',
    ],
    absence: [
      ['', 'CSV', 'JSON', 'Parquet'],
      ['missing: not known, not asked, or not applicable', 'empty', '`null`', 'null'],
      ['suppressed: protected, so that nobody can be found', '`x`', '`{ "suppressed": true }`', 'null, and `<name>.suppressed` is true'], // prettier-ignore
    ],
    tables: 'Tables',
    files: 'Files',
    key: 'Key',
    columns: 'Columns',
    shared: 'Columns of several tables',
    sharedAbout: 'Explained here once; every other column where its table is.',
    head: ['Column', 'Type', 'Meaning'],
    types: { text: 'text', integer: 'whole number', number: 'number', boolean: 'true or false', date: 'date', datetime: 'instant' }, // prettier-ignore
    required: 'never missing',
    protected: 'may be suppressed',
    unit: 'Unit',
    codes: 'Codes',
    sources: 'Sources',
  },
  fr: {
    title: 'Dictionnaire des données',
    // As typeset in Canada: a space before the colon, none before the semicolon.
    colon: '\u00A0: ',
    invented: 'Tout est inventé dans cette édition.',
    edition: 'Édition',
    asOf: 'Décompte en date du',
    definitions: 'Version des définitions',
    licence: 'Licence',
    protection: 'Protection',
    change: 'Ce qui a changé',
    reading: 'Comment lire les fichiers',
    readings: [
      'Chaque tableau existe en CSV (RFC 4180, UTF-8), en JSON et en Parquet, identiques cellule par cellule. Zéro est une valeur : rien n’a été compté.',
      'CSV : retirez une apostrophe au début d’un texte. Elle est mise là où le texte serait pris pour une absence, ou exécuté comme formule ' +
        'par un tableur. Lisez les colonnes selon les types ci-dessous, sans deviner : `NA`, `x` et `true` peuvent être des textes.',
      'JSON : les lignes se trouvent sous `rows`; un point dans un nom est un objet imbriqué.',
      'Les dates s’écrivent `AAAA-MM-JJ`. Les instants sont en UTC, à la seconde. Les nombres ont un point décimal.',
      '`SHA256SUMS` donne la somme de contrôle de chaque fichier. Une édition publiée ne change jamais; `latest.json`, un dossier plus haut, dit laquelle est la plus récente.',
    ],
    absence: [
      ['', 'CSV', 'JSON', 'Parquet'],
      ['manquant : inconnu, non demandé ou sans objet', 'vide', '`null`', 'null'],
      ['supprimé : protégé, pour que personne ne soit retrouvé', '`x`', '`{ "suppressed": true }`', 'null, et `<nom>.suppressed` est vrai'], // prettier-ignore
    ],
    tables: 'Tableaux',
    files: 'Fichiers',
    key: 'Clé',
    columns: 'Colonnes',
    shared: 'Colonnes de plusieurs tableaux',
    sharedAbout: 'Expliquées ici une fois; toute autre colonne l’est avec son tableau.',
    head: ['Colonne', 'Type', 'Signification'],
    types: { text: 'texte', integer: 'nombre entier', number: 'nombre', boolean: 'vrai ou faux', date: 'date', datetime: 'instant' }, // prettier-ignore
    required: 'jamais manquant',
    protected: 'peut être supprimé',
    unit: 'Unité',
    codes: 'Codes',
    sources: 'Sources',
  },
}
