type Pool = { atOnce: number; signal?: AbortSignal | undefined }

/**
 * Takes what comes, some at once. When it is stopped, or one cannot be taken at all, those on their way are finished and no other is
 * begun; throws what the first of them threw.
 */
export async function takeAtOnce<T>(
  items: AsyncGenerator<T>,
  take: (item: T) => Promise<void>,
  { atOnce, signal }: Pool,
): Promise<void> {
  let isOver = false
  const takeNext = async (): Promise<void> => {
    try {
      for (let next = await items.next(); !next.done && !isOver; next = await items.next()) {
        await take(next.value)
        if (signal?.aborted) return
      }
    } catch (error) {
      isOver = true
      if (!signal?.aborted) throw error
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, takeNext))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}
