/** One HTTP request of a report. The path and the receipt follow from the answer to the report's POST. */
export type Request = { method: 'POST' | 'PUT' | 'DELETE'; headers: Record<string, string>; body: string }

/** What makes a report worth having in a rehearsal. */
export type Trait =
  | 'burst' | 'cluster' | 'false-alarm' | 'straggler' | 'told-late'
  | 'french' | 'child' | 'household' | 'twice-a-day'
  | 'own-number-in-text' | 'own-number-as-caller' | 'half-remembered' | 'partly-known'
  | 'replayed' | 'resubmitted' | 'two-doors' | 'retold' | 'withdrawn'
  | 'amended-detail' | 'amended-without-phone' | 'amended-riding' | 'amended-line' | 'amended-to-nobody'
  | 'one-digit-off' | 'digits-swapped' | 'caller-forgotten' | 'day-off' | 'hours-off' | 'am-or-pm' | 'around-the-hour' | 'undated' | 'message-only' | 'other-language' | 'riding-misspelt' | 'called-again-soon' | 'pasted-again' // prettier-ignore

/** The truth about one report, known because the call came first and the report was made from it. */
export type Truth = {
  /** Of the report within the rehearsal. */
  key: string
  callId: string
  /** What was said, by the name of its script. */
  script: string
  /** The line that was called, in E.164; null for a report that ends without one. */
  line: string | null
  /** Every line that one of its requests gives as the reporter's own. */
  lines: readonly string[]
  /** Whether number, date and hour alone suffice to file it under its call and no other. */
  isCertain: boolean
  /** False for a report that ends withdrawn: it counts nowhere. */
  isLive: boolean
  /** Through which door it will come once there are others. */
  door: 'web' | 'sms'
  cells: Cells
  /** How telling it is beside the other reports of its call: riding resolved, then a number, then the time, then the kind. */
  clarity: number
  traits: readonly Trait[]
}

export type ToldPoll = NonNullable<NonNullable<ReportBody['reporter']>['earlierPoll']>

/**
 * Where a report counts: the riding's id or `unresolved`, null unless federal; the caller's E.164, `withheld`, `unavailable` or
 * `invalid`, null when none is given; where it says to come from, the reporter's age band and earlier poll, null when it does not say; the call's day, null when
 * none is told; and whether it tells of a polling place that the voter was sent to.
 */
export type Cells = {
  election: string
  riding: string | null
  caller: string | null
  source: string | null
  age: string | null
  poll: ToldPoll | null
  day: string | null
  isMisdirected: boolean
}

export type ReportBody = {
  call: {
    callerId?: string
    callerName?: string
    receivedAt?: string
    kind?: 'recorded' | 'live' | 'text' | 'unsure'
    election?: 'federal' | 'provincial' | 'municipal'
    claimedToBe?: string
    message?: string
    callbackNumber?: string
    pollingPlace?: string
    language?: string
  }
  riding?: string
  representationOrder?: '2003'
  source?: string
  reporter?: {
    phone?: string | null
    ageBand?: string
    earlierPoll?: {
      received: string
      receivedOn?: string
      callerId?: string
      how?: string
      askedBy?: string
      preference?: string
    }
  }
}

/** A report of the rehearsal: the requests that tell it, in order, what it says in the end, and the truth about it. */
export type Rehearsed = Truth & { requests: readonly Request[]; told: ReportBody }
