/**
 * A record of a script, or of a part of one, as it stands in a tree of those that are counted together: which other holds it, how
 * many hold together beneath it, itself included, and, at the top, what the script is called.
 */
export type TreeRecord = {
  script: string
  isStored: boolean
  heldBy?: string | undefined
  pieces?: number | undefined
  scriptName?: string | undefined
}

export type JoinedTrees = {
  top: TreeRecord
  held: TreeRecord
  pieces: number
  /** The smaller of the two names. */
  name: string
  /** Of which no script is called any more. */
  renamed: string
}

/**
 * The smaller tree is held by the larger one, so that none has more levels than its size has binary digits, whatever the names are
 * that somebody chose. Nothing when both are the same.
 */
export function joinTrees(one: TreeRecord, other: TreeRecord): JoinedTrees | undefined {
  if (one.script === other.script) return undefined
  const isLarger = sizeOf(one) > sizeOf(other) || (sizeOf(one) === sizeOf(other) && one.script < other.script)
  const [top, held] = isLarger ? [one, other] : [other, one]
  const [name = '', renamed = ''] = [nameOf(one), nameOf(other)].toSorted()
  return { top, held, pieces: sizeOf(one) + sizeOf(other), name, renamed }
}

function sizeOf({ pieces = 1 }: TreeRecord): number {
  return pieces
}

function nameOf({ script, scriptName = script }: TreeRecord): string {
  return scriptName
}
