import { parseArgs } from 'node:util'
import { isKept, sayClaim, type Claim } from './instruments/claim.ts'

const USAGE = `npm run bench [-- start|http|pipeline|cost|ridings|matching|scripts|import|edition|protection|statistics] [--report-only] [--transcripts FILE]
                [--complaints N,N…]

  start     module start of each function, beside the AWS clients it needs
  http      requests answered 202 per second, beside a handler that only sends
  pipeline  reports counted per second, beside the bare engine writes
  cost      capacity units, calls and US dollars per million reports
  scripts   texts grouped per second, memory, and how well, beside --transcripts of real calls where given
  ridings   resolutions per second and their accuracy, beside fuse.js; what the table adds
  protection  seconds to protect a general election, and what is lost of its numbers
  matching  reports merged beside 10^3 to 10^5 stored ones, and when all tell of one call; the weights
  import    rows of a spreadsheet sent per second, beside the plain API, and memory for 100,000 of them
  edition   an edition of 100,000 rows, beside one JSON.stringify of them; its sizes; what it adds to a bundle
  statistics  milliseconds and read units of each request for statistics, with 10^3 to 10^5 complaints or --complaints
Exit code: 0 every promise is kept, or --report-only · 1 one is broken`

const PARTS: Record<string, () => Promise<Claim[]>> = {
  start: async () => await (await import('./module-start.ts')).moduleStart(),
  http: async () => await (await import('./requests.ts')).requests(),
  pipeline: async () => await (await import('./pipeline.ts')).pipeline(),
  cost: async () => await (await import('./cost.ts')).cost(),
  scripts: async () => await (await import('./scripts.ts')).scripts(values.transcripts),
  ridings: async () => await (await import('./ridings.ts')).ridings(),
  import: async () => await (await import('./import.ts')).importing(),
  protection: async () => await (await import('./protection.ts')).protection(),
  matching: async () => await (await import('./matching.ts')).matching(),
  edition: async () => await (await import('./edition.ts')).edition(),
  statistics: async () => await (await import('./statistics.ts')).statistics(values.complaints?.split(',').map(Number)),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'report-only': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
    transcripts: { type: 'string' },
    complaints: { type: 'string' },
  },
})
const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS)
if (values.help || !chosen.every((part) => part in PARTS)) {
  console.log(USAGE)
  process.exit(values.help ? 0 : 2)
}

const claims: Claim[] = []
for (const part of chosen) claims.push(...(await PARTS[part]!()))
console.log(`\n${claims.map(sayClaim).join('\n')}`)
process.exitCode = values['report-only'] || claims.every(isKept) ? 0 : 1
