import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyOf, type Door, openDoor } from '../support/door.ts'
import { formPost } from '../support/http-event.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.stop())

const fields: [string, string][] = [
  ['call.message', 'Your polling place has changed.'],
  ['call.callerId', ''],
  ['reporter.phone', '519-555-0123'],
  ['_next', 'https://example.org/thanks'],
]

test('a browser that posts a form gets a page: advice first, then id and receipt', async () => {
  const { statusCode, headers, body = '' } = await door.ask(formPost(fields))
  expect(statusCode).toBe(202)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  const [message] = await door.drain()
  expect(headers['location']).toBe(`/v1/reports/${message!.id}`)
  expect(message?.told?.words.message).toBe('Your polling place has changed.')
  const places = ['elections.ca', message!.id, 'r1.'].map((text) => body.indexOf(text))
  expect(places[0]).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(body).not.toContain('example.org')
})

test('a page is in the language of the browser and says so', async () => {
  const { headers, body = '' } = await door.ask(formPost(fields, { 'Accept-Language': 'fr-CA' }))
  expect(headers['content-language']).toBe('fr')
  expect(body).toContain('<html lang="fr">')
  expect(body).toContain('Votre signalement est conservé')
  await door.drain()
})

test('what is wrong in a form is said in words, for each field, with nothing of what was written', async () => {
  const wrong: [string, string][] = [
    ['call.receivedAt', 'XYZZY'],
    ['reporter.phone', '<script>'],
    ['<b>', '1'],
  ]
  const { statusCode, headers, body = '' } = await door.ask(formPost(wrong))
  expect(statusCode).toBe(422)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  for (const text of ['When the call came', 'Line that was called', 'The form', 'elections.ca'])
    expect(body).toContain(text)
  for (const text of ['XYZZY', '<script>', '<b>1']) expect(body).not.toContain(text)
  expect(await door.drain()).toEqual([])
})

test('a form of a kind that is not taken gets its refusal as a page', async () => {
  const { statusCode, body } = await door.ask(formPost(fields, { 'Content-Type': 'multipart/form-data; boundary=x' }))
  expect(statusCode).toBe(415)
  expect(body).toMatch(/^<!doctype html>/)
})

test('a page brings no script, loads nothing and may be shown in no frame', async () => {
  const { headers, body = '' } = await door.ask(formPost(fields))
  const style = /<style>(.*)<\/style>/.exec(body)![1]!
  const hash = createHash('sha256').update(style).digest('base64')
  expect(headers['content-security-policy']).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  expect(body).not.toMatch(/<script|src=|http-equiv|\son\w+=/)
  await door.drain()
})

test('a form that prefers JSON, or anything, gets JSON', async () => {
  for (const Accept of ['application/json', '*/*', 'application/json, text/html;q=0.9']) {
    expect(bodyOf(await door.ask(formPost(fields, { Accept })))).toMatchObject({ status: 'accepted' })
  }
  expect(await door.drain()).toHaveLength(3)
})

test('the hidden key of a form makes posting it twice one report', async () => {
  const keyed: [string, string][] = [...fields, ['idempotencyKey', 'a-key-of-this-very-form']]
  const [first, second] = [await door.ask(formPost(keyed)), await door.ask(formPost(keyed))]
  expect(second.body).toBe(first.body)
  const sent = await door.drain()
  expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1)
})
