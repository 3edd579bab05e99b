/** Markup that may stand in a page as it is. */
export type Html = { readonly html: string }
type Part = string | number | Html | readonly Html[] | undefined

/** Markup with values in it: whatever is no markup itself is text. The indents of the source are not sent. */
export function markup(strings: TemplateStringsArray, ...values: Part[]): Html {
  const parts = strings.map(
    (string, i) => string.replaceAll(/\n\s+/g, '\n') + (i < values.length ? markupOf(values[i]) : ''),
  )
  return { html: parts.join('') }
}

function markupOf(value: Part): string {
  if (value === undefined) return ''
  if (typeof value !== 'object') return escaped(String(value))
  return 'html' in value ? value.html : value.map(({ html }) => html).join('')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

/** A text as descriptions are written: paragraphs, with code between backticks. */
export function prose(text = ''): Html[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((paragraph) => markup`<p>${inline(paragraph)}</p>`)
}

export function inline(text: string): Html[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`))
}

export function joined(parts: Html[], between: string): Html[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [markup`${between}`, part]))
}
