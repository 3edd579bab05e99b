/** Tells how far something is: a bar where there is a terminal, else a line for every tenth. */
export type Progress = { show: (done: number) => void; end: () => void }

const WIDTH = 30

/** `label` may say how many are done in words of its own. */
export function progress(
  label: string | (() => string),
  total: number,
  out: NodeJS.WriteStream = process.stderr,
): Progress {
  let start: { at: number; done: number } | undefined
  let tenths = 0
  let shownAt = 0
  const text = (done: number) => {
    start ??= { at: Date.now(), done }
    const rate = Math.round(((done - start.done) * 1000) / Math.max(1, Date.now() - start.at))
    return `${typeof label === 'string' ? `${label} ${done}/${total}` : label()}, ${rate} per second`
  }
  const bar = (done: number) => {
    if (done < total && Date.now() - shownAt < 100) return
    shownAt = Date.now()
    const filled = Math.min(WIDTH, Math.round((done / Math.max(1, total)) * WIDTH))
    out.write(`\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${text(done)}\u001b[K`)
  }
  const line = (done: number) => {
    if (Math.floor((done * 10) / Math.max(1, total)) <= tenths) return
    tenths = Math.floor((done * 10) / Math.max(1, total))
    out.write(`${text(done)}\n`)
  }
  return { show: out.isTTY ? bar : line, end: () => void (out.isTTY && out.write('\n')) }
}
