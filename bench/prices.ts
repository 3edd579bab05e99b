type Price = { usd: number; per: number; source: string }

const OWN = 'ca-central-1'
/** The price list of us-east-1 of 2026-09-11, and the tenth that Canada cost more before the halving of November 2024. */
const TENTH_MORE = 'assumed: us-east-1 + 10 %'
const SAME = 'assumed: as in us-east-1'

export const PRICES_READ = '2026-11-23'

/** US dollars in ca-central-1, without free tiers and volume discounts. What could not be confirmed for this region says so. */
export const PRICES = {
  writeUnit: { usd: 0.6875, per: 1e6, source: TENTH_MORE },
  readUnit: { usd: 0.1375, per: 1e6, source: TENTH_MORE },
  queueRequest: { usd: 0.4, per: 1e6, source: SAME },
  invocation: { usd: 0.2, per: 1e6, source: OWN },
  gbSecond: { usd: 0.0000133334, per: 1, source: `${OWN}, arm64` },
  httpRequest: { usd: 1.11, per: 1e6, source: 'assumed: us-east-1 + 11 %' },
  logByte: { usd: 0.55, per: 1e9, source: 'assumed: us-east-1 + 10 %' },
  byteOut: { usd: 0.09, per: 1e9, source: SAME },
  tableByteMonth: { usd: 0.275 + 0.22, per: 1e9, source: `${TENTH_MORE}; storage + point-in-time recovery` },
  keyMonth: { usd: 1, per: 1, source: 'the same everywhere' },
  keyRequest: { usd: 0.03, per: 1e4, source: 'the same everywhere' },
  secretMonth: { usd: 0.4, per: 1, source: 'the same everywhere' },
  alarmMonth: { usd: 0.1, per: 1, source: SAME },
} satisfies Record<string, Price>

export type Priced = keyof typeof PRICES

/** What so many of them cost. */
export function usd(what: Priced, amount: number): number {
  return (amount * PRICES[what].usd) / PRICES[what].per
}
