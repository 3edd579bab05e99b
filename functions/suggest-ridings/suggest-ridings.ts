import { readQuery } from '../domain/read-query.ts'
import { orderOfDay, type RepresentationOrder, type Riding } from '../domain/ridings/riding.ts'
import { RidingsQuery } from '../domain/ridings/ridings-query.ts'
import { suggestRidings as suggest } from '../domain/ridings/suggest-ridings.ts'

type Ports = { now: () => Date }
export type Suggestions = { order: RepresentationOrder; rows: Omit<Riding, 'order'>[] }

/** Ridings for a form to offer, of the order asked for, or of that under which a vote is held on a day, by default today. */
export function suggestRidings(parameters: Parameters<typeof readQuery>[1], { now }: Ports): Suggestions {
  const { q, order: asked, date } = readQuery(RidingsQuery, parameters)
  const order = asked ?? orderOfDay(date ?? now().toISOString())
  return { order, rows: suggest(q, order).map(({ id, number, name, province }) => ({ id, number, name, province })) }
}
