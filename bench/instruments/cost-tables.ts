import { PRICED, type Usage } from './consumption.ts'
import { printTable } from './print-table.ts'
import { PRICES, PRICES_READ, usd } from '../prices.ts'

/** What one report used when so many came in a second, and the write units of it by table. */
export type Costs = {
  mix: string
  rate: number
  perReport: Usage
  writes: Map<string, number>
  bytesPerReport: number
}

const MILLION = 1_000_000
const USED = Object.keys(PRICED) as (keyof Usage)[]

/** US dollars per million reports. */
export function dollars({ perReport }: Pick<Costs, 'perReport'>): number {
  return USED.reduce((sum, used) => sum + usd(PRICED[used], MILLION * perReport[used]), 0)
}

export function printMixes(costs: Costs[]): void {
  const tables = [...new Set(costs.flatMap(({ writes }) => [...writes.keys()]))]
  printTable(
    'Write units per report, and US dollars per million reports, by how fast they come',
    ['reports', 'a second', ...tables, 'all', 'US$'],
    costs.map((one) => [
      one.mix,
      one.rate,
      ...tables.map((table) => (one.writes.get(table) ?? 0).toFixed(2)),
      one.perReport.writeUnits.toFixed(2),
      dollars(one).toFixed(2),
    ]),
  )
}

export function printLines(costs: Costs): void {
  const lines = USED.map((used) => {
    const { usd: price, per, source } = PRICES[PRICED[used]]
    return { used, amount: costs.perReport[used], price: `${price} per ${per.toLocaleString('en')}`, source }
  }).map((line) => ({ ...line, cost: usd(PRICED[line.used], MILLION * line.amount) }))
  printTable(
    `A million reports, ${costs.mix}, ${costs.rate} a second; prices of ca-central-1, read on ${PRICES_READ}`,
    ['what', 'per report', 'US$', 'share', 'price', 'source'],
    lines
      .toSorted((a, b) => b.cost - a.cost)
      .map(({ used, amount, cost, price, source }) => [
        used,
        amount.toFixed(amount < 0.1 ? 5 : 2),
        cost.toFixed(2),
        `${Math.round((100 * cost) / dollars(costs))} %`,
        price,
        source,
      ]),
  )
}
