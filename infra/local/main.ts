import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findStack } from '../../operate/stack-outputs.ts'
import * as z from 'zod'
import { cachedAssembly } from './cached-assembly.ts'
import { startHost, type Host } from './host.ts'

const USAGE = 'npm start -- [--port N] [--data DIR] [--demo]'
const HELP = `${USAGE}

Runs the whole system on this machine until Ctrl-C.
  --port N    where it listens, by default 8080
  --data DIR  what it keeps, by default .callwitness
  --demo      plays a rehearsal of invented reports, kept apart in .callwitness/demo`

/** What a first report may look like; everything else about the system comes from its template. */
const EXAMPLE = {
  call: { callerId: '(450) 555-0146', receivedAt: '2011-05-02T10:03', message: 'Your polling place has moved.' },
  riding: 'Guelph',
}

// As in Lambda, whatever the zone of the machine.
process.env['TZ'] = 'UTC'
// What is held here is nobody else's, whatever the folder's own mode.
process.umask(0o077)
await run().catch((error: unknown) => {
  console.error(`callwitness: ${explain(error)}`)
  process.exit(1)
})

async function run(): Promise<void> {
  const flags = readFlags()
  if (!flags) return console.log(HELP)
  const event = flags.demo ? 'demo' : defaultEvent()
  const assembly = await cachedAssembly({ event, invented: flags.demo })
  const onEngineExit = (reason: string) => {
    console.error(`callwitness: ${reason}`)
    process.exit(1)
  }
  const host = await startHost({ assembly, dataDir: flags.data, port: flags.port, onEngineExit })
  stopOnSignals(host)
  greet(host, { event, data: flags.data })
  if (flags.demo) await demo(host, flags.data)
}

function readFlags() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return undefined
  const port = Number(values.port ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port. ${USAGE}`)
  if (values.data === '') throw new Error(`--data names no folder. ${USAGE}`)
  return { port, demo: values.demo, data: values.data ?? (values.demo ? '.callwitness/demo' : '.callwitness') }
}

/** The event that would be deployed from here. */
function defaultEvent(): string {
  const file = new URL('../../cdk.json', import.meta.url)
  return z.object({ context: z.object({ event: z.string() }) }).parse(JSON.parse(readFileSync(file, 'utf8'))).context
    .event
}

function greet({ url, routes, inert }: Host, { event, data }: { event: string; data: string }): void {
  const post = routes.find((route) => /^POST [^{]+$/.test(route))?.slice('POST '.length)
  console.log(`CallWitness listens on ${url} for the event ${event}; its data are in ${data}`)
  console.log(`No effect on one machine: ${inert.map((type) => type.replace('AWS::', '')).join(', ')}`)
  console.log('Replies to texts that come by AWS go nowhere; hold a conversation with npm run sms -- "text"')
  console.log('Exact counts (/v1/exact/…) ask for a token, npm run token -- --name "A. Analyst", and a header Purpose')
  console.log('Public statistics (/v1/stats/…) are of published editions: npm run publish, then -- --approve EDITION')
  if (post)
    console.log(`Try: curl -i ${url}${post} -H 'content-type: application/json' -d '${JSON.stringify(EXAMPLE)}'`)
}

async function demo(host: Host, data: string): Promise<void> {
  const { playDemo } = await import('../../rehearsal/demo.ts')
  const { publishNow } = await import('../../operate/publish.ts')
  const { sent } = await playDemo(host.url)
  await host.idle()
  const { latest } = await publishNow(findStack({ data }))
  console.log(
    `Rehearsed: ${sent.reports} invented reports were sent, all are counted, and published as ${latest}. See them:`,
  )
  for (const route of host.routes)
    if (/^GET [^{]+$/.test(route) && !host.guarded.includes(route))
      console.log(`  curl ${host.url}${route.slice('GET '.length)}`)
}

/** The first signal drains and stops; a second one leaves at once, which loses nothing that was acknowledged. */
function stopOnSignals(host: Host): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(130)
    isStopping = true
    console.log('Stopping: what was accepted is being finished. Ctrl-C again leaves at once.')
    host.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`callwitness: ${explain(error)}`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port, path } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is in use: choose another with --port`
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be opened by this user: choose another with --port`
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return `Cannot write the data folder (${path})`
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${error.message.split('. ')[0]}. ${USAGE}`
  return error.message
}
