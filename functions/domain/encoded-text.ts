/** A text with its URL and HTML encodings undone, and where in the original each of its UTF-16 units begins and ends. */
export type DecodedText = { text: string; startOf: (index: number) => number; endOf: (index: number) => number }

const PERCENT = '(?:%(?:25)*[0-9a-f]{2})+'
const ENCODED = new RegExp(`${PERCENT}|&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});|\\\\u[0-9a-f]{4}`, 'gi')

/** Undefined when nothing in the text is encoded. */
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
  if (last === 0) return undefined
  take(text.slice(last), last, undefined)
  return { text: decoded, startOf: (index) => starts[index]!, endOf: (index) => ends[index]! }
}

// What cannot be decoded separates: it is not a letter.
function decode(encoded: string): string {
  try {
    if (encoded.startsWith('%')) return decodeURIComponent(encoded.replace(/%(?:25)+/g, '%'))
    const [, hex, decimal] = /^(?:&#x|\\u)([0-9a-f]+)|^&#(\d+)/i.exec(encoded) ?? []
    return hex || decimal ? String.fromCodePoint(parseInt(hex ?? decimal!, hex ? 16 : 10)) : ' '
  } catch {
    return ' '
  }
}
