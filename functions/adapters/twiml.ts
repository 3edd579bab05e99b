import type { HttpAnswer } from './http-answer.ts'

/** What Twilio is to text back, in this order; with no text, silence. */
export function twiml(texts: string[]): HttpAnswer {
  const messages = texts.map((text) => `<Message>${escaped(text)}</Message>`).join('')
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' },
    body: `<?xml version="1.0" encoding="UTF-8"?><Response>${messages}</Response>`,
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '') // XML has no way to write them
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
