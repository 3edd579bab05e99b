/** Draws that follow from a seed of 32 bytes; who does not know it cannot tell them from chance (ChaCha20, RFC 8439). */
export type KeyStream = {
  /** A whole number from 0 to below `n`, which is far below 2^32. */
  below: (n: number) => number
  /** From 0 to below 1. */
  fraction: () => number
}

export function keyStream(seed: Uint8Array): KeyStream {
  const view = new DataView(seed.buffer, seed.byteOffset, 32)
  const start = new Uint32Array(16)
  start.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574])
  for (let word = 0; word < 8; word += 1) start[4 + word] = view.getUint32(4 * word, true)
  const block = new Uint32Array(16)
  let used = 16
  const next = (): number => {
    if (used === 16) {
      fill(block, start)
      used = 0
    }
    return block[used++]!
  }
  const fraction = () => next() / 0x1_0000_0000
  return { fraction, below: (n) => Math.floor(fraction() * n) }
}

function fill(block: Uint32Array, start: Uint32Array): void {
  block.set(start)
  for (let round = 0; round < 10; round += 1) {
    for (const [a, b, c, d] of QUARTERS) quarter(block, a, b, c, d)
  }
  for (let word = 0; word < 16; word += 1) block[word] = block[word]! + start[word]!
  start[12] = start[12]! + 1
  if (start[12] === 0) start[13] = start[13]! + 1
}

const QUARTERS = [
  [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15],
  [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
] as const // prettier-ignore

function quarter(s: Uint32Array, a: number, b: number, c: number, d: number): void {
  s[a] = s[a]! + s[b]!
  s[d] = rotated(s[d]! ^ s[a]!, 16)
  s[c] = s[c]! + s[d]!
  s[b] = rotated(s[b]! ^ s[c]!, 12)
  s[a] = s[a]! + s[b]!
  s[d] = rotated(s[d]! ^ s[a]!, 8)
  s[c] = s[c]! + s[d]!
  s[b] = rotated(s[b]! ^ s[c]!, 7)
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
