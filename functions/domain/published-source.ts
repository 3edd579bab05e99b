const MOST_CHARACTERS = 60

/** So many digits in a row may be a phone number, and with @ one can be written to: neither is the name of a site or an office. */
const REACHES_SOMEBODY = /@|\p{Nd}(?:[ .()/-]{0,3}\p{Nd}){6}/u

/**
 * What is published of where a report says that it comes from: one line of at most 60 characters, without any that cannot be
 * seen. Undefined where nothing is. Anyone can claim to be any office: it is shown as claimed.
 */
export function publishedSource(claimed: string | undefined): string | undefined {
  const text = claimed?.toWellFormed().normalize('NFKC').replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim() // prettier-ignore
  if (!text || REACHES_SOMEBODY.test(text)) return undefined
  return Array.from(text).slice(0, MOST_CHARACTERS).join('').trim()
}

/** The name of the record that counts what came from there through a door; it must hold neither `|` nor anything beyond ASCII. */
export function sourceRecord(door: string, source: string): string {
  return `${door} ${encodeURIComponent(source)}`
}

export function readSourceRecord(record: string): { door: string; source: string } {
  const [door = '', source = ''] = record.split(' ')
  return { door, source: decodeURIComponent(source) }
}
