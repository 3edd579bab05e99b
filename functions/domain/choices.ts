/** The answers that a form offers: what is counted of its questions is one of these, or that there is none. */
export const CALL_KINDS = ['recorded', 'live', 'text', 'unsure'] as const
/** How a report came: the form or API, a text message, a row of a list. */
export const DOORS = ['web', 'sms', 'import'] as const
export const ELECTIONS = ['federal', 'provincial', 'municipal', 'unsure'] as const
export const AGE_BANDS = ['under-14', '14-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65-plus'] as const
export const POLL_RECEIVED = ['yes', 'no', 'unsure'] as const
export const POLL_HOW = ['recorded', 'live', 'door', 'other'] as const
export const POLL_ASKED_BY = ['local-campaign', 'national-party', 'pollster', 'unsure'] as const
/** Of the party that asked. */
export const POLL_PREFERENCE = ['supporter', 'opponent', 'undecided', 'refused'] as const

/** The choice, when it is one. */
export function chosen(choices: readonly string[], text: string | undefined): string | undefined {
  return text !== undefined && choices.includes(text) ? text : undefined
}
