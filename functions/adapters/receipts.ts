import { hash, timingSafeEqual } from 'node:crypto'
import type { Line } from '../domain/line.ts'
import { asked, lineParts, type OwnLine } from '../domain/own-line.ts'
import { keyed, type Keys } from './keys.ts'
import { lineToken } from './line-tokens.ts'

// r<version>.<what is known of the line>.<mac>; both parts are base64url of whole bytes.
const RECEIPT = /^r(?<version>[1-9]\d{0,2})\.(?<tag>[\w-]{23})\.(?<mac>[\w-]{22})$/
const MAC_BYTES = 16

/** Of a line that is known by its token alone. */
export type TokenOnly = { token: string }

/**
 * What a report's reporter shows to read, amend or withdraw it. It needs no table. It knows the line only as keyed tags, so that
 * a later change that does not name the line can still be cleared of it: where only the token was known, of whole North American
 * numbers, not of their last seven digits.
 */
export function issueReceipt(keys: Keys, id: string, line: Line | TokenOnly | undefined): string {
  const version = keys.receipts.length
  const tags = lineTags(keys, version, id)
  const tag = line && 'token' in line ? tagToken(tags, line) : tagLine(tags, line)
  return `r${version}.${tag}.${receiptMac(keys, version, { id, tag })}`
}

/** What a receipt knows of the reporter's line, or undefined when it is not this report's receipt. */
export function verifyReceipt(keys: Keys, id: string, receipt: string): OwnLine | undefined {
  const { version: versionText = '', tag = '', mac = '' } = RECEIPT.exec(receipt)?.groups ?? {}
  const version = Number(versionText)
  if (!keys.receipts[version - 1]) return undefined
  const expected = receiptMac(keys, version, { id, tag })
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return undefined
  return readTag(keys, lineTags(keys, version, id), tag)
}

function receiptMac(keys: Keys, version: number, { id, tag }: { id: string; tag: string }): string {
  return keyed(keys.receipts[version - 1]!, 'receipt', id, tag)
    .subarray(0, MAC_BYTES)
    .toString('base64url')
}

type Tagger = (digits: string) => Buffer
type LineTags = { national: Tagger; local: Tagger; exchange: Tagger }

// One HMAC for each report, then hashes under that secret, cut short: a text of 5,000 digits asks 5,000 times, and a hash takes a
// third of an HMAC's time.
function lineTags(keys: Keys, version: number, id: string): LineTags {
  const secret = keyed(keys.receipts[version - 1]!, 'line', id).toString('hex')
  const tagger = (part: string, bytes: number) => (digits: string) =>
    Buffer.from(hash('sha256', `${secret} ${part} ${digits}`).slice(0, 2 * bytes), 'hex')
  return { national: tagger('national', 8), local: tagger('local', 4), exchange: tagger('exchange', 4) }
}

// Without a line, or a part of one, the tag is that of no digits: without the key nobody can tell.
function tagLine(tags: LineTags, line: Line | undefined): string {
  const { length, national, local, exchange } = lineParts(line)
  const parts = [Buffer.of(length), tags.national(national), tags.local(local), tags.exchange(exchange)]
  return Buffer.concat(parts).toString('base64url')
}

// No line has no digits.
const BY_TOKEN = 0
const NORTH_AMERICAN_LENGTH = 10

function tagToken(tags: LineTags, { token }: TokenOnly): string {
  const parts = [Buffer.of(BY_TOKEN), tags.national(token), tags.local(''), tags.exchange('')]
  return Buffer.concat(parts).toString('base64url')
}

function readTag(keys: Keys, tags: LineTags, tag: string): OwnLine {
  const bytes = Buffer.from(tag, 'base64url')
  const [national, local, exchange] = [bytes.subarray(1, 9), bytes.subarray(9, 13), bytes.subarray(13, 17)]
  if (bytes[0] === BY_TOKEN)
    return asked({
      length: NORTH_AMERICAN_LENGTH,
      isNorthAmerican: true,
      isNational: (digits) => tags.national(lineToken(keys, { e164: `+1${digits}` })).equals(national),
      isLocal: (digits) => digits === '', // as of a line that has none
      isExchange: () => false,
    })
  return asked({
    length: bytes[0]!,
    isNational: (digits) => tags.national(digits).equals(national),
    isLocal: (digits) => tags.local(digits).equals(local),
    isExchange: (digits) => tags.exchange(digits).equals(exchange),
  })
}
