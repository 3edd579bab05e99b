/** What was opened, closed in reverse: at the end, or when a later step of the start fails. */
export class Closing {
  readonly #open: (() => unknown)[] = []

  add(close: () => unknown): void {
    this.#open.push(close)
  }

  async all(): Promise<void> {
    for (let close = this.#open.pop(); close; close = this.#open.pop()) await close()
  }
}
