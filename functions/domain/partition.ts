import type { Facts } from './facts.ts'

/** Two tellings of one call may differ by as much. */
const SAME_CALL_MINUTES = 60

type Timed = { id: string } & Pick<Facts, 'caller' | 'day' | 'time'>

/**
 * Groups one reporter's current reports by the call they tell of: each id mapped to that of its complaint. A pure function of
 * the set. One certain rule: the same number displayed on the same written date, unless both give a time and the times are more
 * than an hour apart. Reports without a time join the first group; without a number or a date a report matches no other.
 */
export function partition(reports: readonly Timed[]): Map<string, string> {
  const complaints = new Map<string, string>()
  for (const sameDay of Map.groupBy(reports, numberAndDay).values()) {
    for (const sameCall of splitByTime(sameDay)) {
      const complaint = complaintIdOf(sameCall)
      for (const { id } of sameCall) complaints.set(id, complaint)
    }
  }
  return complaints
}

/** The report after which its complaint is named; the others are merged into it. */
export function isNamesake(reportId: string, complaintId: string): boolean {
  return reportId.slice(4) === complaintId.slice(4)
}

function complaintIdOf(reports: readonly Timed[]): string {
  const smallest = reports.map(({ id }) => id).reduce((a, b) => (a < b ? a : b))
  return `cmp_${smallest.slice(4)}`
}

function numberAndDay({ id, caller, day }: Timed): string {
  return caller?.startsWith('CALLER#+') && day ? `${caller} ${day}` : id
}

function splitByTime(reports: readonly Timed[]): Timed[][] {
  const timed = reports.filter(({ time }) => time).toSorted((a, b) => minutes(a) - minutes(b))
  const groups: Timed[][] = []
  for (const report of timed) {
    const group = groups.at(-1)
    if (group && minutes(report) - minutes(group[0]!) <= SAME_CALL_MINUTES) group.push(report)
    else groups.push([report])
  }
  const untimed = reports.filter(({ time }) => !time)
  if (untimed.length > 0) groups[0] = [...(groups[0] ?? []), ...untimed]
  return groups
}

function minutes({ time = '' }: Timed): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
