const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The texts of a TwiML answer, as Twilio would send them. */
export function repliesIn(twiml: string): string[] {
  return [...twiml.matchAll(/<Message>(.*?)<\/Message>/gs)].map(([, text = '']) =>
    text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity),
  )
}
