/** The file, or what is asked of it, cannot be taken as it is: nothing was sent. The message says why, and quotes no cell. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError' as const
}
