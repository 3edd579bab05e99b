import { aReport } from '../../support/sender.ts'
import { FORM_TYPE, MARKER, unreadable } from './bad-request.ts'

const KIB = 1024
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

/** A valid report of so many bytes, but for its size. */
function ofSize(bytes: number): string {
  const rest = JSON.stringify(aReport({ message: '' })).length
  return JSON.stringify(aReport({ message: MARKER.padEnd(bytes - rest, 'x') }))
}

export const UNREADABLE_BODIES = [
  unreadable('no JSON', 'not-json', `${MARKER} { not json`),
  unreadable('JSON cut in the middle', 'not-json', JSON.stringify(aReport({ message: MARKER })).slice(0, -20)),
  unreadable('nothing', 'not-json', ''),
  unreadable('a form that says it is JSON', 'not-json', `call.message=${MARKER}`),
  unreadable('NaN', 'not-json', `{"call":{"message":NaN},"${MARKER}":1}`),
  unreadable('two documents', 'not-json', `{"call":{"message":"${MARKER}"}}{}`),

  unreadable('one byte more than 32 KiB', 'too-large', ofSize(32 * KIB + 1)),
  unreadable('33 KiB', 'too-large', ofSize(33 * KIB)),
  unreadable('33 KiB in fewer characters', 'too-large', JSON.stringify(aReport({ message: 'é'.repeat(16.5 * KIB) }))),
  unreadable('a form of 33 KiB', 'too-large', `call.message=${MARKER.padEnd(33 * KIB, 'x')}`, FORM_TYPE),
  unreadable('a megabyte', 'too-large', ofSize(KIB * KIB)),

  unreadable('no UTF-8 in JSON', 'not-utf-8', latin1(`{"call":{"message":"${MARKER} d\xe9m\xe9nag\xe9"}}`)),
  unreadable('no UTF-8 in a form', 'not-utf-8', latin1(`call.message=${MARKER}\xe9`), FORM_TYPE),
  unreadable('half a character', 'not-utf-8', latin1(`{"call":{"message":"${MARKER} \xf0\x9f\x93"}}`)),
  unreadable('a surrogate in UTF-8', 'not-utf-8', latin1(`{"call":{"message":"${MARKER} \xed\xa0\x80"}}`)),
  unreadable('UTF-16', 'not-utf-8', Uint8Array.from(Buffer.from('\ufeff{"call":{"message":"x"}}', 'utf16le'))),

  unreadable('an escape of a form that is no UTF-8', 'not-a-form', `call.message=${MARKER}%E9`, FORM_TYPE),
  unreadable('half an escape in a form', 'not-a-form', `call.message=${MARKER}%`, FORM_TYPE),
]
