import { createHash } from 'node:crypto'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { LostEditionError } from '../../functions/adapters/edition-store.ts'
import type { Contribution } from '../../functions/domain/contribution.ts'
import { RejectedError } from '../../functions/domain/rejected.ts'
import { NoSuchDraftError, WaitingDraftError } from '../../functions/publish-dataset/publish-dataset.ts'
import { MOST_BYTES, showEdition } from '../../functions/show-edition/show-edition.ts'
import { fileAnswer } from '../../functions/adapters/file-answer.ts'
import type { PublishRequest } from '../../functions/publish-dataset/publish-request.ts'
import { type Cut, EVENT, openPublisher, type Publisher } from '../support/publisher.ts'
import { rehearsedCounts } from '../support/rehearsed-counts.ts'

const NAME = '2026-05-01.1'
const NEXT = '2026-05-02.1'
const TOMORROW = new Date('2026-05-02T12:00:30.000Z')
const REASON = { en: 'A correction.', fr: 'Une correction.' }

let [few, many]: Contribution[] = []
beforeAll(() => {
  few = rehearsedCounts(60, 'publish')
  many = rehearsedCounts(300, 'publish')
})

const opened: Publisher[] = []
async function open(counts: Contribution, from?: Publisher): Promise<Publisher> {
  const publisher = await openPublisher(counts, from)
  opened.push(publisher)
  return publisher
}
afterEach(async () => {
  for (const publisher of opened.splice(0)) await publisher.stop()
})

/** Every edition that can be read is whole, and `latest.json` points to one of them, or to nothing. Answers which. */
async function expectWhole(publisher: Publisher): Promise<string | undefined> {
  const shown = await Promise.all([NAME, NEXT].map(async (edition) => await sumsShown(publisher, edition)))
  for (const { read, summed } of shown) expect(read).toEqual(summed)
  const latest = await publisher.show('latest.json').catch(nothing)
  if (!latest) return undefined
  const { edition } = JSON.parse(latest.toString()) as { edition: string }
  await publisher.show(`${edition}/summary.csv`)
  return edition
}

/** The checksums of what can be read of an edition, and those that it gives; nothing of either where it is not public. */
async function sumsShown(
  publisher: Publisher,
  edition: string,
): Promise<Record<'read' | 'summed', Map<string, string>>> {
  const names = [...publisher.files(edition).keys()].map((path) => path.split('/').at(-1)!)
  const read = new Map<string, string>()
  for (const name of new Set(names)) {
    const bytes = await publisher.show(`${edition}/${name}`).catch(nothing)
    if (bytes && name !== 'SHA256SUMS') read.set(name, createHash('sha256').update(bytes).digest('hex'))
  }
  const sums = await publisher.show(`${edition}/SHA256SUMS`).catch(nothing)
  const lines = sums?.toString().trimEnd().split('\n') ?? []
  return { read, summed: new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)])) }
}

function nothing(error: unknown): undefined {
  if (!(error instanceof RejectedError)) throw error
}

test('a draft can be read by nobody until it is approved, and by everyone then', async () => {
  const publisher = await open(few!)
  const { outcome, latest, draft, differences } = await publisher.publish()
  expect({ outcome, latest, draft }).toEqual({
    outcome: 'waiting',
    latest: null,
    draft: {
      edition: NAME,
      number: 1,
      asOf: '2026-05-01T12:00:00Z',
      releaseAt: '2026-05-02T08:00:30.000Z',
      reason: { en: 'The first edition.', fr: 'La première édition.' },
    },
  })
  expect(differences).toMatch(/^The first edition\.\nreports \d+, reporters \d+, complaints \d+\nsummary: \d+ rows\n/)
  expect(await expectWhole(publisher)).toBeUndefined()
  expect([...publisher.files(NAME).keys()].filter((path) => path.startsWith('editions/'))).toEqual([])
  expect(await publisher.publish({ approve: NAME })).toMatchObject({ latest: NAME, released: NAME, draft: null })
  expect(await expectWhole(publisher)).toBe(NAME)
})

test('a draft that nobody has looked at is public when its time has passed, not before', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  publisher.world.now = new Date('2026-05-02T08:00:29.999Z')
  expect(await publisher.publish()).toMatchObject({ latest: null, draft: { edition: NAME } })
  publisher.world.now = new Date('2026-05-02T08:00:30.000Z')
  expect(await publisher.publish()).toMatchObject({ latest: NAME, released: NAME })
})

test('the same counts, key and time give the same bytes, what is kept included', async () => {
  const [one, other] = [await open(few!), await open(few!)]
  for (const publisher of [one, other]) {
    await publisher.publish({ asOf: '2026-05-01T06:00:00Z' })
    await publisher.publish({ approve: NAME })
  }
  expect(other.files()).toEqual(one.files())
})

test('a second edition says what changed, and leaves the first as it was, byte for byte', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  await publisher.publish({ approve: NAME })
  const first = publisher.files(`editions/${NAME}/`)
  expect(first.size).toBe(2 * 39)
  publisher.world.counts = many!
  publisher.world.now = TOMORROW
  const { draft, differences, latest } = await publisher.publish()
  expect({ edition: draft!.edition, number: draft!.number, latest }).toEqual({ edition: NEXT, number: 2, latest: NAME })
  expect(differences).toMatch(
    /^reports \d+ → \d+, .*\nsummary, cells: \d+ moved.*\n {2}election=all kind=all door=all: complaints \d+ → \d+/,
  )
  expect(differences).toMatch(/^timeline, cells: .*; rows: \d+ new$/m)
  expect(await publisher.publish({ approve: NEXT })).toMatchObject({ latest: NEXT })
  expect(await expectWhole(publisher)).toBe(NEXT)
  expect(publisher.files(`editions/${NAME}/`)).toEqual(first)
  expect((await publisher.show(`${NEXT}/editions.csv`)).toString().split('\r\n').slice(1, 3)).toEqual([
    `${NAME},1,2026-05-01T12:00:00Z,The first edition.,La première édition.`,
    `${NEXT},2,2026-05-02T12:00:00Z,What was counted since.,Ce qui a été compté depuis.`,
  ])
})

test('what is kept of an edition goes when the next one is public', async () => {
  const publisher = await open(few!)
  for (const edition of [NAME, '2026-05-01.2']) {
    await publisher.publish({ reason: REASON })
    await publisher.publish({ approve: edition })
  }
  expect([...publisher.files('/memory/').keys()]).toEqual([`drafts/${EVENT}/memory/2026-05-01.2.json`])
})

test('as long as no number moves there is no other edition, unless somebody gives a reason', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  await publisher.publish({ approve: NAME })
  publisher.world.now = TOMORROW
  expect(await publisher.publish()).toMatchObject({ outcome: 'current', latest: NAME, draft: null })
  const { draft } = await publisher.publish({ reason: REASON })
  expect(draft).toMatchObject({ edition: NEXT, number: 2 })
  await publisher.publish({ approve: NEXT })
  expect((await publisher.show(`${NEXT}/codebook.fr.md`)).toString()).toContain('Une correction.')
})

test('a draft that was thrown away is never public, and its name stays its own', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  expect(await publisher.publish({ discard: NAME })).toMatchObject({ outcome: 'none', latest: null, draft: null })
  await expect(publisher.publish({ approve: NAME })).rejects.toThrow(NoSuchDraftError)
  publisher.world.counts = many!
  expect(await publisher.publish()).toMatchObject({ draft: { edition: '2026-05-01.2', number: 1 } })
})

test('a reason that comes while a draft waits is refused, not dropped; the one of that draft may be sent again', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  await publisher.publish({ approve: NAME })
  publisher.world.now = TOMORROW
  expect(await publisher.publish({ reason: REASON })).toMatchObject({ written: NEXT, draft: { reason: REASON } })
  expect(await publisher.publish({ reason: REASON })).toMatchObject({ written: null, draft: { edition: NEXT } })
  const other = publisher.publish({ reason: { en: 'Another.', fr: 'Une autre.' } })
  await expect(other).rejects.toThrow(WaitingDraftError)
  await expect(other).rejects.toThrow(`the draft ${NEXT} waits, without this reason: approve or discard it first`)
  expect(await publisher.publish()).toMatchObject({ draft: { edition: NEXT, reason: REASON } })
})

test('that no number moved is said only by who has looked', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  publisher.world.counts = many!
  expect(await publisher.publish({ approve: NAME })).toMatchObject({ outcome: 'none', written: null })
  expect(await publisher.publish()).toMatchObject({ outcome: 'waiting', written: '2026-05-01.2' })
})

test('an approval whose answer was lost can be sent again', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  await publisher.publish({ approve: NAME })
  expect(await publisher.publish({ approve: NAME })).toMatchObject({ latest: NAME, released: null })
})

test('several calls at once write one draft, and make it public once', async () => {
  const publisher = await open(few!)
  const drafts = await Promise.all([1, 2, 3].map(async () => await publisher.publish()))
  expect(new Set(drafts.map(({ draft }) => draft!.edition))).toEqual(new Set([NAME]))
  await Promise.all([1, 2, 3].map(async () => await publisher.publish({ approve: NAME })))
  expect(await expectWhole(publisher)).toBe(NAME)
})

type Cutting = {
  start: () => Promise<Publisher>
  request: PublishRequest
  check: (publisher: Publisher) => Promise<void>
}

/** Cuts at the first writes, at some of the many that are alike, and at each of the last. */
async function cutAll({ start, request, check }: Cutting): Promise<void> {
  const never: Cut = { write: Infinity, isDone: false }
  await (await start()).publish(request, never)
  const last = never.made!
  const points = Array.from({ length: last }, (_, n) => n + 1).filter((n) => n <= 2 || n % 40 === 0 || n > last - 4)
  for (const write of points) {
    const publisher = await start()
    await expect(publisher.publish(request, { write, isDone: write % 2 === 0 })).rejects.toThrow('cut')
    await check(publisher)
  }
  expect(last).toBeGreaterThan(30)
}

test('a draft that is cut at any write is finished by the next call, the same', async () => {
  const whole = await open(few!)
  await whole.publish()
  const check = async (publisher: Publisher) => {
    expect(await expectWhole(publisher)).toBeUndefined()
    await publisher.publish()
    expect(publisher.files()).toEqual(whole.files())
  }
  await cutAll({ start: async () => await open(few!), request: {}, check })
})

test('a release that is cut at any write shows no half edition, and is finished by the next call, the same', async () => {
  const draft = await open(few!)
  await draft.publish()
  const whole = await open(few!, draft)
  await whole.publish({ approve: NAME })
  const check = async (publisher: Publisher) => {
    await expectWhole(publisher)
    await publisher.publish({ approve: NAME })
    expect(await expectWhole(publisher)).toBe(NAME)
    expect(publisher.files()).toEqual(whole.files())
  }
  await cutAll({ start: async () => await open(few!, draft), request: { approve: NAME }, check })
})

test('counts that changed after a cut make a draft of another name: nothing of the two is mixed', async () => {
  const publisher = await open(few!)
  await expect(publisher.publish({}, { write: 10, isDone: true })).rejects.toThrow('cut')
  publisher.world.counts = many!
  const { draft } = await publisher.publish()
  expect(draft!.edition).toBe('2026-05-01.2')
  await publisher.publish({ approve: draft!.edition })
  const other = await open(many!)
  await other.publish()
  await other.publish({ approve: NAME })
  const summary = async (from: Publisher, edition: string) => String(await from.show(`${edition}/summary.csv`))
  expect(await summary(publisher, '2026-05-01.2')).toBe(await summary(other, NAME))
})

test.each(['state.json', `memory/${NAME}.json`])('without %s no further edition is published beside those that are out', async (lost) => {
  const publisher = await open(few!)
  await publisher.publish()
  await publisher.publish({ approve: NAME })
  await publisher.buckets.drafts.remove(`${EVENT}/${lost}`)
  publisher.world.counts = many!
  publisher.world.now = TOMORROW
  await expect(publisher.publish()).rejects.toThrow(LostEditionError)
  expect(await expectWhole(publisher)).toBe(NAME)
}) // prettier-ignore

test('a draft that somebody changed is not released', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  const key = `${EVENT}/editions/${NAME}/summary.csv`
  const read = await publisher.buckets.drafts.get(key)
  await publisher.buckets.drafts.replace(key, Buffer.from('other'), { read })
  await expect(publisher.publish({ approve: NAME })).rejects.toThrow(LostEditionError)
  expect(await expectWhole(publisher)).toBeUndefined()
})

test('neither a file that is linked to nor one that the reader holds is fetched', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  await publisher.publish({ approve: NAME })
  const { editions } = publisher.buckets
  await editions.create(`${EVENT}/editions/${NAME}/large.csv`, Buffer.alloc(MOST_BYTES + 1, '"'))
  const got: string[] = []
  const ports = {
    editions: {
      head: async (key: string) => await editions.head(key),
      get: async (key: string) => (got.push(key), await editions.get(key)),
    },
    linkTo: async (key: string) => `https://s3.example/${key}`,
    event: EVENT,
    whole: new Set<string>(),
  }
  const ask = async (path: string, headers = {}) =>
    await fileAnswer({ headers } as never, { file: await showEdition(path, ports), contentType: 'text/csv', cacheControl: 'public' }) // prettier-ignore
  expect((await ask(`${NAME}/large.csv`)).statusCode).toBe(302)
  expect(got).toEqual([])
  const { headers } = await ask(`${NAME}/summary.csv`)
  expect(got).toHaveLength(1)
  expect((await ask(`${NAME}/summary.csv`, { 'if-none-match': headers['etag'] })).statusCode).toBe(304)
  expect(got).toHaveLength(1)
})

test('a file too large for an answer is linked to, and read there as it is', async () => {
  const publisher = await open(few!)
  await publisher.publish()
  await publisher.publish({ approve: NAME })
  const rows = Buffer.alloc(MOST_BYTES + 1, '"')
  await publisher.buckets.editions.create(`${EVENT}/editions/${NAME}/large.csv`, rows)
  expect(Buffer.compare(await publisher.show(`${NAME}/large.csv`), rows)).toBe(0)
  const served = { contentType: 'text/csv', cacheControl: 'public' }
  const answer = await fileAnswer({ headers: {} } as never, { file: { link: 'https://s3.example/x' }, ...served })
  expect([answer.statusCode, answer.headers['location']]).toEqual([302, 'https://s3.example/x'])
  const read = async () => ({ bytes: rows.subarray(1), etag: '"e"' })
  const whole = await fileAnswer({ headers: {} } as never, { file: { read, etag: '"e"' }, ...served })
  expect(JSON.stringify(whole).length).toBeLessThan(6_291_456)
})
