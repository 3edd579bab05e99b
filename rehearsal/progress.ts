/** Tells how far something is: a bar where there is a terminal, else a line for every tenth. */
export type Progress = { show: (done: number) => void; end: () => void }

const WIDTH = 30

export function progress(label: string, total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const startedAt = Date.now()
  let tenths = 0
  let shownAt = 0
  const text = (done: number) =>
    `${label} ${done}/${total}, ${Math.round((done * 1000) / Math.max(1, Date.now() - startedAt))} per second`
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
