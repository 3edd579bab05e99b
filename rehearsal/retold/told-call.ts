import type { Campaign } from './campaigns.ts'

export type Language = 'en' | 'fr'

/** `at` in minutes since EPOCH, on the wall clock; `place` with other ways to say it. */
export type Call = {
  campaign: Campaign
  number: string
  at: number
  place: [string, string[]]
  callback: string
}

/** How the calls of one line follow upon one another. */
export type Pattern = 'one' | 'same-day-again' | 'day-after-day' | 'near-times' | 'live-and-recorded' | 'other-days'

/** What a telling says, by which a person could know the call; `slack` in minutes. */
export type Said = {
  time?: { day: string; minutes?: number; slack?: number }
  number?: { digits?: string; part?: string; isHidden?: true }
  campaign?: string
  /** What one could know the message by: letters of its campaign. */
  facets?: string
}

/** The body of a POST /v1/reports. */
export type Form = {
  call: Record<string, string>
  riding?: string
  representationOrder: string
  reporter: Record<string, unknown>
}

/** One telling of one call: `first` is what was posted before it was amended, `text` the whole of a text message. */
export type Telling = {
  id: string
  call: number
  door: 'web' | 'sms' | 'import'
  form: Form
  first?: Form
  text?: string
  said: Said
}
export type Teller = { line: string; pattern: Pattern; calls: Call[]; tellings: Telling[] }

export const DAY = 1440
export const EPOCH = Date.UTC(2011, 3, 18)

/** `YYYY-MM-DDTHH:mm` */
export function clockAt(minutes: number): string {
  return new Date(EPOCH + minutes * 60_000).toISOString().slice(0, 16)
}
