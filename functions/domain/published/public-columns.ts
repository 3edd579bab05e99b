import type { Column } from '../dataset/table.ts'
import type { StatsTable } from '../stats-query.ts'
import { DAYS_NOT_SHOWN } from './answered.ts'
import { CALLER_ID_COLUMNS, CALLER_IDS_COLUMNS } from './caller-answers.ts'
import { LIST_SOURCE_COLUMNS } from './list-source-answer.ts'
import { RIDING_COLUMNS, SUMMARY_COLUMNS } from './place-answers.ts'
import { ODDS_RATIOS } from '../editions/odds-ratio-table.ts'
import { POLL_ANSWER_COLUMNS } from './poll-answers.ts'
import { AGE_COLUMNS, DOOR_COLUMNS, SCRIPT_COLUMNS } from './script-answers.ts'
import { TIMELINE_COLUMNS } from './timeline-answer.ts'

/** What every row of each published table has. */
export const PUBLIC_COLUMNS: Record<StatsTable, readonly Column[]> = {
  summary: SUMMARY_COLUMNS,
  ridings: RIDING_COLUMNS,
  'caller-ids': CALLER_IDS_COLUMNS,
  'caller-id': CALLER_ID_COLUMNS,
  scripts: SCRIPT_COLUMNS,
  'list-source': LIST_SOURCE_COLUMNS,
  ages: AGE_COLUMNS,
  'earlier-polls': POLL_ANSWER_COLUMNS,
  'odds-ratios': ODDS_RATIOS.columns,
  sources: DOOR_COLUMNS,
  timeline: TIMELINE_COLUMNS,
}

/** What rows over several days have besides. */
export const OVER_DAYS: Partial<Record<StatsTable, readonly Column[]>> = {
  summary: [DAYS_NOT_SHOWN],
  timeline: [DAYS_NOT_SHOWN],
}
