import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ridingByNumber, type RepresentationOrder } from '../../functions/domain/ridings/riding.ts'
import { readLabelled } from '../labelled/read-labelled.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { type Answer, type Sender, send, senderTo } from '../support/sender.ts'

let stack: PermittedStack
let sender: Sender
beforeAll(async () => {
  stack = await startPermittedStack()
  sender = senderTo(stack)
})
afterAll(() => stack.stop())

/** Every so many rows of a labelled set, told as reports and shown again: their normal forms. */
async function toldAndShown<Row>(rows: Row[], every: number, body: (row: Row) => object): Promise<[Row, Normal][]> {
  const some = rows.filter((_, i) => i % every === 0)
  const reports = await Promise.all(some.map(async (row) => [row, await sender.kept(body(row))] as const))
  await stack.idle()
  return await Promise.all(reports.map(async ([row, report]): Promise<[Row, Normal]> => [row, (await sender.show(report)).json['normal'] as Normal])) // prettier-ignore
}

type Normal = Record<'callerId' | 'riding' | 'callTime', Record<string, unknown>>

test('labelled ridings come through the door, the queue and the tables as what they mean', async () => {
  const rows = readLabelled<'text' | 'order' | 'expected'>('ridings').filter(({ text }) => text.trim() !== '')
  const shown = await toldAndShown(rows, 20, ({ text, order }) => ({
    call: { message: 'Your polling place has moved.' },
    riding: text,
    representationOrder: order,
  }))
  const wrong = shown.filter(([{ expected, order }, { riding }]) => riding['id'] !== (expected ? ridingByNumber(expected, order as RepresentationOrder)!.id : undefined)) // prettier-ignore
  expect(shown.length).toBeGreaterThan(75)
  expect(wrong.length).toBeLessThanOrEqual(1)
})

test('labelled caller IDs do too', async () => {
  const rows = readLabelled<'text' | 'kind' | 'e164'>('caller-ids').filter(
    ({ text }) => text.trim() && text.length <= 100,
  )
  const shown = await toldAndShown(rows, 15, ({ text }) => ({ call: { callerId: text, message: 'Moved.' } }))
  const wrong = shown.filter(([{ kind, e164 }, { callerId }]) => callerId['kind'] !== kind || (callerId['e164'] ?? '') !== e164) // prettier-ignore
  expect(shown.length).toBeGreaterThan(45)
  expect(wrong).toEqual([])
})

describe('ridings for a form to offer', () => {
  const ask = async (query: string, headers = {}): Promise<Answer> => await send(`${stack.url}/v1/ridings${query}`, { headers }) // prettier-ignore

  test('"guel" finds Guelph first, in any order, and what is sent back resolves', async () => {
    const { status, json } = await ask('?q=guel&order=2003')
    expect(status).toBe(200)
    const [first] = json['rows'] as { id: string; name: object }[]
    expect(first).toMatchObject({ id: 'ocd-division/country:ca/ed:35027', name: { en: 'Guelph', fr: 'Guelph' } })
    const [[, { riding }]] = (await toldAndShown([first!.id], 1, (id) => ({ call: { message: 'Moved.' }, riding: id }))) as [[string, Normal]] // prettier-ignore
    expect(riding).toMatchObject({ id: first!.id, order: '2003', method: 'number' })
  })

  test('anyone may keep them for a day, any site may ask, and who has them is told so', async () => {
    const { headers } = await ask('?q=st&order=2013', { origin: 'https://news.example' })
    expect(headers.get('cache-control')).toBe('public, max-age=86400')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect((await ask('?q=st&order=2013', { 'if-none-match': headers.get('etag')! })).status).toBe(304)
  })

  test('at most twenty, none for nothing, and what cannot be asked is said', async () => {
    expect((await ask('?q=e')).json['rows']).toHaveLength(20)
    expect((await ask('')).json['rows']).toEqual([])
    expect((await ask(`?q=${encodeURIComponent('\u0000%🗳️"')}`)).status).toBe(200)
    const { status, json } = await ask('?q=gue&order=1996')
    expect([status, json['errors']]).toMatchObject([422, [{ pointer: '/order', code: 'not-an-option', allowed: ['2003', '2013', '2023'] }]]) // prettier-ignore
    expect((await send(`${stack.url}/v1/ridings`, { method: 'POST' })).status).toBe(405)
  })
})
