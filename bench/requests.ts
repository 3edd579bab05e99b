import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { electionWeek } from '../rehearsal/election-week.ts'
import { startStackProcess } from '../test/support/stack.ts'
import type { Claim } from './instruments/claim.ts'
import { postAll, type Load, type Post } from './instruments/post-load.ts'
import { printTable } from './instruments/print-table.ts'
import { interleave, median, quantile } from './instruments/samples.ts'
import { variantOf } from './instruments/variant.ts'

const ROUNDS = 15
const POSTS = 160
/** Until the environments are past their first compilation. */
const WARM_UP = 10
const AT_LEAST = 0.7

/**
 * Reports answered 202, beside the same host with a handler that only sends. Neither has a consumer behind its queue: it would take
 * the processors from both. The host is one process, its engines are others, and what posts is this one. One environment for each
 * processor: more only take the caches from each other.
 */
export async function requests(): Promise<Claim[]> {
  const dir = mkdtempSync(join(tmpdir(), 'callwitness-bench-'))
  const own = await variantOf({ mappings: [] })
  const floor = await variantOf({ mappings: [], handlers: { 'receive-report': 'send-only.ts' } })
  const hosts = await Promise.all(
    [own, floor].map(
      async ({ directory: assembly }, i) =>
        await startStackProcess(join(dir, String(i)), { assembly, environments: availableParallelism() }),
    ),
  )
  try {
    const [real, sending] = hosts.map(({ url }) => `${url}/v1/reports`) as [string, string]
    const bodies = [...electionWeek({ seed: 'bench', reports: POSTS })].map(({ told }) => JSON.stringify(told))
    const post = (url: string, isKeyed: boolean) => async () =>
      await postAll(
        url,
        bodies.map((body) => (isKeyed ? withKey(body) : { body })),
      )
    const runs = {
      'no key': post(real, false),
      'send only': post(sending, false),
      'with key': post(real, true),
      'guard + send': post(sending, true),
    }
    await interleave(WARM_UP, runs)
    const loads = await interleave(ROUNDS, runs)
    printTable(
      `Requests answered 202, ${POSTS} at a time, 16 connections, medians of ${ROUNDS}`,
      ['handler', 'per second', 'p50 ms', 'p99 ms'],
      Object.entries(loads).map(([name, samples]) => [name, ...describe(samples)]),
    )
    return [
      claim('requests without a key', loads['no key'], loads['send only']),
      claim('requests with a key', loads['with key'], loads['guard + send']),
    ]
  } finally {
    await Promise.all(hosts.map(async (host) => await host.stop()))
    for (const { remove } of [own, floor]) remove()
    rmSync(dir, { recursive: true })
  }
}

function withKey(body: string): Post {
  return { body, headers: { 'idempotency-key': randomUUID() } }
}

function claim(what: string, own: Load[], floor: Load[]): Claim {
  const ratios = own.map(({ perSecond }, round) => perSecond / floor[round]!.perSecond)
  return { what, measured: median(ratios), unit: '×', atLeast: AT_LEAST }
}

function describe(samples: Load[]): string[] {
  const millis = samples.flatMap((sample) => sample.millis)
  return [
    median(samples.map(({ perSecond }) => perSecond)).toFixed(0),
    quantile(millis, 0.5).toFixed(1),
    quantile(millis, 0.99).toFixed(1),
  ]
}
