import type { StatsTable } from '../stats-query.ts'

type Words = { summary: string; stats?: string; exact?: string }

const both = (summary: string, description: string): Words => ({ summary, stats: description, exact: description })

/** What each table is asked for, by either door. How its rows are to be read stands in the `meta` of every answer. */
export const TABLE_WORDS: Record<StatsTable, Words> = {
  summary: both(
    'Reports, reporters and complaints',
    'In all, and for each kind of election. Over a span of days one row alone. `kind` cannot be combined with a span.',
  ),
  ridings: both(
    'Counts by riding',
    'What is not resolved is a row of its own, `unresolved`. `kind` and `door` cannot be combined.',
  ),
  'caller-ids': {
    summary: 'Counts by number displayed',
    stats:
      'Numbers without their last four digits, and in full those that enough people told of; with `script`, numbers displayed with it. A number may belong to a bystander: its owner need not have placed the call.',
    exact: 'The number may belong to a bystander: its owner need not have placed the call.',
  },
  'caller-id': {
    summary: 'One number displayed',
    stats:
      'Its scripts and its hours of the day, where their counts are shown. 404 where it is not told in full: few people told of it, or none.',
    exact: 'Its ridings, its scripts (at most 100), and its hours of the day. 404 where nothing is counted.',
  },
  scripts: {
    summary: 'Messages told by several',
    stats:
      'One row for each message whose counts are shown: in all, in one `province`, or with one `callerId`. These two cannot be combined.',
    exact:
      'One row for each message told of by at least `atLeast` complaints, and what holds it together. At most 100 rows a page. With `province` the counts are of that alone, all else of the whole message.',
  },
  'list-source': both(
    'One message beside all others',
    'Ridings reached, earlier polls and ages, as shares with an exact interval of 95 %. It indicates and never proves.',
  ),
  ages: { summary: 'Counts by age', exact: '`province` and `script` cannot be combined.' },
  'earlier-polls': both(
    'Answers about an earlier poll',
    'For those misdirected and all others, each answer to each question.',
  ),
  'odds-ratios': {
    summary: 'Polled before, and misdirected?',
    stats:
      'From the published earlier polls alone: odds ratio, and an interval for whatever true numbers the protection leaves possible.',
    exact: 'In reporters, each counted once: odds ratio and exact interval of 95 %.',
  },
  sources: { summary: 'Counts by door and source', stats: 'Doors alone.', exact: 'Sources are what reports claim.' },
  timeline: {
    summary: 'Counts by day or hour',
    stats:
      'Of one of `province`, `riding`, `script` and `callerId` by the day, or of all. `undated` holds calls without a date, and by the hour also those without a time.',
    exact:
      'Of one of `province`, `riding`, `script` and `callerId`, or of all. `undated` holds calls without a date, and by the hour also those without a time.',
  },
}
