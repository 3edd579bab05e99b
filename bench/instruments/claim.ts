/** One thing that is promised about cost, and what was measured of it. An aim is said beside the bound, and breaks nothing. */
export type Claim = {
  what: string
  measured: number
  unit: '×' | ' US$' | '/s' | ' ms' | ' s' | ' %' | ' kB' | ' GETs' | ' units'
  atMost?: number
  atLeast?: number
  aim?: number
}

export function isKept({ measured, atMost = Infinity, atLeast = -Infinity }: Claim): boolean {
  return measured <= atMost && measured >= atLeast
}

/** `module start receive-report 1.31× (≤ 1.5, aim 1.3) ok` */
export function sayClaim(claim: Claim): string {
  const { what, measured, unit, atMost, atLeast, aim } = claim
  const bound = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`
  const bounds = aim === undefined ? bound : `${bound}, aim ${aim}`
  return `${what} ${measured.toFixed(measured < 100 ? 2 : 0)}${unit} (${bounds}) ${isKept(claim) ? 'ok' : 'BROKEN'}`
}
