/** What came as a text, without what is no character: a queue takes none, and a text is kept for what is left. */
export function readableText(body: string): string {
  return body.toWellFormed().replace(/[\0\uFFFE\uFFFF]/g, ' ')
}

const SECRETS: [RegExp, string][] = [
  [/rpt_[0-9a-z]{26}/gi, '[report]'],
  [/r[1-9]\d{0,2}\.[\w-]{23}\.[\w-]{22}/gi, '[receipt]'],
  [/(?<!\w)(?=[\d-]*[a-z])[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}(?![\w-])/gi, '[code]'],
]

/** The text without what opens reports: people send it back to us, and it is no word to be kept. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text)
}
