import { expect, test } from 'vitest'
import { placeReports } from '../../../functions/domain/partition.ts'
import { factsTold } from '../../support/matched-week.ts'
import { reportId } from '../../support/told.ts'
import { type Case, CASES } from './people.ts'

function outcomeOf({ one, other }: Case): { is: Case['is']; why: unknown } {
  const reports = [one, other].map(({ riding, ...call }, n) => ({
    id: reportId(n),
    ...factsTold({ call: JSON.parse(JSON.stringify(call)), ...(riding ? { riding } : {}) }),
  }))
  const { match, possibleDuplicateOf, possibleMatch } = placeReports(reports).get(reportId(1))!
  return { is: match ? 'merged' : possibleDuplicateOf ? 'possible' : 'apart', why: match ?? possibleMatch }
}

test.each(CASES)('$what: $is', (story) => {
  const { is, why } = outcomeOf(story)
  expect({ is, why }).toEqual({ is: story.is, why })
})
