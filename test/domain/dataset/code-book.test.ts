import { expect, test } from 'vitest'
import { codeBook } from '../../../functions/domain/dataset/code-book.ts'
import type { Column } from '../../../functions/domain/dataset/table.ts'
import { COUNT_COLUMNS } from '../../../functions/domain/editions/columns.ts'
import { PUBLISHED_TABLES } from '../../../functions/domain/editions/published-tables.ts'
import { MISDIRECTED } from '../../../functions/domain/stats/describe-table.ts'
import { EDITION } from '../../support/made-up-edition.ts'
import { RIDINGS } from '../../support/made-up-table.ts'

test.each(['en', 'fr'] as const)('the code book names and explains every column, in %s', (language) => {
  const book = codeBook(EDITION, language)
  for (const { columns, title, description } of EDITION.tables) {
    expect(book).toContain(title[language])
    expect(book).toContain(description[language])
    for (const column of columns) {
      const row = book.split('\n').find((line) => line.startsWith(`| \`${column.name}\` `))
      expect(row).toContain(`**${column.title[language]}.** ${column.description[language]}`)
    }
  }
})

test('units, codes, protection and sources are said in the language of the book', () => {
  const [en, fr] = [codeBook(EDITION, 'en'), codeBook(EDITION, 'fr')]
  expect(en).toContain('| `complaints` | whole number; never missing; may be suppressed | **Complaints.** Distinct calls, rounded. Unit: complaints. |') // prettier-ignore
  expect(fr).toContain('| `complaints` | nombre entier; jamais manquant; peut être supprimé | **Plaintes.** Appels distincts, arrondis. Unité\u00A0: plaintes. |') // prettier-ignore
  expect(en).toContain('Codes, `riding.province`:\n\n- `ON` — Ontario\n- `BC` — British Columbia\n')
  expect(fr).toContain('Codes, `riding.province`\u00A0:\n\n- `ON` — Ontario\n- `BC` — Colombie-Britannique\n')
  expect(en).toContain('- [Elections Canada](https://www.elections.ca/)')
  expect(fr).toContain('Arrondi à 5, à partir de 10.')
  expect(fr).toContain('**Tout est inventé dans cette édition.**')
})

test('columns that several tables have are explained once, and named in each of them', () => {
  const [riding, , complaints, note] = RIDINGS.columns as [Column, Column, Column, Column]
  const other = { ...note, description: { en: 'Another note.', fr: 'Une autre note.' } }
  const ages = { ...RIDINGS, name: 'ages', columns: [complaints, other], key: [other.name], rows: [] }
  const book = codeBook({ ...EDITION, tables: [{ ...RIDINGS, columns: [riding, complaints, note] }, ages] }, 'en')
  expect(book.match(/\| `complaints` /g)).toHaveLength(1)
  expect(book.match(new RegExp(`\\| \`${note.name}\` `, 'g'))).toHaveLength(2)
  const [, shared, tables] = book.split(/## Columns of several tables|## Tables/)
  expect(shared).toContain('**Complaints.** Distinct calls, rounded.')
  expect(tables).toContain(`Columns: \`riding.id\`, \`complaints\`, \`${note.name}\`.`)
  expect(tables).toContain(`Columns: \`complaints\`, \`${note.name}\`.`)
})

test('of columns that no other table has there is no chapter of their own', () => {
  expect(codeBook(EDITION, 'fr')).not.toContain('Colonnes de plusieurs tableaux')
})

test('in the code books of an edition every column of counts is explained once', () => {
  const tables = Object.values(PUBLISHED_TABLES).map((definition) => ({ ...definition, rows: [] }))
  for (const language of ['en', 'fr'] as const) {
    const book = codeBook({ ...EDITION, tables }, language)
    for (const { name } of COUNT_COLUMNS) expect(book.split(`| \`${name}\` |`)).toHaveLength(2)
    expect(book).toContain(MISDIRECTED[language])
    expect(book).not.toContain('..')
  }
})

test('in French a script is called what the API calls it, not as a text message is', () => {
  expect(JSON.stringify(PUBLISHED_TABLES.scripts)).not.toMatch(/"[^"]*\bTexte|Un texte/)
})

test('the three kinds of absence are shown for each format', () => {
  expect(codeBook(EDITION, 'en')).toContain('suppressed: protected, so that nobody can be found | `x` | `{ "suppressed": true }` | null, and `<name>.suppressed` is true |') // prettier-ignore
})

test('a bar in a text does not end its cell', () => {
  const [table] = EDITION.tables
  const column = { ...table!.columns[0]!, description: { en: 'one | two\nthree', fr: '' } }
  const book = codeBook({ ...EDITION, tables: [{ ...table!, columns: [column] }] }, 'en')
  expect(book).toContain('one \\| two three |')
})
