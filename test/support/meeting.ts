/** Where so many wait for each other: what then goes on, goes on at once, on what each had read before. Later ones pass. */
export function meeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let missing = count
  return async () => {
    missing -= 1
    if (missing <= 0) resolve()
    await promise
  }
}
