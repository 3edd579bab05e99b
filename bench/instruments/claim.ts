/** One thing that is promised about cost, and what was measured of it. */
export type Claim = { what: string; measured: number; unit: '×' | ' US$'; atMost?: number; atLeast?: number }

export function isKept({ measured, atMost = Infinity, atLeast = -Infinity }: Claim): boolean {
  return measured <= atMost && measured >= atLeast
}

/** `module start receive-report 1.31× (≤ 1.5) ok` */
export function sayClaim(claim: Claim): string {
  const { what, measured, unit, atMost, atLeast } = claim
  const bound = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`
  return `${what} ${measured.toFixed(2)}${unit} (${bound}) ${isKept(claim) ? 'ok' : 'BROKEN'}`
}
