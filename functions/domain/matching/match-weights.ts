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
    // "Unknown" is also what one calls a private number.
    namelessOtherwise: [0.03, 0.015],
    // Who has forgotten the number may write "unknown"; who was called twice may have seen both.
    oneNameless: [0.06, 0.15],
    // Some of its digits, and no others.
    partOf: [0.03, 0.008],
    mostOf: [0.03, 0.004],
    // One too few, or too many, of all its digits.
    digitLost: [0.03, 0.003],
    noPartOf: [0.01, 0.08],
    otherAreaCode: [0.01, 0.05],
    twoDigitsOff: [0.01, 0.05],
    different: [0.01, 0.75],
  },
  /** A reporter hardly ever moves: agreement is no news. */
  riding: { same: [0.97, 0.85], different: [0.03, 0.15] },
  kind: { same: [0.88, 0.5], different: [0.07, 0.35], textOrVoice: [0.03, 0.12] },
  election: { same: [0.96, 0.85], different: [0.04, 0.15] },
  /** Most deceptive calls claim to be the same authority. */
  claimedToBe: { same: [0.75, 0.3], partly: [0.1, 0.1], different: [0.15, 0.6] },
  /** Toll-free numbers to call back are shared between campaigns (SnorCall, USENIX Security 2023: a quarter of them). */
  callbackNumber: { same: [0.82, 0.06], nearly: [0.09, 0.01], different: [0.09, 0.93] },
  pollingPlace: { same: [0.7, 0.08], partly: [0.15, 0.1], different: [0.15, 0.82] },
  /**
   * People retell; they do not transcribe. So words that differ say little, words that agree say which script. What two messages
   * speak of is counted in bits of rarity; of the labelled retellings, pairs of one script and of two differ more than m and u here,
   * which leave room for scripts that the tables do not know.
   */
  message: {
    identical: [0.25, 0.002],
    mostly: [0.3, 0.005],
    half: [0.15, 0.012],
    sameStory: [0.25, 0.007],
    likeStory: [0.2, 0.03],
    // In other words, or in the other language.
    sameClaim: [0.25, 0.05],
    partly: [0.15, 0.04],
    // One thing that few messages speak of.
    rareThing: [0.1, 0.015],
    // Each has a claim that is plain, and they have nothing in common.
    otherClaim: [0.03, 0.34],
    otherThing: [0.085, 0.24],
    otherStory: [0.04, 0.45],
    different: [0.15, 0.6],
  },
} as const satisfies Record<string, Record<string, Level>>

export type Field = keyof typeof LEVELS
export type LevelOf<F extends Field> = keyof (typeof LEVELS)[F]

/** m as above, and u twice: of calls of two campaigns, and of two calls of one, whose dialers come back that day or the next. */
type Time = { m: number; u: Record<Rival, number> }
export type Rival = 'otherCampaign' | 'calledAgain'

/** Where one of two reports tells no more than a day. */
export const DAYS = {
  // Of calls of two campaigns in one week, one pair in six falls on one day.
  sameDay: { m: 0.95, u: { otherCampaign: 0.17, calledAgain: 0.3 } },
  neighbouringDay: { m: 0.04, u: { otherCampaign: 0.13, calledAgain: 0.25 } },
  otherDay: { m: 0.01, u: { otherCampaign: 0.6, calledAgain: 0.4 } },
  // "The night of the second", at twenty past midnight.
  afterMidnight: { m: 0.01, u: { otherCampaign: 0.005, calledAgain: 0.005 } },
} as const satisfies Record<string, Time>

/**
 * Where both tell a time of day: how pairs of one call (`m`) and of two (`u`) are spread over the distances between what is told.
 * Weighed is the density of the distance that is, so that two odd minutes that agree say more than two hours that do.
 */
export const CLOCKS = {
  m: {
    // Written down as if it were known: how often, and how many minutes farther off. The rounder, the more of both.
    guessed: {
      hour: [0.16, 12],
      half: [0.16, 12],
      quarter: [0.12, 12],
      ten: [0.06, 9],
      five: [0.06, 9],
      odd: [0.06, 9],
    },
    dayOff: 0.01,
    // "The night of the second", told of either day.
    dayOffAfterMidnight: 0.2,
    // Ten at night for ten in the morning: nobody is called by a machine at both.
    halfADayOff: 0.01,
    anywhere: 0.008,
  },
  u: {
    otherCampaign: { soon: 0.02, sameDay: 0.15, aboutADayOff: 0.1, anywhere: 0.73 },
    // A line that did not answer is dialled again, a machine follows a person; dialers keep hours.
    calledAgain: { soon: 0.18, sameDay: 0.25, aboutADayOff: 0.2, anywhere: 0.37 },
  },
} as const

/**
 * One call in so many bits is of a campaign that had called the line before. However much two reports agree, they may tell of two
 * calls of one campaign, between which only the time decides.
 */
export const CALLED_AGAIN = 6.7

/**
 * If of the pairs of reports of one line one in seven is one call, 2.6 bits make it as likely as not, and 4.8 four times and a half as
 * likely. In sets that others invented it is every second: then 4.8 bits make it 28 times as likely.
 */
export const POSSIBLE_FROM = 2.6
export const MERGED_FROM = 4.8

/** Bits, to a tenth: what is shown adds up to what was decided by. */
export function weightOf<F extends Field>(field: F, level: LevelOf<F>): number {
  return bitsOf(LEVELS[field][level] as Level)
}

export function bitsOf([m, u]: Level): number {
  return toTenth(Math.log2(m / u))
}

/** What two times weigh against either way of being two calls. */
export type TimeWeight = Record<Rival, number>

export function timeWeight({ m, u }: Time): TimeWeight {
  return { otherCampaign: bitsOf([m, u.otherCampaign]), calledAgain: bitsOf([m, u.calledAgain]) }
}

export function toTenth(bits: number): number {
  return Math.round(bits * 10) / 10
}
