type Client = { middlewareStack: { remove: (name: string) => boolean } }

/**
 * An AWS client without its logger. It has none to write to, but copies each request and answer for it all the same, which is a
 * tenth of what a call costs; and what a person told us is nothing to log.
 */
export function quiet<T extends Client>(client: T): T {
  client.middlewareStack.remove('loggerMiddleware')
  return client
}
