/** What speaks against a number being real. The last two are seen at the door alone, where the reporter's line is known. */
export type NumberSign =
  | 'unassignable-area-code'
  | 'unassignable-exchange-code'
  | 'fictional'
  | 'same-digits'
  | 'service-code'
  | 'too-short'
  | 'too-long'
  | 'same-line'
  | 'same-exchange'

// North American Numbering Plan: codes begin with 2 to 9; N11 are services; N9X, 37X and 96X are kept for growth.
const UNASSIGNABLE_AREA = /^(?:[01]|[2-9]11|[2-9]9|37|96)/
const UNASSIGNABLE_EXCHANGE = /^\d{3}(?:[01]|[2-9]11)/
// 555-0100 to 555-0199 are set aside for works of fiction.
const FICTIONAL = /^\d{3}55501\d\d$/
const SERVICE = /^(?:[2-8]11|911|988)$/
const ALIKE = /^(\d)\1{6,}$/
const LONGEST = 15

/** The signs of a number of the North American plan, by its ten digits. */
export function northAmericanSigns(national: string): NumberSign[] {
  return [
    ...(UNASSIGNABLE_AREA.test(national) ? ['unassignable-area-code' as const] : []),
    ...(UNASSIGNABLE_EXCHANGE.test(national) ? ['unassignable-exchange-code' as const] : []),
    ...(FICTIONAL.test(national) ? ['fictional' as const] : []),
    ...(ALIKE.test(national) ? ['same-digits' as const] : []),
  ]
}

/** The signs of digits that are no number, as they were dialled. */
export function refusedSigns(digits: string, isAbroad: boolean): NumberSign[] {
  if (digits === '') return []
  const national = digits.length === 11 ? digits.replace(/^1/, '') : digits
  const alike = ALIKE.test(national) ? ['same-digits' as const] : []
  if (SERVICE.test(digits)) return ['service-code']
  if (national.length < 10) return [...alike, 'too-short']
  if (isAbroad) return digits.length > LONGEST ? [...alike, 'too-long'] : alike
  return national.length > 10 ? [...alike, 'too-long'] : northAmericanSigns(national)
}
