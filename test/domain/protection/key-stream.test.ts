import { expect, test } from 'vitest'
import { keyStream } from '../../../functions/domain/protection/key-stream.ts'

test('the stream is that of RFC 8439, appendix A.1, first and second vector', () => {
  const { fraction } = keyStream(new Uint8Array(32))
  const words = Array.from({ length: 17 }, () => fraction() * 2 ** 32)
  expect(words.slice(0, 2)).toEqual([0xade0b876, 0x903df1a0])
  expect(words[16]).toBe(0xbee7079f)
})

test('what is drawn below a number is', () => {
  const { below } = keyStream(new Uint8Array(32).fill(1))
  const drawn = new Set(Array.from({ length: 500 }, () => below(5)))
  expect([...drawn].toSorted()).toEqual([0, 1, 2, 3, 4])
})
