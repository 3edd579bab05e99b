import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editionFiles, type Files } from '../../functions/adapters/edition-files.ts'
import { readEdition } from '../../functions/adapters/read-edition.ts'
import { UnpublishableError } from '../../functions/domain/dataset/check-table.ts'
import { differences } from '../../functions/domain/dataset/differences.ts'
import type { Edition } from '../../functions/domain/dataset/edition.ts'
import { EDITION } from '../support/made-up-edition.ts'
import { anyTable } from '../support/random-table.ts'

function published(edition: Edition): Files {
  return new Map([...editionFiles(edition)].map(([path, bytes]) => [path.split('/').at(-1)!, bytes]))
}

test('an edition comes back from its files as it was, whatever is in it', () => {
  expect(readEdition(published(EDITION))).toEqual(EDITION)
  fc.assert(
    fc.property(anyTable, (table) => {
      const edition = { ...EDITION, tables: [table] }
      expect(differences(edition, readEdition(published(edition)))).toEqual([])
    }),
    { numRuns: 50, seed: 7 },
  )
})

test.each(['ridings.json', 'definitions.json'])(
  'nothing is compared with an edition whose %s is not as published, or gone',
  (path) => {
    const files = published(EDITION)
    expect(() => readEdition(new Map(files).set(path, files.get(path)!.with(30, 63)))).toThrow('not as it was published') // prettier-ignore
    files.delete(path)
    expect(() => readEdition(files)).toThrow(`${path}: not as it was published`)
  },
)

test('nothing is compared with an edition without checksums', () => {
  const files = published(EDITION)
  files.delete('SHA256SUMS')
  expect(() => readEdition(files)).toThrow(UnpublishableError)
})
