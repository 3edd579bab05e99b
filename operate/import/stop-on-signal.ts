/** The first Ctrl-C finishes what is on its way, a second one leaves at once: either way the next run goes on where this one ended. */
export function stopOnSignal(): AbortController {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => (stopping.signal.aborted ? process.exit(1) : stopping.abort()))
  return stopping
}
