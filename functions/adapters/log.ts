/** One line of JSON: ids, counts and outcomes, never what a person told us. */
export function log(facts: Record<string, unknown>): void {
  console.info(JSON.stringify(facts))
}

/** What went wrong, by its name alone: the text of an error may hold what a person told us. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
