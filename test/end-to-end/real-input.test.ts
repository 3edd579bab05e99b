import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserFetch } from '../support/browser-fetch.ts'
import { type PermittedStack, startPermittedStack } from '../support/permitted-stack.ts'
import { aReport, LINE, OTHER_LINE, type Sender, send, senderTo } from '../support/sender.ts'

let stack: PermittedStack
let sender: Sender
beforeAll(async () => {
  stack = await startPermittedStack()
  sender = senderTo(stack)
})
afterAll(() => stack.stop())

const FORM = 'application/x-www-form-urlencoded'
const FROM_BROWSER = { 'content-type': FORM, accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const dotted = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

/** What is held on a report, as soon as it is counted. */
async function held(id: string, receipt: string): Promise<Record<string, unknown>> {
  await stack.idle()
  return (await sender.show({ id, receipt })).json
}

test('a plain fetch is told the id, the receipt, where the report is, and what to do now to vote', async () => {
  const { status, headers, json } = await sender.post(aReport({}, { reporter: { phone: LINE } }))
  expect(status).toBe(202)
  expect(json).toEqual({
    id: expect.stringMatching(/^rpt_[0-9A-HJKMNP-TV-Z]{26}$/),
    receipt: expect.stringMatching(/^r1\.[\w-]+\.[\w-]+$/),
    status: 'accepted',
    advice: expect.stringContaining('www.elections.ca'),
  })
  expect(headers.get('location')).toBe(`/v1/reports/${String(json['id'])}`)
  expect(headers.get('cache-control')).toBe('no-store')
})

test('the advice comes in French to whoever prefers it', async () => {
  const { json, headers } = await sender.post(aReport(), { headers: { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' } })
  expect(json['advice']).toContain('Élections Canada')
  expect(headers.get('content-language')).toBe('fr')
})

test('curl posts a report, and reads it with its receipt', async () => {
  const curl = async (...args: string[]) =>
    (await promisify(execFile)('curl', ['-sS', '--fail-with-body', ...args])).stdout
  const body = JSON.stringify(aReport({ message: 'Votez à l’aréna, a-t-on dit 📞' }))
  const kept = JSON.parse(
    await curl(`${stack.url}/v1/reports`, '-H', 'content-type: application/json', '--data-binary', body),
  ) as { id: string; receipt: string }
  await stack.idle()
  const shown = await curl(`${stack.url}/v1/reports/${kept.id}`, '-H', `authorization: Bearer ${kept.receipt}`)
  expect(JSON.parse(shown)).toMatchObject({ status: 'counted', call: { message: 'Votez à l’aréna, a-t-on dit 📞' } })
})

test('a form without JavaScript: dotted names, empty fields absent, names with _ and the key are not part of the report', async () => {
  const body = dotted({
    _subject: 'Election call',
    idempotencyKey: 'form-0123456789abcdef',
    'call.callerId': '450 555 0146',
    'call.callerName': '',
    'call.receivedAt': '2011-05-02T10:03',
    'call.message': 'Le bureau a déménagé & « fermé »\r\nà 100 %',
    'call.kind': 'recorded',
    riding: 'Guelph',
    'reporter.phone': OTHER_LINE,
    'reporter.ageBand': '',
    'reporter.earlierPoll.received': 'yes',
  })
  const first = await send(`${stack.url}/v1/reports`, { method: 'POST', headers: { 'content-type': FORM }, body })
  const again = await send(`${stack.url}/v1/reports`, { method: 'POST', headers: { 'content-type': FORM }, body })
  expect(first.status).toBe(202)
  expect(again.json['id']).toBe(first.json['id'])
  const report = await held(String(first.json['id']), String(first.json['receipt']))
  expect(report).toMatchObject({
    call: { message: 'Le bureau a déménagé & « fermé »\r\nà 100 %', kind: 'recorded' },
    reporter: { lineKnown: true, earlierPoll: { received: 'yes' } },
    normal: { riding: { id: 'ocd-division/country:ca/ed:35027' } },
  })
  expect(report['call']).not.toHaveProperty('callerName')
})

test.each([
  { language: 'en-CA,en;q=0.9', lang: 'en', advice: 'Before you vote, check where', number: 'Number of the report' },
  { language: 'fr-CA,fr;q=0.9', lang: 'fr', advice: 'Avant de voter, vérifiez', number: 'Numéro du signalement' },
])('a browser that posts a form is shown a page in $lang: advice first, then id and receipt', async (wanted) => {
  const { status, headers, text } = await send(`${stack.url}/v1/reports`, {
    method: 'POST',
    headers: { ...FROM_BROWSER, 'accept-language': wanted.language },
    body: dotted({ 'call.message': `A call that only this page tells of, in ${wanted.lang}.` }),
  })
  expect(status).toBe(202)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(text).toContain(`<html lang="${wanted.lang}">`)
  const [, id = ''] = /(rpt_[0-9A-Z]{26})/.exec(text) ?? []
  const [, receipt = ''] = /(r1\.[\w-]+\.[\w-]+)/.exec(text) ?? []
  const places = [wanted.advice, wanted.number, id, receipt].map((part) => text.indexOf(part))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
  expect(await held(id, receipt)).toMatchObject({ status: 'counted' })
})

test.each([
  {
    language: 'en',
    texts: ['Your report was not kept', 'Number displayed', 'This is too long', 'Line that was called'],
  },
  { language: 'fr', texts: ['n’a pas été conservé', 'Numéro affiché', 'C’est trop long', 'Ligne appelée'] },
])('a browser is told all errors in words, in $language, and nothing that it sent', async ({ language, texts }) => {
  const { status, text, headers } = await send(`${stack.url}/v1/reports`, {
    method: 'POST',
    headers: { ...FROM_BROWSER, 'accept-language': language },
    body: dotted({
      'call.callerId': '<b>marker</b>'.repeat(20),
      'reporter.phone': '<script>marker</script>',
      marker: 'marker',
    }),
  })
  expect(status).toBe(422)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  for (const expected of texts) expect(text).toContain(expected)
  expect(text).not.toContain('marker')
})

test('a form is never sent on to an address that it names', async () => {
  const { status, headers } = await send(`${stack.url}/v1/reports`, {
    method: 'POST',
    headers: FROM_BROWSER,
    body: dotted({ 'call.message': 'Moved.', _redirect: 'https://example.org/', _next: 'https://example.org/' }),
  })
  expect(status).toBe(202)
  expect(headers.get('location')).toMatch(/^\/v1\/reports\/rpt_/)
})

test('a page of another site posts, amends, reads and withdraws from the browser, preflights and all', async () => {
  const elsewhere = browserFetch('https://paper.example')
  const json = {
    'content-type': 'application/json',
    'idempotency-key': 'elsewhere-0123456789',
    'accept-language': 'fr',
  }
  const posted = await elsewhere(`${stack.url}/v1/reports`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(aReport({ message: 'From another site.' })),
  })
  const { id, receipt } = (await posted.json()) as { id: string; receipt: string }
  expect(posted.headers.get('location')).toBe(`/v1/reports/${id}`)
  const url = `${stack.url}/v1/reports/${id}`
  const headers = { ...json, authorization: `Bearer ${receipt}` }
  const answers = [
    await elsewhere(url, {
      method: 'PUT',
      headers,
      body: JSON.stringify(aReport({ message: 'And corrected there.' })),
    }),
    await elsewhere(url, { headers: { authorization: `Bearer ${receipt}` } }),
    await elsewhere(url, { method: 'DELETE', headers: { authorization: `Bearer ${receipt}` } }),
    await elsewhere(`${stack.url}/v1/ridings?q=guel`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([202, 200, 202, 200])
  expect(answers[3]!.headers.get('etag')).toBeTruthy()
})

test('a page of another site can read why it was refused', async () => {
  const elsewhere = browserFetch('null')
  const refused = [
    await elsewhere(`${stack.url}/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    }),
    await elsewhere(`${stack.url}/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': FORM },
      body: 'riding=Guelph',
    }),
    await elsewhere(`${stack.url}/v1/reports/rpt_none`),
    await elsewhere(`${stack.url}/v1/nothing`),
    await elsewhere(`${stack.url}/v1/reports`, { method: 'DELETE' }),
  ]
  expect(refused.map(({ status }) => status)).toEqual([400, 422, 404, 404, 405])
  for (const answer of refused) expect(answer.headers.get('content-type')).toBe('application/problem+json')
})

test('a preflight is answered by the gateway for a day, without a cookie in sight', async () => {
  const { status, headers } = await send(`${stack.url}/v1/reports`, {
    method: 'OPTIONS',
    headers: { origin: 'https://paper.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }, // prettier-ignore
  })
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-max-age')).toBe('86400')
  expect(headers.has('access-control-allow-credentials')).toBe(false)
})
