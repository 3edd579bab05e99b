import { type ClockAtom, clockAtoms } from './clock-atoms.ts'
import { type DayAtom, dayAtoms } from './day-atoms.ts'
import { dayOf, type LocalNow } from './local-now.ts'
import { overlaps, type Span } from './reading.ts'
import { JOINS, SENTENCE_BETWEEN } from './time-context.ts'

/** Words of time that stand together: "10:15 this morning", "May 2nd at 10:05 am". */
export type TimeGroup = Span & { days: DayAtom[]; clocks: ClockAtom[] }

/** All words of time in a folded text. Linear in its length. */
export function timeGroups(plain: string, now: LocalNow): TimeGroup[] {
  const atoms = atomsIn(plain, now)
  const groups: TimeGroup[] = []
  for (const [i, atom] of atoms.entries()) {
    const { start, end } = atom.span
    const last = groups.at(-1)
    const isJoined = last && areJoined(last, atom.span, plain) && !beginsAnother(last, atom, atoms[i + 1], plain)
    const group = isJoined ? last : { start, end, days: [], clocks: [] }
    group.end = end
    if (atom.day) group.days.push(atom.day)
    else group.clocks.push(atom.clock)
    if (!isJoined) groups.push(group)
  }
  return groups
}

type Atom = { span: Span } & ({ day: DayAtom } | { day?: undefined; clock: ClockAtom })

function atomsIn(plain: string, now: LocalNow): Atom[] {
  // "2011-05-02T10:15"
  const text = plain.replace(/(?<=\d-\d\d)t(?=\d\d:)/g, ' ')
  const times = clockAtoms(text)
  const clocks = times.filter(({ ago }) => ago?.precision !== 'day')
  const daysAgo = times.filter(({ ago }) => ago?.precision === 'day')
  const days = dayAtoms(text, now).filter((day) => !times.some((time) => overlaps(day, time)))
  for (const { start, end, ago } of daysAgo) days.push({ start, end, day: dayOf(now.ago(ago!.ms)), isPast: true })
  const atoms = [...days.map((day) => ({ day, span: day })), ...clocks.map((clock) => ({ clock, span: clock }))]
  return atoms.toSorted((a, b) => a.span.start - b.span.start)
}

const MOST_BETWEEN = 24

function areJoined(a: Span, b: Span, plain: string): boolean {
  return b.start - a.end <= MOST_BETWEEN && JOINS.test(plain.slice(a.end, b.start))
}

/** "…shut at 5. On Sunday at 6:15 pm": a day in a new sentence, with its own hour or behind another day. */
function beginsAnother(last: TimeGroup, { day, span }: Atom, next: Atom | undefined, plain: string): boolean {
  if (!day || !SENTENCE_BETWEEN.test(plain.slice(last.start, span.start))) return false
  return last.days.length > 0 || (next !== undefined && !next.day && areJoined(span, next.span, plain))
}
