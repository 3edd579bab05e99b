import type { Line } from './line.ts'

/**
 * How the reporter's own line is recognised: by the number itself, or, when a later change does not name it, by what a receipt
 * knows of it. Each question takes digits only.
 */
export type OwnLine = {
  /** How many digits the national number has. */
  length: number
  /** Said where the last seven digits cannot be recognised, which otherwise tell. */
  isNorthAmerican?: boolean
  isNational: (digits: string) => boolean
  /** The last seven of ten digits, as written by someone who is at home. */
  isLocal: (digits: string) => boolean
  /** Area code and exchange: the first six of ten digits. */
  isExchange: (digits: string) => boolean
}

/** What can be asked about a line. A part that it does not have is empty, and never asked for. */
export type LineParts = { length: number; national: string; local: string; exchange: string }

export function lineParts(line: Line | undefined): LineParts {
  if (!line) return { length: 10, national: '', local: '', exchange: '' }
  const { e164, national } = line
  const [exchange, local] = e164.startsWith('+1') ? [national.slice(0, 6), national.slice(3)] : ['', '']
  return { length: national.length, national, local, exchange }
}

export function ownLine(line: Line | undefined): OwnLine {
  const { length, national, local, exchange } = lineParts(line)
  return {
    length,
    isNational: (digits) => digits === national,
    isLocal: (digits) => digits === local,
    isExchange: (digits) => digits === exchange,
  }
}

// What no number begins with is not asked for.
const NORTH_AMERICAN = /^[2-9]\d\d[2-9]/
const EXCHANGE = /^[2-9]/
const MOST_ASKED = 20

/**
 * A line that only a receipt knows, for one request. Whoever holds the receipt could otherwise try all numbers and see which one
 * is taken out: after twenty different ones, every further number is.
 */
export function asked(own: OwnLine): OwnLine {
  const hasLocal = !own.isLocal('')
  const isNorthAmerican = own.isNorthAmerican ?? hasLocal
  const hasLine = !own.isNational('')
  const known = new Map<string, boolean>()
  const ask = (digits: string, isOwn: (digits: string) => boolean) => {
    const answer = known.get(digits) ?? (known.size >= MOST_ASKED || isOwn(digits))
    if (known.size < MOST_ASKED) known.set(digits, answer)
    return answer
  }
  return {
    ...own,
    isNational: (digits) => hasLine && (!isNorthAmerican || NORTH_AMERICAN.test(digits)) && ask(digits, own.isNational),
    isLocal: (digits) => hasLocal && EXCHANGE.test(digits) && ask(digits, own.isLocal),
  }
}
