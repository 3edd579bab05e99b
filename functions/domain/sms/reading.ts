/** A place in a text: UTF-16 units, the end excluded. */
export type Span = { start: number; end: number }
export type Found = { value: string; span: Span }

/** What a text message says of a call; each with the place where it says so. What is not plainly said is absent. */
export type TextReading = {
  /** As in the message: "450 555 0146", "private number", a short code. */
  callerId?: Found
  /** The number that the call asked to be called. */
  callbackNumber?: Found
  /** A time as a report takes it: to the minute, the hour, the day or the month; never in the future. */
  receivedAt?: Found
  /** A text that `resolveRiding` resolves or gives candidates for, or a postal code. */
  riding?: Found
  /** Where the call sent the voter. */
  pollingPlace?: Found
  claimedToBe?: Found
  kind?: 'recorded' | 'live' | 'text'
  /** Of the text; absent when nothing tells. */
  language?: 'en' | 'fr'
  /** Nothing but answers: number, place, time, and filler such as "it was"; nothing told. */
  isOnlyAnswers: boolean
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
