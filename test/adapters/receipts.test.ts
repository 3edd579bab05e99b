import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveKeys } from '../../functions/adapters/keys.ts'
import { lineToken } from '../../functions/adapters/line-tokens.ts'
import { issueReceipt, verifyReceipt } from '../../functions/adapters/receipts.ts'
import { clearNumber, clearText } from '../../functions/domain/clear-own-line.ts'
import { readLine } from '../../functions/domain/line.ts'

const secret = (receiptVersion: number) => JSON.stringify({ receiptVersion, master: 'k'.repeat(64) })
const keys = deriveKeys(secret(1), 'ca-ge-test')
const id = `rpt_${'A'.repeat(26)}`
const line = readLine('519-555-0123')!
const receipt = issueReceipt(keys, id, line)

test('a receipt opens its own report, and is the same each time', () => {
  expect(verifyReceipt(keys, id, receipt)).toBeDefined()
  expect(issueReceipt(keys, id, line)).toBe(receipt)
  expect(receipt).toMatch(/^r1\.[\w-]+\.[\w-]+$/)
})

test('a receipt opens no other report', () => {
  expect(verifyReceipt(keys, `rpt_${'B'.repeat(26)}`, receipt)).toBeUndefined()
})

test('no other text is a receipt: not one character may be changed, cut or added', () => {
  const change = fc
    .tuple(fc.nat(receipt.length - 1), fc.constantFrom('A', 'Q', 'g', 'w', '0', '1', '9', '-', '_', '.', 'r'))
    .map(([at, character]) => receipt.slice(0, at) + character + receipt.slice(at + 1))
  const cut = fc.nat(receipt.length - 1).map((length) => receipt.slice(0, length))
  fc.assert(
    fc.property(fc.oneof(change, cut, fc.constant(`${receipt}A`), fc.string()), (forged) => {
      fc.pre(forged !== receipt)
      expect(verifyReceipt(keys, id, forged)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

describe('a receipt of another secret, event or version opens nothing', () => {
  test.each([
    [JSON.stringify({ receiptVersion: 1, master: 'x'.repeat(64) }), 'ca-ge-test', 'r1'],
    [secret(1), 'ca-ge-other', 'r1'],
    [secret(2), 'ca-ge-test', 'r2'],
  ])('%s %s', (otherSecret, event, version) => {
    const other = issueReceipt(deriveKeys(otherSecret, event), id, line)
    expect(other.startsWith(version)).toBe(true)
    expect(verifyReceipt(keys, id, other)).toBeUndefined()
  })
})

test('after the receipt key is rotated the earlier receipts still verify', () => {
  expect(verifyReceipt(deriveKeys(secret(2), 'ca-ge-test'), id, receipt)).toBeDefined()
})

test('a receipt knows its line well enough to clear a text of it, and no other', () => {
  const known = verifyReceipt(keys, id, receipt)!
  expect(clearText('519 555 0123, 555-0123, 450 555 0146', [known])).toBe(
    "[reporter's number], [reporter's number], 450 555 0146",
  )
  expect([known.isExchange('519555'), known.isExchange('450555')]).toEqual([true, false])
})

test('whether there is a line does not show in a receipt', () => {
  const without = issueReceipt(keys, id, undefined)
  expect(without.length).toBe(receipt.length)
  expect(without.slice(0, 4)).toBe(receipt.slice(0, 4))
  expect(clearText('000 000 0000', [verifyReceipt(keys, id, without)!])).toBe('000 000 0000')
})

describe('a receipt that knows its line by its token alone', () => {
  const read = () => verifyReceipt(keys, id, issueReceipt(keys, id, { token: lineToken(keys, line) }))!
  test('clears a text of the whole number in any spelling, not of its last seven digits', () => {
    const known = read()
    expect(clearText('519 555 0123, +1-519.555.0123, five one nine 555 0123, 555-0123, 450 555 0146', [known])).toBe(
      "[reporter's number], [reporter's number], [reporter's number], 555-0123, 450 555 0146",
    )
    expect(clearNumber('(519) 555-0123', [known])).toEqual({ signs: ['same-line'] })
    expect(clearNumber('519-555-0124', [known])).toEqual({ text: '519-555-0124' })
  })

  test('tells it from twenty numbers in a request, and asks for none that is no North American one', () => {
    const known = read()
    const digits = Array.from({ length: 1000 }, (_, index) => index.toString(2).padStart(10, '0')).join(' ')
    expect(clearText(digits, [known])).toBe(digits)
    const tried = Array.from({ length: 1000 }, (_, index) => `450-555-${1000 + index}`)
    expect(tried.filter((text) => clearText(text, [known]) === text)).toEqual(tried.slice(0, 20))
  })

  test('opens nothing else', () => {
    const receipt = issueReceipt(keys, id, { token: lineToken(keys, line) })
    expect(receipt).toMatch(/^r1\.[\w-]{23}\.[\w-]{22}$/)
    expect(verifyReceipt(keys, `rpt_${'B'.repeat(26)}`, receipt)).toBeUndefined()
  })
})

test('a receipt without a line takes no caller ID for its own', () => {
  const nobodys = verifyReceipt(keys, id, issueReceipt(keys, id, undefined))!
  for (const text of ['private', 'Numéro masqué', '450-555-0146'])
    expect(clearNumber(text, [nobodys])).toEqual({ text })
})

test('one line has one token by whatever spelling, another for each event', () => {
  const tokens = ['519-555-0123', '+1 (519) 555 0123 ext. 4', '1.519.555.0123'].map((text) =>
    lineToken(keys, readLine(text)!),
  )
  expect(new Set(tokens).size).toBe(1)
  expect(tokens[0]).toMatch(/^t1\.[\w-]{43}$/)
  expect(lineToken(deriveKeys(secret(1), 'ca-ge-other'), line)).not.toBe(tokens[0])
  expect(lineToken(deriveKeys(secret(2), 'ca-ge-test'), line)).toBe(tokens[0])
})

test('a text full of digits is checked against a receipt in a few milliseconds', () => {
  const known = [verifyReceipt(keys, id, receipt)!]
  const digits = Array.from({ length: 5000 }, (_, index) => (index * index + 7 * index) % 10).join('')
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    clearText(digits, known)
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(60)
})

test('a receipt tells its line from twenty numbers in a request, not from thousands', () => {
  const known = verifyReceipt(keys, id, receipt)!
  const tried = Array.from({ length: 1000 }, (_, index) => `450-555-${1000 + index}`)
  const kept = tried.filter((text) => clearText(text, [known]) === text)
  expect(kept).toEqual(tried.slice(0, 20))
})
