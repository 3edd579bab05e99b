import { fieldError } from '../field-error.ts'
import type { Told } from '../message.ts'
import { normalise } from '../normal-form.ts'
import type { OwnLine } from '../own-line.ts'
import { ReportForm } from '../report-form.ts'
import { orderOfDay, type RepresentationOrder } from '../ridings/riding.ts'
import type { RidingNormal } from '../ridings/riding-normal.ts'
import { zonesOf } from '../ridings/riding-zones.ts'
import { tell } from '../tell.ts'
import { readWrittenTime, timeFault } from '../written-time.ts'
import { isForwarded } from './forwarded.ts'
import type { TextReading } from './reading.ts'

const LONGEST_MESSAGE = 5000

/** Where and when a text is read: the zone of the riding that was told, else the sender's; the order that was in force then. */
export function readingContext(told: Told | undefined, now: Date, senderZone: string): { now: Date; order: RepresentationOrder; zone: string } {
  const riding = told && ridingOf(told, now)
  const isPlaced = riding?.id !== undefined || riding?.province !== undefined
  return {
    now,
    order: orderOfDay(told?.call.receivedAt ?? now.toISOString()),
    zone: isPlaced ? zonesOf(riding)[0]! : senderZone,
  }
} // prettier-ignore

/** The riding that was told, as it will be counted; undefined while none was. */
export function ridingOf(told: Told, now: Date): RidingNormal | undefined {
  return told.riding === undefined ? undefined : normalise(told, now.toISOString()).riding
}

/** What a text tells, cleared of the sender's line. `message` is given where it tells more than answers. */
export function toldBy(reading: TextReading, message: string | undefined, { now, owns }: { now: Date; owns: OwnLine[] }): Told {
  const input = {
    call: without({
      callerId: reading.callerId?.value,
      receivedAt: reading.receivedAt?.value,
      // How it came is told, not answered.
      kind: message ? (reading.kind ?? (isForwarded(message) ? 'text' : undefined)) : undefined,
      message: message && shortened(message),
      callbackNumber: reading.callbackNumber?.value,
      pollingPlace: reading.pollingPlace?.value,
      claimedToBe: reading.claimedToBe?.value,
    }),
    ...without({ riding: reading.riding?.value }),
  }
  return { ...tell(validOf(input, now), owns, now.toISOString()), door: 'sms' }
} // prettier-ignore

/** The form without what the public door would refuse in it: a text is kept for what is left. */
function validOf(input: { call: Record<string, string>; riding?: string }, now: Date): ReportForm {
  const written = readWrittenTime(input.call['receivedAt'] ?? '')
  if (written && timeFault(written, now)) delete input.call['receivedAt']
  const parsed = ReportForm.safeParse(input)
  if (parsed.success) return parsed.data
  for (const { pointer } of parsed.error.issues.map((issue) => fieldError(issue, ReportForm, 'wrong-type'))) {
    const [, parent = '', name = ''] = pointer.split('/')
    if (parent === 'riding') delete input.riding
    else delete input.call[name]
  }
  return ReportForm.parse(input)
}

/**
 * What a report tells after one more text. Answers count over what was told before; what a longer text says counts only where
 * nothing was told, so that it means nothing which of the two came first.
 */
export function amended(before: Told, added: Told, counts: 'answers' | 'story'): Told {
  const [first, second] = counts === 'answers' ? [added, before] : [before, added]
  const number = (name: 'callerId' | 'callbackNumber') => {
    const from = [first, second].find(({ call }) => call[name] ?? call[`${name}Signs`])
    return { [name]: from?.call[name], [`${name}Signs`]: from?.call[`${name}Signs`] }
  }
  return {
    ...before,
    call: {
      ...before.call,
      ...number('callerId'),
      ...number('callbackNumber'),
      receivedAt: first.call.receivedAt ?? second.call.receivedAt,
      kind: [before, added].find(({ call }) => call.kind !== 'unsure')?.call.kind ?? 'unsure',
    },
    words: {
      message: joined(before.words.message, added.words.message),
      pollingPlace: first.words.pollingPlace ?? second.words.pollingPlace,
      claimedToBe: first.words.claimedToBe ?? second.words.claimedToBe,
      callerName: before.words.callerName,
    },
    riding: first.riding ?? second.riding,
    media: both(before.media, added.media),
  }
}

function both(before: Told['media'], added: Told['media']): Told['media'] {
  if (!before || !added) return before ?? added
  return { count: before.count + added.count, types: [...new Set([...before.types, ...added.types])] }
}

function joined(before: string | undefined, added: string | undefined): string | undefined {
  if (!before || !added || before.includes(added)) return before ?? added
  return shortened(`${before}\n${added}`)
}

/** Of the fields that are asked for, those that are not told; a line of the reporter's own is told. */
export function missing({ call, riding }: Told): ('number' | 'place' | 'time')[] {
  return [
    ...((call.callerId ?? call.callerIdSigns) ? [] : ['number' as const]),
    ...(riding ? [] : ['place' as const]),
    ...(call.receivedAt ? [] : ['time' as const]),
  ]
}

/** With the mark of a report that lacks something still: a field, or which riding its place is in. */
export function marked(told: Told, now: Date): Told {
  const { incomplete: _, ...rest } = told
  return missing(told).length > 0 || ridingOf(told, now)?.id === undefined ? { ...rest, incomplete: true } : rest
}

function shortened(text: string): string {
  const letters = Array.from(text)
  return letters.length > LONGEST_MESSAGE ? letters.slice(0, LONGEST_MESSAGE).join('') : text
}

function without<T extends Record<string, string | undefined>>(fields: T): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])))
}
