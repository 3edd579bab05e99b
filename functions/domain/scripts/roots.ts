/** Nodes joined into components, each named by its smallest node: whoever joins what in whichever order. */
export class Roots {
  /** Node to a smaller one of its component; a root is not in it. */
  readonly parents: Map<string, string>

  constructor(parents: Iterable<[string, string]> = []) {
    this.parents = new Map(parents)
  }

  rootOf(node: string): string {
    let root = node
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) root = parent
    return root
  }

  /** Which nodes are more links from their root than these, each with its root. */
  farther(links: number): [node: string, root: string][] {
    const known = new Map<string, { root: string; links: number }>()
    for (const node of this.parents.keys()) {
      const path: string[] = []
      let at = node
      for (let parent = this.parents.get(at); parent !== undefined && !known.has(at); parent = this.parents.get(at)) {
        path.push(at)
        at = parent
      }
      const { root, links: above } = known.get(at) ?? { root: at, links: 0 }
      for (const [i, passed] of path.toReversed().entries()) known.set(passed, { root, links: above + i + 1 })
    }
    return [...known].filter(([, far]) => far.links > links).map(([node, { root }]) => [node, root])
  }

  /** Answers the root that is one no more, with its new parent; nothing when they were joined already. */
  join(a: string, b: string): [string, string] | undefined {
    const [one, other] = [this.rootOf(a), this.rootOf(b)]
    if (one === other) return undefined
    const [parent, child] = one < other ? [one, other] : [other, one]
    this.parents.set(child, parent)
    return [child, parent]
  }
}
