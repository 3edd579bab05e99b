/** What a spreadsheet has done to a value: digits are lost for good, or it shows a fault in place of it. */
export type CellFault = 'number-destroyed' | 'spreadsheet-error'
export type Cleaned = { text: string } | { fault: CellFault }

const FAULTS = /^#(?:REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|CALC!|#+)$/
const NOTHING = /^#N\/A$/i

/** The value that is meant: without what makes a spreadsheet take it for text (`="0123"`, a leading apostrophe). */
export function cleanCell(cell: string): Cleaned {
  const text = unwrap(cell)
  if (FAULTS.test(text)) return { fault: 'spreadsheet-error' }
  return { text: NOTHING.test(text) ? '' : text }
}

/** The same of a phone number: `5.195550123E+9` is read where no digit is lost, and `5195550123.0` is no fraction. */
export function cleanNumber(cell: string): Cleaned {
  const cleaned = cleanCell(cell.trim().replace(/^'/, ''))
  if ('fault' in cleaned) return cleaned
  const [, whole, fraction = '', exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(cleaned.text) ?? []
  if (whole === undefined) return { text: cleaned.text.replace(/^(\d{7,})[.,]0+$/, '$1') }
  // A spreadsheet that shows all digits shows them without an exponent; trailing noughts may be rounded ones.
  if (fraction.length < Number(exponent)) return { fault: 'number-destroyed' }
  return { text: whole + fraction.slice(0, Number(exponent)) }
}

const EXTENSION = /[\s,;(]*(?:(?<!\p{L})(?:extension|extn|ext|poste|local|x|p)|#)[\s.:#=]{0,3}\d{1,7}\)?\s*$/iu
const [LONGEST_SPELLING, FEWEST_DIGITS] = [100, 7]

/** A line's number without the extension of whoever was called on it. */
export function withoutExtension(text: string): string {
  if (text.length > LONGEST_SPELLING) return text
  const number = text.replace(EXTENSION, '')
  return number.replace(/\D/g, '').length >= FEWEST_DIGITS ? number : text
}

/** Whether a cell says what another row's says: idem, ditto, or their mark. */
export function isDitto(cell: string): boolean {
  return /^\W*(?:(?:idem|ditto|ibid)(?!\p{L}).{0,20}|(?:same(?: as above)?|as above|voir (?:plus haut|ci-dessus))\W*)$|^(?:["″〃“”]|''|-+\s*["″〃]\s*-+)$/iu.test(cell.trim()) // prettier-ignore
}

// The sign of a formula stays where this import has written an apostrophe before it.
function unwrap(cell: string): string {
  const text = cell.replace(/^'(?=\s*[=+\-@]|[\t\r])/, '').trim()
  const [, quoted] = /^="((?:[^"]|"")*)"$/.exec(text) ?? []
  return quoted === undefined ? text : quoted.replaceAll('""', '"').trim()
}
