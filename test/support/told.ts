import type { LineErased, ReportMessage, Told } from '../../functions/domain/message.ts'

/** A valid report of one call as it leaves the door; a test names the difference. */
export function told(call: Partial<Told['call']> = {}, rest: Partial<Told> = {}): Told {
  return {
    door: 'web',
    call: {
      callerId: '(450) 555-0146',
      receivedAt: '2011-05-02T10:03',
      kind: 'recorded',
      election: 'federal',
      ...call,
    },
    words: { message: 'Your polling place has moved.' },
    riding: 'Guelph',
    ...rest,
  }
}

/** `rpt_` and 26 digits: ids in the order of their numbers. */
export function reportId(n: number): string {
  return `rpt_${String(n).padStart(26, '0')}`
}

export const TOKEN = `t1.${'A'.repeat(43)}`
export const OTHER_TOKEN = `t1.${'B'.repeat(43)}`

export function posted(n: number, message: Partial<ReportMessage> = {}): ReportMessage {
  return {
    v: 1,
    type: 'report.posted',
    event: 'test',
    id: reportId(n),
    rank: 0,
    acceptedAt: '2026-05-01T12:00:00.000Z',
    messageId: `m${n}-0`,
    line: TOKEN,
    told: told(),
    ...message,
  }
}

/** A PUT that does not name the line. */
export function amended(n: number, message: Partial<ReportMessage> = {}): ReportMessage {
  const { line: _, ...post } = posted(n)
  return {
    ...post,
    type: 'report.amended',
    rank: 1,
    acceptedAt: '2026-05-01T13:00:00.000Z',
    messageId: `m${n}-1`,
    ...message,
  }
}

export function withdrawn(n: number): ReportMessage {
  const { line: _, told: __, ...post } = posted(n)
  return { ...post, type: 'report.withdrawn', rank: 2, acceptedAt: '2026-05-01T14:00:00.000Z', messageId: `m${n}-2` }
}

/** ERASE of a line, accepted after every change above. */
export function erased(message: Partial<LineErased> = {}): LineErased {
  const acceptedAt = '2026-05-01T15:00:00.000Z'
  return { v: 1, type: 'line.erased', event: 'test', line: TOKEN, acceptedAt, messageId: 'e', ...message }
}
