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

// The sign of a formula stays where this import has written an apostrophe before it.
function unwrap(cell: string): string {
  const text = cell.replace(/^'(?=\s*[=+\-@]|[\t\r])/, '').trim()
  const [, quoted] = /^="((?:[^"]|"")*)"$/.exec(text) ?? []
  return quoted === undefined ? text : quoted.replaceAll('""', '"').trim()
}
