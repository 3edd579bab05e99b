import { createHash } from 'node:crypto'

/** Bytes that a text may have become; `isAlone` when they only mean it without a digit on either side. */
export type Pattern = { name: string; bytes: Buffer; isAlone?: boolean }

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const

/** What a text looks like in any encoding that something on the way may have used, hashes among them. */
export function encodingsOf(text: string): Pattern[] {
  const bytes = Buffer.from(text)
  const utf16 = Buffer.from(text, 'utf16le')
  const each: [string, Buffer | string][] = [
    ['UTF-8', bytes],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['URL', encodeURIComponent(text)],
    ['form', new URLSearchParams({ '': text }).toString().slice(1)],
    ['URL, each byte', bytes.toString('hex').toUpperCase().replace(/../g, '%$&')],
    ['JSON escapes', Array.from(text, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
    ['reversed', Array.from(text).toReversed().join('')],
    ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)),
    ...HASHES.flatMap((hash) => hashed(bytes, hash)),
  ]
  return each.map(([name, encoded]) => ({ name: `${name} of ${text}`, bytes: Buffer.from(encoded as string) }))
}

/** In the middle of other bytes that are encoded with it: without the characters that those share. */
function base64At(bytes: Buffer, shift: number): [string, string][] {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes])
  const start = Math.ceil((shift * 8) / 6)
  const end = Math.floor((whole.length * 8) / 6)
  const encoded = whole.toString('base64').slice(start, end)
  const url = encoded.replaceAll('+', '-').replaceAll('/', '_')
  return [
    [`base64 at ${shift}`, encoded],
    ...(url === encoded ? [] : [[`base64url at ${shift}`, url] as [string, string]]),
  ]
}

function hashed(bytes: Buffer, hash: string): [string, Buffer | string][] {
  const digest = createHash(hash).update(bytes).digest()
  return [
    [hash, digest],
    [`${hash} in hex`, digest.toString('hex')],
    [`${hash} in HEX`, digest.toString('hex').toUpperCase()],
    [`${hash} in base64`, digest.toString('base64').replace(/=+$/, '')],
    [`${hash} in base64url`, digest.toString('base64url')],
  ]
}
