/** A claim, and how plainly the concepts of a text speak for it: what is above zero, and 0 where one that it needs is not there. */
export type Claim = { slug: string; score: (told: ReadonlySet<string>) => number }

type Part = { any: string[]; weight: number }

/** What a concept that must be there is worth where the table says nothing. */
const NEEDED = 2

/**
 * Reads a table of claims, one a line: a slug, a colon, concepts. Those before a slash must be there, one of each alternative;
 * those after it speak for the claim, or against it with a minus. `=` gives the weight of a concept.
 */
export function readClaims(table: string): Claim[] {
  return table.trim().split('\n').map(readClaim)
}

function readClaim(line: string): Claim {
  const [slug, formula] = line.split(': ', 2)
  const [needed, added = ''] = formula!.split(' / ', 2)
  const needs = partsOf(needed!, NEEDED)
  const adds = partsOf(added, 1)
  return {
    slug: slug!,
    score: (told) => (needs.every((need) => isTold(need, told)) ? sum([...needs, ...adds], told) : 0),
  }
}

function partsOf(formula: string, usual: number): Part[] {
  return formula
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [names, weight = usual] = part.split('=', 2)
      return { any: names!.split('|'), weight: Number(weight) }
    })
}

function isTold({ any }: Part, told: ReadonlySet<string>): boolean {
  return any.some((concept) => told.has(concept))
}

function sum(parts: Part[], told: ReadonlySet<string>): number {
  return parts.reduce((total, part) => (isTold(part, told) ? total + part.weight : total), 0)
}
