import { type Line, readLine } from '../domain/line.ts'
import { reportId } from '../domain/ids.ts'
import { oneTimeCode } from '../domain/one-time-code.ts'
import { keyed, type Keys } from './keys.ts'
import { lineToken } from './line-tokens.ts'

/** Who sent a text: under which key the dialogue stands, and whose line it is; a short code is nobody's. */
export type Sender = { key: string; line: Line | undefined; token: string | null }

export function senderOf(keys: Keys, from: string): Sender {
  const line = readLine(from)
  const token = line ? lineToken(keys, line) : null
  return { key: token ?? `s1.${keyed(keys.dialogues, 'sender', from).toString('base64url')}`, line, token }
}

/** All that is named after a text, the same whenever it comes again. */
export type TextKeys = {
  /** Under which it is remembered. */
  messageKey: string
  /** Of the report, if it begins one. */
  reportId: string
  /** Of the change that it makes. */
  changeId: string
  /** Twelve characters, four by four: what SHOW is answered with. */
  showCode: string
  /** Six digits: what ERASE must be confirmed by. */
  eraseCode: string
  /** By which the code of an ERASE is known while it waits. */
  hashOf: (code: string) => string
}

export function textKeys(keys: Keys, messageId: string): TextKeys {
  const of = (purpose: string) => keyed(keys.dialogues, purpose, messageId)
  return {
    messageKey: `MSG#${of('message').toString('base64url')}`,
    reportId: reportId(of('report')),
    changeId: of('change').toString('base64url'),
    showCode: oneTimeCode(of('show')),
    eraseCode: String(of('erase').readUInt32BE() % 1_000_000).padStart(6, '0'),
    hashOf: (code) => keyed(keys.dialogues, 'confirm', code.trim()).toString('base64url'),
  }
}
