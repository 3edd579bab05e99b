import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twiml } from '../../functions/adapters/twiml.ts'
import { repliesIn } from '../../operate/read-twiml.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

test('each text is a message, in order, and no text is silence', () => {
  expect(twiml(['1 Guelph', '2 Wellington—Halton Hills']).body).toBe(
    `${HEAD}<Response><Message>1 Guelph</Message><Message>2 Wellington—Halton Hills</Message></Response>`,
  )
  expect(twiml([])).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `${HEAD}<Response></Response>`,
  })
})

test('whatever a text holds, it is one text, and read as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      // Control characters cannot be written in XML at all.
      const writable = texts.map((text) =>
        text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''),
      )
      expect(repliesIn(twiml(texts).body ?? '')).toEqual(writable)
    }),
  )
  expect(twiml(['</Message><Redirect>"&\'']).body).toContain(
    '<Message>&lt;/Message&gt;&lt;Redirect&gt;&quot;&amp;&apos;</Message>',
  )
})
