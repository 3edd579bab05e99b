import { expect, test } from 'vitest'
import { codeBook } from '../../../functions/domain/dataset/code-book.ts'
import { EDITION } from '../../support/made-up-edition.ts'

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
  expect(en).toContain('Codes, `riding.province`: `ON` Ontario, `BC` British Columbia.')
  expect(fr).toContain('`BC` Colombie-Britannique')
  expect(en).toContain('- [Elections Canada](https://www.elections.ca/)')
  expect(fr).toContain('Arrondi à 5, à partir de 10.')
  expect(fr).toContain('**Tout est inventé dans cette édition.**')
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
