import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min'

// RFC 3966: "tel:0123;phone-context=+1519555;ext=4" is +15195550123.
const CONTEXT = /^(?:.*?tel:)?(.*?);phone-context=(\+[\d.()-]*)?[^;]*/s
const PARAMETER = /;[a-z\d-]+=[^;\s]*/gi

export type { PhoneNumber }

/**
 * What the library takes a text for; a national number for a Canadian one. The library never sees an RFC 3966 parameter: its
 * check of a context keeps state from one call to the next, so that the same text would be read in two ways.
 */
export function parseNumber(text: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(inContext(text).replace(PARAMETER, ' '), 'CA')
}

/** A local number of RFC 3966 with its context before it. */
export function inContext(text: string): string {
  return text.replace(CONTEXT, '$2$1')
}
