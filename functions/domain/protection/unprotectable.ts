/**
 * The input must be mended: a cube that is not closed, or comes after another event's or a later edition, or whose numbers cannot
 * be those of any people, as when they were read while they changed.
 */
export class UnprotectableError extends Error {
  override name = 'UnprotectableError' as const
}
