import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedSource, readSourceRecord, sourceRecord } from '../../functions/domain/published-source.ts'

test.each([
  ['  Office of\u00A0the  member ', 'Office of the member'],
  ['Bureau\r\nde\tcirconscription', 'Bureau de circonscription'],
  ['Office\u202E fo\u0000\u200B', 'Office fo'],
  ['Example News 2011', 'Example News 2011'],
  ['Journal no 104/12', 'Journal no 104/12'],
])('%j is published as %j', (claimed, published) => {
  expect(publishedSource(claimed)).toBe(published)
})

test.each([undefined, '', ' \u200B ', 'call 519-555-0123', '(519) 555 0123', 'somebody@example.org', '5 1 9 5 5 5 0'])(
  '%j is not published',
  (claimed) => expect(publishedSource(claimed)).toBeUndefined(),
)

test('whatever is claimed, it is one line of at most 60 characters that names a record and is read from it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (claimed) => {
      const source = publishedSource(claimed)
      if (source === undefined) return
      expect(Array.from(source).length).toBeLessThanOrEqual(60)
      expect(source).not.toMatch(/[\p{C}\n\r]/u)
      const record = sourceRecord('import', source)
      expect(record).toMatch(/^[!-{}~]+ [!-{}~]{1,720}$/)
      expect(readSourceRecord(record)).toEqual({ door: 'import', source })
      expect(publishedSource(source)).toBe(source)
    }),
  )
})
