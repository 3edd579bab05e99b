import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { tokensIn } from '../../functions/adapters/gateway-tokens.ts'
import { twilioSignature } from '../../functions/adapters/twilio-signature.ts'
import { STATS_PATHS, type StatsTable } from '../../functions/domain/stats-query.ts'
import { issueToken } from '../../operate/issue-token.ts'
import { sendSms } from '../../operate/send-sms.ts'
import { operated } from './exactly-once.ts'
import { lineClient } from './line-client.ts'
import { aReport, LINE, OTHER_LINE, type Receipted, send, senderTo } from './sender.ts'
import type { RunningStack } from './stack.ts'
import { ACCOUNT_SID, formOf, MESSAGE_SID, webhookParameters } from './webhook.ts'

/** What is sent to one operation, and what is said of the answer: its status. */
export type Call = {
  status: number
  path?: Record<string, string>
  query?: string
  headers?: Record<string, string>
  json?: unknown
  form?: Record<string, string>
}
export type Calls = Record<string, Call[]>

const FOR_PEOPLE = { accept: 'text/html', 'accept-language': 'fr' }
const UNKNOWN = { status: 422, query: '?colour=blue' }
const HELD_ALREADY = { status: 304, headers: { 'if-none-match': '*' } }
const NO_REPORT = { id: `rpt_${'0'.repeat(26)}` }
const SHORT_KEY = { 'idempotency-key': 'short' }
const OWN_ACCOUNT = `AC${'0'.repeat(32)}`

/** Calls of every operation: as it should be called, and in ways that it refuses. The stack has published what they ask for. */
export async function callsTo(stack: RunningStack): Promise<Calls> {
  return {
    ...(await callsOfReports(stack)),
    receiveText: await callsOfTexts(stack),
    suggestRidings: [{ status: 200, query: '?q=guel&order=2003' }, HELD_ALREADY, UNKNOWN],
    getDescription: [{ status: 200 }, HELD_ALREADY],
    readDescription: [{ status: 200 }, HELD_ALREADY],
    ...(await callsOfTables(stack)),
    ...(await callsOfEditions(stack)),
  }
}

async function callsOfReports(stack: RunningStack): Promise<Calls> {
  const sender = senderTo(stack)
  const mine = { reporter: { phone: LINE, earlierPoll: { received: 'yes', how: 'live', receivedOn: '2011-04-20' } } }
  const [first, second, gone] = [
    await sender.kept(
      aReport({ claimedToBe: 'Elections Canada', language: 'en' }, { ...mine, source: 'Example News' }),
    ),
    await sender.kept(aReport({}, { ...mine, representationOrder: '2003' })),
    await sender.kept(aReport({ callerId: 'private' }, { reporter: { phone: OTHER_LINE } })),
  ]
  await sender.withdraw(gone)
  const child = await sender.kept({ call: { message: 'Vote elsewhere' }, reporter: { ageBand: 'under-14' } })
  const texted = receiptIn(
    (await sendSms(operated(stack), { body: 'They said my poll moved to the mall', from: OTHER_LINE })).replies,
  )
  await stack.idle()
  const waiting = await sender.kept(aReport({ election: 'municipal' }))
  const line = await lineClient(stack)
  const { code } = await line.count(LINE)
  line.stop()
  const opened = ({ id, receipt }: Receipted) => ({ path: { id }, headers: bearer(receipt) })
  const key = { 'idempotency-key': 'the same key again' }
  return {
    postReport: [
      { status: 202, query: '?door=import', json: aReport() },
      { status: 202, headers: key, json: aReport() },
      { status: 202, form: { 'call.message': 'Your poll has moved', _theirs: '1', riding: '' } },
      { status: 202, form: { 'call.message': 'Your poll has moved' }, headers: FOR_PEOPLE },
      { status: 400, headers: SHORT_KEY, json: aReport() },
      { status: 413, json: aReport({ message: 'x'.repeat(40_000) }) },
      { status: 415, headers: { 'content-type': 'text/plain' }, json: aReport() },
      { status: 422, json: { call: { kind: 'robot' }, riding: 7, colour: 'blue' } },
      { status: 422, query: '?door=window', json: aReport() },
      { status: 422, headers: key, json: aReport({ kind: 'live' }) },
      { status: 422, form: { 'call.kind': 'robot' }, headers: FOR_PEOPLE },
    ],
    getTemplate: [{ status: 200, query: '?language=fr' }, HELD_ALREADY, UNKNOWN],
    openHeldReports: [
      { status: 200, headers: bearer(code) },
      { status: 404, headers: bearer(code) },
    ],
    getReport: [
      ...[first, second, gone, child, texted, waiting].map((report) => ({ status: 200, ...opened(report) })),
      { status: 404, path: NO_REPORT, headers: { 'accept-language': 'fr' } },
    ],
    putReport: [
      { status: 202, ...opened(child), json: aReport({}, { reporter: { phone: null } }) },
      { status: 202, ...opened(child), form: { 'call.message': 'Your poll has moved' } },
      { status: 400, ...opened(child), headers: { ...bearer(child.receipt), ...SHORT_KEY }, json: aReport() },
      { status: 404, path: NO_REPORT, json: aReport() },
      { status: 415, ...opened(child), headers: { ...bearer(child.receipt), 'content-encoding': 'gzip' }, json: aReport() }, // prettier-ignore
      { status: 422, ...opened(child), json: {} },
    ],
    deleteReport: [
      { status: 202, ...opened(child) },
      { status: 400, ...opened(child), headers: { ...bearer(child.receipt), ...SHORT_KEY } },
      { status: 404, path: NO_REPORT },
    ],
  }
}

async function callsOfTexts(stack: RunningStack): Promise<Call[]> {
  const { secrets, outputs } = operated(stack)
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: outputs.SmsSecretArn }))
  const [token] = tokensIn(SecretString!)(OWN_ACCOUNT)
  const parameters = webhookParameters({ AccountSid: OWN_ACCOUNT })
  const signature = twilioSignature(token!, { url: outputs.TwilioWebhookUrl, parameters })
  const form = Object.fromEntries(new URLSearchParams(formOf(parameters)))
  return [
    { status: 200, form, headers: { 'x-twilio-signature': signature } },
    { status: 403, form: { ...form, AccountSid: ACCOUNT_SID, MessageSid: MESSAGE_SID } },
    { status: 415, json: {} },
  ]
}

async function callsOfTables(stack: RunningStack): Promise<Calls> {
  const [script] = (await senderTo(stack).rows('scripts?atLeast=2')) as { script: { id: string } }[]
  const path = { e164: '+14505550146', id: script!.script.id }
  const token = async (groups: string[] = []) => bearer(await issueToken(operated(stack), stack.dataDir, { name: 'A. Analyst', groups })) // prettier-ignore
  const purpose = { purpose: 'to see that it answers as described' }
  const analyst = { ...(await token()), ...purpose }
  const limited = { ...(await token(['province:ON'])), ...purpose }
  const exact = (table: StatsTable): Call[] => [
    { status: 200, path, headers: analyst },
    { status: 200, path, headers: analyst, query: '?format=csv' },
    ...(EXACT_MORE[table] ?? []).map((query) => ({ status: 200, path, headers: analyst, query })),
    { status: 400, path, headers: { ...analyst, purpose: 'short' } },
    { status: 401, path },
    { status: 403, path, headers: limited, query: '?province=BC' },
    { ...UNKNOWN, path, headers: analyst },
    ...unknown(table).map((call) => ({ ...call, headers: analyst })),
  ]
  const shown = await whoIsShown(stack.url)
  const stats = (table: StatsTable): Call[] => [
    { status: 200, path: shown },
    { status: 200, path: shown, headers: { accept: 'text/csv' } },
    { status: 200, path: shown, query: '?format=parquet' },
    ...(STATS_MORE[table] ?? []).map((query) => ({ status: 200, path: shown, query })),
    { ...HELD_ALREADY, path: shown },
    { ...UNKNOWN, path: shown },
    ...unknown(table),
  ]
  const tables = Object.keys(STATS_PATHS) as StatsTable[]
  return Object.fromEntries([
    ...tables.map((table) => [`getStats${pascal(table)}`, stats(table)]),
    ...tables.map((table) => [`getExact${pascal(table)}`, exact(table)]),
  ]) as Calls
}

/** A number and a script that enough people told of. */
async function whoIsShown(url: string): Promise<Record<string, string>> {
  const rowsOf = async (table: string) => (await send(`${url}/v1/stats/${table}`)).json['rows'] as Row[]
  const named = (await rowsOf('caller-ids')).flatMap(({ callerId }) => callerId?.e164 ?? [])
  const [script] = (await rowsOf('scripts')).flatMap((row) => row.script?.id ?? [])
  return { e164: named[0] ?? '', id: script ?? '' }
}
type Row = { callerId?: { e164: string | null }; script?: { id: string } }

async function callsOfEditions({ url }: RunningStack): Promise<Calls> {
  const { edition } = (await send(`${url}/v1/editions/latest.json`)).json as { edition: string }
  const files = ['summary.csv', 'ridings.json', 'scripts.parquet', 'codebook.fr.md', 'datapackage.json', 'dataset.jsonld', 'editions.json', 'SHA256SUMS'] // prettier-ignore
  return {
    getLatestEdition: [{ status: 200 }, HELD_ALREADY],
    getEditionFile: [
      ...files.map((file) => ({ status: 200, path: { edition, file } })),
      { ...HELD_ALREADY, path: { edition, file: 'summary.csv' } },
      { status: 404, path: { edition: '2011-05-02.1', file: 'summary.csv' } },
    ],
  }
}

/** Questions whose rows are of another kind. */
const EXACT_MORE: Partial<Record<StatsTable, string[]>> = {
  summary: ['?from=2011-05-01', '?kind=live', '?province=ON', '?templated=without'],
  ridings: ['?limit=1', '?kind=recorded'],
  scripts: ['?atLeast=1&limit=1'],
  timeline: ['?interval=hour', '?by=received', '?mention=2011-05-02', '?callerId=%2B14505550146', '?province=ON'],
  ages: ['?province=ON'],
  sources: ['?limit=1'],
}
const STATS_MORE: Partial<Record<StatsTable, string[]>> = {
  summary: ['?from=2011-05-01', '?kind=live', '?province=ON', '?templated=without'],
  ridings: ['?limit=1', '?kind=recorded', '?riding=unresolved'],
  scripts: ['?atLeast=10'],
  timeline: ['?interval=hour', '?by=received', '?mention=2011-05-02', '?province=ON'],
}

function unknown(table: StatsTable): Call[] {
  if (table === 'caller-id') return [{ status: 404, path: { e164: '+14505550199' } }]
  return table === 'list-source' ? [{ status: 404, path: { id: `scr_${'0'.repeat(26)}` } }] : []
}

/** Report and receipt, as the first reply to a text has them. */
function receiptIn([kept = '']: string[]): Receipted {
  const [, id = '', receipt = ''] = /(rpt_\w+) (\S+)$/.exec(kept) ?? []
  return { id, receipt }
}

const bearer = (secret: string): Record<string, string> => ({ authorization: `Bearer ${secret}` })
const pascal = (table: string) => table.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())
