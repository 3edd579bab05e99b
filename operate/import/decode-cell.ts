export type Decoded = { text: string; encoding?: 'utf-8' | 'windows-1252' | 'garbled' }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')

// An accented letter or a quotation mark of UTF-8, beside bytes that are none: in Windows-1252 these pairs stand in no word.
const UTF8_PAIR = /\xC3[\x80-\xBF]|\xE2\x80[\x90-\xBF]/

/** A cell's text. What has only one byte per character is UTF-8 where that is possible, else Windows-1252, of which Latin-1 is a part. */
export function decodeCell(cell: string): Decoded {
  if (!/[\u0080-\uFFFF]/.test(cell)) return { text: cell }
  if (/[\u0100-\uFFFF]/.test(cell)) return { text: cell, ...garbled(cell) } // it came from UTF-16
  const bytes = Buffer.from(cell, 'latin1')
  try {
    const text = utf8.decode(bytes)
    return { text, encoding: 'utf-8', ...garbled(text) }
  } catch {
    return { text: windows1252.decode(bytes), encoding: UTF8_PAIR.test(cell) ? 'garbled' : 'windows-1252' }
  }
}

// Where a program that wrote the file knew no letter, it wrote this one.
function garbled(text: string): { encoding?: 'garbled' } {
  return text.includes('\uFFFD') ? { encoding: 'garbled' } : {}
}
