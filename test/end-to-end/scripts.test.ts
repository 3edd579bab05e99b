import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReport, type Receipted, senderTo } from '../support/sender.ts'
import { type RunningStack, startStack } from '../support/stack.ts'

const BACK = '1-800-555-0199'
const ENGLISH =
  'A recorded woman said that because of high turnout my polling station had been moved to the Old Mill Arena.'
const FRENCH =
  "Une voix enregistrée disait que mon bureau de vote avait été déplacé à l'aréna à cause de la forte participation."
const GIFT = 'They wanted a donation for the victory fund, to be paid in gift cards right away.'

let stack: RunningStack
let sender: ReturnType<typeof senderTo>
const told: Record<string, Receipted> = {}
beforeAll(async () => {
  stack = await startStack()
  sender = senderTo(stack)
  const person = (n: number) => ({ reporter: { phone: `519-555-01${10 + n}` } })
  const reports = {
    english: aReport({ message: ENGLISH, callerId: 'private' }, person(1)),
    french: aReport({ message: FRENCH, callerId: undefined, language: 'fr' }, { ...person(2), riding: 'Laurier' }),
    back: aReport({ message: `Wanted me to ring ${BACK}.`, callbackNumber: BACK, callerId: undefined }, person(3)),
    backToo: aReport({ message: 'To be rung.', callbackNumber: '800 555 0199', callerId: undefined }, person(4)),
    gift: aReport({ message: GIFT, callbackNumber: BACK, callerId: undefined, receivedAt: '2011-04-20' }, person(5)),
  }
  for (const [name, report] of Object.entries(reports)) told[name] = await sender.kept(report)
  await stack.idle()
})
afterAll(() => stack.stop())

const scriptOf = async (name: string) => (await sender.show(told[name]!)).json['scriptId']

test('a message retold in the other language is the same script, and reporters see which', async () => {
  expect(await scriptOf('english')).toMatch(/^scr_[0-9A-HJKMNP-TV-Z]{26}$/)
  expect(await scriptOf('french')).toBe(await scriptOf('english'))
})

test('reports whose words say nothing are one script by the number to call back, and one that tells its message is not of it', async () => {
  expect(await scriptOf('backToo')).toBe(await scriptOf('back'))
  expect(await scriptOf('gift')).not.toBe(await scriptOf('back'))
  expect(await scriptOf('gift')).not.toBe(await scriptOf('english'))
})

test('the table of scripts says what each reached and what holds it together, in JSON as in CSV', async () => {
  const rows = await sender.rows('scripts')
  expect(rows).toHaveLength(2)
  expect(rows.find(({ script }) => (script as { id: string }).id === String((rows[0]!['script'] as { id: string }).id))).toBeDefined() // prettier-ignore
  const of = async (name: string) => {
    const id = await scriptOf(name)
    return rows.find(({ script }) => (script as { id: string }).id === id)
  }
  expect(await of('back')).toMatchObject({
    reports: 2,
    reporters: 2,
    links: { callback: 2 },
    templated: { reports: 0 },
  })
  const moved = await of('english')
  expect(moved).toMatchObject({ provinces: ['ON', 'QC'], languages: ['fr'], links: { gist: 2 }, lastCall: '2011-05' })
  const csv = await sender.exact('scripts?format=csv')
  const [header = '', ...lines] = csv.text.trim().split('\r\n')
  expect(header).toMatch(/^script\.id,reports,reporters,complaints,anonymousShare,firstCall,lastCall,provinces,/)
  expect(lines).toHaveLength(2)
  expect(lines.find((line) => line.startsWith((moved!['script'] as { id: string }).id))).toContain('ON QC')
})

test('one script can be asked for by any id it had, a page follows another, and what is no script is refused', async () => {
  const id = String(await scriptOf('back'))
  const ask = async (query: string) => await sender.exact(`scripts?${query}`)
  expect((await ask(`script=${id}`)).json['rows']).toMatchObject([{ script: { id }, complaints: 2 }])
  const first = await ask('limit=1')
  expect(first.headers.get('link')).toContain('rel="next"')
  expect(await ask('script=everything')).toMatchObject({ status: 422, json: { errors: [{ code: 'not-a-script-id' }] } })
  expect((await ask('templated=perhaps')).status).toBe(422)
  expect((await sender.exact('summary?templated=without')).json['rows']).toMatchObject([{ reports: 5 }, {}])
})
