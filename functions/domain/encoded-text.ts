/** A text with its URL and HTML encodings undone, and where in the original each of its UTF-16 units begins and ends. */
export type DecodedText = { text: string; startOf: (index: number) => number; endOf: (index: number) => number }

// One character at a time, however often it is encoded: "%2535" and "&amp;#53;" too.
const PERCENT = '%(?:25)*'
const ENCODED = new RegExp(
  [
    `${PERCENT}[0-7][\\da-f]`,
    `${PERCENT}[c-f][\\da-f](?:${PERCENT}[89ab][\\da-f]){1,3}`,
    `${PERCENT}[89a-f][\\da-f]`,
    '&(?:amp;)*(?:#0*\\d{1,7};?|#x0*[\\da-f]{1,6};?|[a-z]{2,8};)',
    '(?:\\\\|%)u[\\da-f]{4}',
    '\\\\x[\\da-f]{2}',
    '\\\\[nrt]',
  ].join('|'),
  'gi',
)
const TAG = /<[/!]?[a-z][^<>]*>/gi

/** Undefined when nothing in the text is encoded. What marks the text up is blank. */
export function decodeText(text: string): DecodedText | undefined {
  let decoded = ''
  const [starts, ends]: [number[], number[]] = [[], []]
  const take = (part: string, start: number, end: number | undefined) => {
    for (let i = 0; i < part.length; i += 1) {
      starts.push(end === undefined ? start + i : start)
      ends.push(end ?? start + i + 1)
    }
    decoded += part
  }
  let last = 0
  for (const { 0: encoded, index } of text.matchAll(ENCODED)) {
    take(text.slice(last, index), last, undefined)
    last = index + encoded.length
    take(decode(encoded), index, last)
  }
  take(text.slice(last), last, undefined)
  const plain = decoded.replace(TAG, (tag) => ' '.repeat(tag.length))
  return plain === text
    ? undefined
    : { text: plain, startOf: (index) => starts[index]!, endOf: (index) => ends[index]! }
}

// What cannot be decoded separates: it is not a letter.
function decode(encoded: string): string {
  if (/^%[^u]/i.test(encoded)) return decodeBytes(encoded)
  const [, hex, decimal] = /(?:#x|[\\%]u|\\x)([\da-f]+)|#(\d+)/i.exec(encoded) ?? []
  if (hex ?? decimal) return codePoint(parseInt((hex ?? decimal)!, hex ? 16 : 10))
  return { '&lt;': '<', '&gt;': '>' }[encoded.replace(/^&(?:amp;)+/i, '&').toLowerCase()] ?? ' '
}

function decodeBytes(encoded: string): string {
  const bytes = encoded.split('%').map((byte) => byte.slice(-2))
  return Buffer.from(bytes.join(''), 'hex').toString()
}

function codePoint(value: number): string {
  return value <= 0x10ffff ? String.fromCodePoint(value) : ' '
}
