/** m: how often two reports of one call agree so; u: how often reports of calls of different campaigns do. */
type Level = readonly [m: number, u: number]

/**
 * The one table of match weights (Fellegi and Sunter 1969): each level of agreement weighs log2(m / u) bits. Nothing that is told
 * in one report only is compared, and weighs 0. m and u are judgement, each with its reason; `npm run bench -- matching` prints
 * beside them what the rehearsal has, which they are not fitted to.
 */
export const LEVELS = {
  /** Displays are copied well and remembered badly; a number alone says which campaign, so u is far from one in a million. */
  callerId: {
    same: [0.73, 0.006],
    // Neighbouring numbers are rented together, so one wrong digit is also how two campaigns of one house differ.
    oneDigitOff: [0.08, 0.005],
    twoSwapped: [0.03, 0.002],
    bothNameless: [0.06, 0.02],
    // Who has forgotten the number may write "unknown"; who was called twice may have seen both.
    oneNameless: [0.08, 0.13],
    // Some of its digits, and no others.
    partOf: [0.03, 0.008],
    mostOf: [0.03, 0.004],
    noPartOf: [0.01, 0.08],
    otherAreaCode: [0.01, 0.05],
    twoDigitsOff: [0.01, 0.05],
    different: [0.01, 0.75],
  },
  /**
   * Of calls of two campaigns in one week, one pair in six falls on one day, within any given quarter of its twelve hours one in
   * forty-eight of those. From an hour apart u is meant beside the same campaign: dialers come back, that day or the next.
   */
  callTime: {
    sameTime: [0.6, 0.004],
    aQuarterOff: [0.22, 0.006],
    asRounded: [0.11, 0.015],
    // An honest memory is rarely off by more than its rounding; a line that did not answer is dialled again within the hour, but
    // hardly at once.
    someMinutesOff: [0.05, 0.035],
    withinTheHour: [0.03, 0.12],
    hoursApart: [0.01, 0.25],
    // Ten at night for ten in the morning: nobody is called by a machine at both.
    amForPm: [0.015, 0.002],
    // In the morning and in the evening, when dialers work: rather called twice than mistaken.
    twelveHoursApart: [0.005, 0.02],
    // "The night of the second", at twenty past midnight.
    afterMidnight: [0.01, 0.005],
    // Dialers keep hours; to the minute they seldom do.
    aDayOff: [0.012, 0.008],
    aboutADayOff: [0.016, 0.03],
    otherDay: [0.01, 0.4],
    // Where one of the two tells no more than a day.
    sameDay: [0.95, 0.2],
    neighbouringDay: [0.04, 0.13],
  },
  /** A reporter hardly ever moves: agreement is no news. */
  riding: { same: [0.97, 0.85], different: [0.03, 0.15] },
  kind: { same: [0.88, 0.5], different: [0.1, 0.35], textOrVoice: [0.02, 0.15] },
  election: { same: [0.96, 0.85], different: [0.04, 0.15] },
  /** Most deceptive calls claim to be the same authority. */
  claimedToBe: { same: [0.75, 0.3], partly: [0.1, 0.1], different: [0.15, 0.6] },
  /** Toll-free numbers to call back are shared between campaigns (SnorCall, USENIX Security 2023: a quarter of them). */
  callbackNumber: { same: [0.82, 0.06], nearly: [0.09, 0.01], different: [0.09, 0.93] },
  pollingPlace: { same: [0.7, 0.08], partly: [0.15, 0.1], different: [0.15, 0.82] },
  /** People retell; they do not transcribe. So words that differ say little, words that agree say which script. */
  message: {
    identical: [0.25, 0.002],
    mostly: [0.3, 0.005],
    half: [0.15, 0.012],
    // In other words, or in the other language.
    sameClaim: [0.25, 0.05],
    partly: [0.15, 0.04],
    different: [0.15, 0.6],
  },
} as const satisfies Record<string, Record<string, Level>>

export type Field = keyof typeof LEVELS
export type LevelOf<F extends Field> = keyof (typeof LEVELS)[F]

/**
 * All that a call has in common with every call of its campaign counts up to so many bits together. Beyond that it only says that
 * the campaign is the same, which is as true of its second call to the same line: there the time must decide.
 */
export const SAME_CAMPAIGN_AT_MOST = 7

/** Of two reports of one line, one pair in nine is one call: 3 bits make it as likely as not, and 5.5 almost six times as likely. */
export const POSSIBLE_FROM = 3
export const MERGED_FROM = 5.5

/** Bits, to a tenth: what is shown adds up to what was decided by. */
export function weightOf<F extends Field>(field: F, level: LevelOf<F>): number {
  const [m, u] = LEVELS[field][level] as Level
  return toTenth(Math.log2(m / u))
}

export function toTenth(bits: number): number {
  return Math.round(bits * 10) / 10
}
