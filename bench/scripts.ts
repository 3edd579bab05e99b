import { parse } from 'csv-parse/sync'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scriptId } from '../test/support/script-ids.ts'
import { wordFactsOf } from '../functions/domain/facts.ts'
import type { Reporter } from '../functions/domain/reporter.ts'
import { groupAll } from '../functions/domain/scripts/group-all.ts'
import { nodesOf } from '../functions/domain/scripts/grouped.ts'
import { similarity, textFeatures } from '../functions/domain/text-features.ts'
import type { Claim } from './instruments/claim.ts'
import { shareOf, type Shares } from './instruments/pair-shares.ts'
import { printTable } from './instruments/print-table.ts'

const AMOUNTS = [10_000, 100_000, 1_000_000]
const MOST_SECONDS = 600
const MOST_MEGABYTES = 2048
const LABELLED = join(import.meta.dirname, '..', 'test', 'labelled', 'retold-scripts.csv')
/** Pairs in one script, and pairs of one campaign that were in two, judged by reading. */
const JUDGED = join(import.meta.dirname, 'judged-transcript-pairs.csv')
const JUDGED_APART = join(import.meta.dirname, 'judged-campaign-pairs.csv')
/** A pair that shares less of its telling words is in one script through others alone. */
const DIRECT = 0.5
const GROUPING = { quoted: new Set<string>(), idOf: scriptId }

type Measured = { amount: number; distinct: number; seconds: number; megabytes: number } & Shares

/** How fast texts are grouped in memory and how much of it they need; and how well, by pairs, retold messages and real transcripts. */
export async function scripts(transcripts?: string): Promise<Claim[]> {
  return [...amounts(), ...retold(), ...(transcripts ? recorded(transcripts) : explained())]
}

function amounts(): Claim[] {
  const file = join(import.meta.dirname, 'instruments', 'group-in-memory.ts')
  const measured = AMOUNTS.map(
    (amount) => JSON.parse(execFileSync(process.execPath, [file, String(amount)], { encoding: 'utf8' })) as Measured,
  )
  printTable(
    'Texts grouped one by one in memory, words and hashes included, on one core; pairs beside the truth of invented scripts',
    ['texts', 'distinct', 'seconds', 'a second', 'MB at most', 'precision', 'recall'],
    measured.map(({ amount, distinct, seconds, megabytes, precision, recall }) => [
      amount,
      distinct,
      seconds.toFixed(1),
      Math.round(amount / seconds),
      Math.round(megabytes),
      precision.toFixed(4),
      recall.toFixed(4),
    ]),
  )
  const last = measured.at(-1)!
  return [
    { what: 'a million texts', measured: last.seconds * 1000, unit: ' ms', atMost: MOST_SECONDS * 1000 },
    { what: 'a million texts', measured: last.megabytes * 1024, unit: ' kB', atMost: MOST_MEGABYTES * 1024 },
  ]
}

type Row = { set: string; script: string; language: string; text: string }

function retold(): Claim[] {
  const rows = parse<Row>(readFileSync(LABELLED), { columns: true })
  const found = scriptsOf(rows.map(({ text }) => text))
  const told = rows.map((row, n) => ({ ...row, found: found[n]! }))
  const kinds: [string, (a: Row, b: Row) => boolean][] = [
    ['all', () => true],
    ['English', (a, b) => a.language === 'en' && b.language === 'en'],
    ['French', (a, b) => a.language === 'fr' && b.language === 'fr'],
    ['one of each', (a, b) => a.language !== b.language],
    // The tables were made with the first four before the eyes.
    ...['first', 'second', 'third', 'fourth', 'fifth'].map((set): [string, (a: Row) => boolean] => [
      `${set} set`,
      (a) => a.set === set,
    ]),
  ]
  const shares = kinds.map(([kind, isAsked]) => ({
    kind,
    ...shareOf(
      told,
      ({ script }) => script,
      (a, b) => a.set === b.set && isAsked(a, b),
    ),
  }))
  printTable(
    `Retold messages: ${rows.length} of ${new Set(rows.map(({ script }) => script)).size} scripts; by pairs of one set, of which the tables know all but the fifth`,
    ['pairs', 'precision', 'recall'],
    shares.map(({ kind, precision, recall }) => [kind, precision.toFixed(3), recall.toFixed(3)]),
  )
  const [all] = shares
  return [
    { what: 'retold messages, precision', measured: all!.precision, unit: '×', atLeast: 0.95 },
    { what: 'retold messages, recall', measured: all!.recall, unit: '×', atLeast: 0.8 },
  ]
}

function explained(): Claim[] {
  console.log(
    '\nReal transcripts: not measured. Name a file with --transcripts; columns recording, campaign, transcript.',
  )
  return []
}

type Recording = { recording: string; campaign: string; transcript: string }
type Judged = { a: string; b: string; verdict: 'same' | 'slot' | 'other' }

/** Beside campaigns told apart by their sound, and beside pairs that were judged by reading. */
function recorded(file: string): Claim[] {
  const rows = parse<Recording>(readFileSync(file), { columns: true })
  const found = scriptsOf(rows.map(({ transcript }) => transcript))
  const told = rows.map((row, n) => ({ ...row, found: found[n]!, features: textFeatures(row.transcript) }))
  const scriptOf = new Map(told.map(({ recording, found }) => [recording, found]))
  const judged = parse<Judged>(readFileSync(JUDGED), { columns: true })
  const joined = judged.filter(({ a, b }) => scriptOf.get(a) === scriptOf.get(b))
  const share = (...verdicts: string[]) => joined.filter(({ verdict }) => verdicts.includes(verdict)).length / joined.length // prettier-ignore
  const others = new Set(
    parse<Judged>(readFileSync(JUDGED_APART), { columns: true })
      .filter(({ verdict }) => verdict === 'other')
      .flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  )
  const recall = (isAsked: (a: Recording, b: Recording) => boolean) => shareOf(told, ({ campaign }) => campaign, isAsked).recall // prettier-ignore
  const all = recall(() => true)
  const ofOneMessage = recall((a, b) => !others.has(`${a.recording} ${b.recording}`))
  const pairs = told.flatMap((one, n) => told.slice(0, n).flatMap((other) => one.found === other.found ? [similarity(one.features, other.features)] : [])) // prettier-ignore
  const chained = pairs.filter((likeness) => likeness < DIRECT).length / pairs.length
  printTable(
    `Real transcripts: ${rows.length}, ${new Set(found).size} scripts`,
    ['what', 'share'],
    [
      ['pairs of one campaign that are in one script', all.toFixed(3)],
      [`without ${others.size / 2} pairs that were judged to be two messages`, ofOneMessage.toFixed(3)],
      [`of ${joined.length} judged pairs in one script: the same message`, share('same').toFixed(3)],
      ['the same but for a slot (another company, product, place)', share('slot').toFixed(3)],
      ['another message', share('other').toFixed(3)],
      [`of all ${pairs.length} pairs in one script: half of their words not in common`, chained.toFixed(3)],
    ],
  )
  return [
    { what: 'transcripts, pairs of one campaign in one script', measured: all, unit: '×', atLeast: 0.9, aim: 0.94 },
    { what: 'transcripts, pairs of one campaign and message in one script', measured: ofOneMessage, unit: '×', atLeast: 0.94 }, // prettier-ignore
    { what: 'transcripts, judged pairs that are one script', measured: share('same', 'slot'), unit: '×', atLeast: 0.98 }, // prettier-ignore
    { what: 'transcripts, pairs in one script that others chain', measured: chained, unit: '×', atMost: 0.01 },
  ]
}

/** The script of each text, as if each were a complaint of its own. */
function scriptsOf(texts: string[]): string[] {
  const reporters = texts.map((message, n) => {
    const facts = { receivedAt: '2026-05-01T12:00:00Z', kind: 'unsure', election: 'federal', door: 'web' }
    const report = { ...facts, ...wordFactsOf({ message }), complaintId: `cmp_${n}` }
    return { key: `REPORTER#${n}`, event: 'bench', version: 1, reports: { [`rpt_${n}`]: report } } as Reporter
  })
  const roots = groupAll(reporters, GROUPING)
  return reporters.map((reporter, n) => roots.rootOf(nodesOf(reporter, GROUPING)[0] ?? `none ${n}`))
}
