import type { ReportBody } from '../../../rehearsal/rehearsed.ts'

type Told = ReportBody['call'] & { riding?: string }
export type Case = { what: string; is: 'merged' | 'possible' | 'apart'; one: Told; other: Told }

// Written by hand, of what people do with one call or with two; not from the rehearsal.

const NUMBER = '450-555-0146'
const SCRIPT =
  'Automated message from Elections Canada: because of high turnout my poll was moved to the Old Mill Arena on River Road.'
const CALL: Told = { callerId: NUMBER, receivedAt: '2011-05-02T10:03', kind: 'recorded', claimedToBe: 'Elections Canada', message: SCRIPT, riding: 'Guelph', language: 'en' } // prettier-ignore
const BARE: Told = { callerId: NUMBER, receivedAt: '2011-05-02T10:03' }

const same = (what: string, other: Told, one: Told = CALL): Case => ({ what, is: 'merged', one, other: { ...one, ...other } }) // prettier-ignore
const pair = (is: Case['is'], what: string, one: Told, other: Told): Case => ({ what, is, one, other })

export const CASES: Case[] = [
  same('the form was sent twice', {}),
  same('sent twice, with hardly anything in it', {}, { callerId: NUMBER }),
  same('the time rounded to the hour', { receivedAt: '2011-05-02T10:00' }),
  same('rounded to the half hour, from 10:18', { receivedAt: '2011-05-02T10:30' }, { ...CALL, receivedAt: '2011-05-02T10:18' }), // prettier-ignore
  same('"around ten"', { receivedAt: '2011-05-02T10' }),
  same('"around ten", and it was ten to', { receivedAt: '2011-05-02T10' }, { ...CALL, receivedAt: '2011-05-02T09:50' }),
  same('"around ten", and it was twenty past', { receivedAt: '2011-05-02T10:00' }, { ...CALL, receivedAt: '2011-05-02T10:21' }), // prettier-ignore
  same('two who remember different quarters', { receivedAt: '2011-05-02T10:15' }, { ...BARE, receivedAt: '2011-05-02T10:00' }), // prettier-ignore
  same('ten at night for ten in the morning', { receivedAt: '2011-05-02T22:03' }),
  same('guessed, a quarter of an hour off', { receivedAt: '2011-05-02T10:17' }),
  same('in French, and nobody said so', { language: undefined, callerId: undefined, receivedAt: '2011-05-02T10:00', message: 'Un enregistrement disait d’aller voter ailleurs, à l’aréna.' } as unknown as Told), // prettier-ignore
  same('the day alone', { receivedAt: '2011-05-02' }),
  same('the day alone, and other words', { receivedAt: '2011-05-02', message: 'A woman told me I should vote someplace else, sounded wrong' }, CALL), // prettier-ignore
  same('the month alone', { receivedAt: '2011-05' }),
  same('neither day nor time', { receivedAt: undefined } as unknown as Told),
  same('a day off after midnight', { receivedAt: '2011-05-01T00:20' }, { ...CALL, receivedAt: '2011-05-02T00:20' }),
  same('"the night of the first"', { receivedAt: '2011-05-01' }, { ...CALL, receivedAt: '2011-05-02T00:20' }),
  same('a minute to midnight, and after', { receivedAt: '2011-05-02T00:02' }, { ...CALL, receivedAt: '2011-05-01T23:58' }),
  same('a day off, the minute the same', { receivedAt: '2011-05-01T10:03' }),
  same('with the offset of the place', { receivedAt: '2011-05-02T10:03-04:00' }),
  same('as an instant in UTC', { receivedAt: '2011-05-02T14:03Z' }),
  same('a digit wrong', { callerId: '450-555-0148' }),
  same('two digits swapped', { callerId: '450-555-0164' }),
  same('the end of the number forgotten', { callerId: '450-555-01' }),
  same('only the end of the number known', { callerId: '555-0146' }),
  same('the number forgotten', { callerId: 'unknown' }),
  same('the number not given', { callerId: undefined } as unknown as Told),
  same('the number in the message', { callerId: undefined, message: `${NUMBER} left a message that my poll moved to the arena` } as unknown as Told), // prettier-ignore
  same('the riding misspelt', { riding: 'Gulph' }),
  same('the riding left out', { riding: undefined } as unknown as Told),
  same('another kind', { kind: 'live' }),
  same('in French', { language: 'fr', claimedToBe: 'Élections Canada', message: 'Un message enregistré disait que mon bureau de vote était déplacé à l’aréna.' }), // prettier-ignore
  same('only words, nearly the same', { callerId: undefined, receivedAt: undefined, kind: undefined, claimedToBe: undefined, message: `Got this: ${SCRIPT} I did not go.` } as unknown as Told), // prettier-ignore
  same('number wrong by one and time rounded', { callerId: '450-555-0147', receivedAt: '2011-05-02T10:00' }),
  same('no number, time rounded, retold', { callerId: undefined, receivedAt: '2011-05-02T10:00', message: 'It was Elections Canada, a recording, they moved my poll to an arena' } as unknown as Told), // prettier-ignore

  pair('apart', 'called again two hours later', CALL, { ...CALL, receivedAt: '2011-05-02T12:10' }),
  pair('apart', 'called again in the evening, word for word', CALL, { ...CALL, receivedAt: '2011-05-02T18:41' }),
  pair('apart', 'called again an hour and a quarter later', CALL, { ...CALL, receivedAt: '2011-05-02T11:18' }),
  pair('possible', 'called again within the hour', CALL, { ...CALL, receivedAt: '2011-05-02T10:38' }),
  pair('apart', 'called again within the hour, and later', CALL, { ...CALL, receivedAt: '2011-05-02T10:52' }),
  pair('possible', 'within the hour, and nothing but the number', BARE, { ...BARE, receivedAt: '2011-05-02T10:38' }),
  pair('apart', 'called again at noon, both times round', { ...CALL, receivedAt: '2011-05-02T09:00' }, { ...CALL, receivedAt: '2011-05-02T12:00' }), // prettier-ignore
  pair('apart', 'the same campaign two days later', CALL, { ...CALL, receivedAt: '2011-05-04T15:30' }),
  pair('possible', 'the same campaign on neighbouring days, no times', { ...CALL, receivedAt: '2011-05-01' }, { ...CALL, receivedAt: '2011-05-02' }), // prettier-ignore
  pair('apart', 'two campaigns on one day', CALL, { callerId: '613-555-0182', receivedAt: '2011-05-02T17:40', kind: 'live', claimedToBe: 'a candidate', message: 'Rude man asking for donations, would not stop', riding: 'Guelph' }), // prettier-ignore
  pair('apart', 'two campaigns on one day, no times', { ...CALL, receivedAt: '2011-05-02' }, { callerId: '613-555-0182', receivedAt: '2011-05-02', kind: 'live', claimedToBe: 'a candidate', message: 'Rude man asking for donations, would not stop', riding: 'Guelph' }), // prettier-ignore
  pair('apart', 'two campaigns at the same round hour', { ...CALL, receivedAt: '2011-05-02T10:00' }, { callerId: '613-555-0182', receivedAt: '2011-05-02T10:00', kind: 'live', claimedToBe: 'a candidate', message: 'Rude man asking for donations, would not stop', riding: 'Guelph' }), // prettier-ignore
  pair('apart', 'two hidden numbers on one day', { ...CALL, callerId: 'private' }, { callerId: 'private', receivedAt: '2011-05-02T19:15', kind: 'live', message: 'Rude man asking for donations, would not stop' }), // prettier-ignore
  pair('possible', 'the same day and nothing else', { receivedAt: '2011-05-02' }, { receivedAt: '2011-05-02' }),
  pair('apart', 'the same claim and nothing else', { claimedToBe: 'Elections Canada' }, { claimedToBe: 'Elections Canada' }),
  pair('apart', 'hidden numbers and nothing else', { callerId: 'private' }, { callerId: 'private' }),
  pair('apart', 'neighbouring numbers, other words, hours apart', CALL, { callerId: '450-555-0147', receivedAt: '2011-05-02T16:20', kind: 'live', message: 'Survey about who I vote for' }), // prettier-ignore
] // prettier-ignore
