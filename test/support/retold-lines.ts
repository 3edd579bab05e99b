import { type Facts, factsOf, wordFactsOf } from '../../functions/domain/facts.ts'
import type { Told } from '../../functions/domain/message.ts'
import { normalise } from '../../functions/domain/normal-form.ts'
import { partition } from '../../functions/domain/partition.ts'
import { readReport } from '../../functions/domain/read-report.ts'
import { readText } from '../../functions/domain/sms/read-text.ts'
import { toldBy } from '../../functions/domain/sms/told-by-text.ts'
import { tell } from '../../functions/domain/tell.ts'
import { isDecidable } from '../../rehearsal/retold/decidable.ts'
import type { Pattern, Teller, Telling } from '../../rehearsal/retold/told-call.ts'
import { reportId } from './told.ts'

/** Two tellings of one line: whether they are of one call, whether they are taken for one, and whether anybody could tell. */
export type RetoldPair = { pattern: Pattern; isSame: boolean; isMerged: boolean; isDecidable: boolean }

/** A week after the last of the calls. */
const NOW = new Date('2011-05-10T12:00:00.000Z')

export function retoldPairs(tellers: Teller[]): RetoldPair[] {
  return tellers.flatMap((teller) => {
    const { pattern, tellings } = teller
    const complaints = partition(tellings.map((telling, n) => ({ id: reportId(n), ...factsTold(telling) })))
    const complaintOf = tellings.map((_, n) => complaints.get(reportId(n)))
    return tellings.flatMap((a, i) =>
      tellings.slice(i + 1).map((b, j) => ({
        pattern,
        isSame: a.call === b.call,
        isMerged: complaintOf[i] === complaintOf[i + 1 + j],
        isDecidable: isDecidable(teller, a, b),
      })),
    )
  })
}

/** The outcome of all its changes, as merge-report compares it. */
function factsTold({ door, form, text = '' }: Telling): Facts {
  const told: Told = door === 'sms' ? textTold(text) : { ...tell(readReport(form, NOW), [], NOW.toISOString()), door }
  const receivedAt = NOW.toISOString()
  return factsOf({ told, normal: normalise(told, receivedAt), words: wordFactsOf(told.words), receivedAt })
}

function textTold(text: string): Told {
  const reading = readText(text, { now: NOW, order: '2003', zone: 'America/Toronto' })
  return toldBy(reading, text, { now: NOW, owns: [] })
}

export type Score = { pairs: number; same: number; wrong: number; missed: number; precision: number; recall: number }

export function scoreOf(pairs: RetoldPair[]): Score {
  const count = (isSo: (pair: RetoldPair) => boolean) => pairs.filter(isSo).length
  const [same, wrong] = [count(({ isSame }) => isSame), count(({ isSame, isMerged }) => isMerged && !isSame)]
  const missed = count(({ isSame, isMerged }) => isSame && !isMerged)
  const right = same - missed
  return { pairs: pairs.length, same, wrong, missed, precision: right / (right + wrong), recall: right / same }
}
