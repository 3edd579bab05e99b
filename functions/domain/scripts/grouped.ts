import type { Facts } from '../facts.ts'
import type { Reporter } from '../reporter.ts'
import type { Roots } from './roots.ts'
import type { Grouped } from './script-cells.ts'
import type { Noted } from '../fold.ts'
import { testimonies } from './bridges.ts'
import { type Link, linksOf, signsOf } from './script-links.ts'
import { sentTexts } from './sent-texts.ts'
import { isWithin, type Span } from './templates.ts'

/** What a grouping goes by: numbers that link nobody, and the id of what links. */
export type Grouping = { quoted: ReadonlySet<string>; idOf: (link: string) => string }

/** The nodes that a reporter's reports stand under. */
export function nodesOf({ reports }: Reporter, { quoted, idOf }: Grouping): string[] {
  return Object.values(reports).flatMap((facts) => signsOf(facts, quoted).map(({ name }) => idOf(name)))
}

/** The texts that a reporter sends, by their nodes. */
export function textIdsOf({ reports }: Reporter, { quoted, idOf }: Grouping): string[] {
  return Object.values(reports).flatMap((facts) => textOf(linksOf(facts, quoted), idOf) ?? [])
}

/** Where a reporter's key is to be noted. */
export function notedOf(reporter: Reporter, grouping: Grouping): Noted {
  const bridges = [...testimonies([reporter], grouping).keys()]
  return { texts: [...new Set(textIdsOf(reporter, grouping))].toSorted(), bridges: bridges.toSorted() }
}

/** The pairs of nodes that one report makes one script of. */
export function pairsOf({ reports }: Reporter, { quoted, idOf }: Grouping): [string, string][] {
  return Object.values(reports).flatMap((facts) => {
    const [first, ...others] = signsOf(facts, quoted).map(({ name }) => idOf(name))
    return first === undefined ? [] : others.map((other): [string, string] => [first, other])
  })
}

type Known = { grouping: Grouping; roots: Roots; spans: Map<string, readonly Span[]> }

/** Each report's script and whether its text is a template. */
export function groupedOf(reporter: Reporter, { grouping, roots, spans }: Known): Grouped {
  const [{ quoted, idOf }, { key, reports }] = [grouping, reporter]
  const sent = sentTexts([reporter], grouping)
  // By when it was sent first: of a sender no more is noted with the text.
  const isTemplate = (text: string) => isWithin(spans.get(text) ?? [], sent.get(text)?.senders[key] ?? '')
  const grouped: Grouped = {}
  for (const [id, facts] of Object.entries(reports)) {
    const links = linksOf(facts, quoted)
    const text = textOf(links, idOf)
    const first = signsOf(facts, quoted)[0] ?? complaintSigns(reports, facts.complaintId, quoted)[0]
    grouped[id] = {
      ...(first ? { script: roots.rootOf(idOf(first.name)) } : {}),
      reasons: links.map(({ reason }) => reason),
      isTemplated: text !== undefined && facts.kind !== 'text' && isTemplate(text),
    }
  }
  return grouped
}

function textOf(links: Link[], idOf: Grouping['idOf']): string | undefined {
  const link = links.find(({ reason }) => reason === 'text')
  return link && idOf(link.name)
}

/** A report that has nothing in common with any other belongs where its complaint's other reports do. */
function complaintSigns(
  reports: Record<string, Facts & { complaintId: string }>,
  complaintId: string,
  quoted: ReadonlySet<string>,
): Link[] {
  return Object.values(reports)
    .filter((facts) => facts.complaintId === complaintId)
    .flatMap((facts) => signsOf(facts, quoted))
}
