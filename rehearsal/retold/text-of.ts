import type { Random } from '../random.ts'
import type { Form, Language, Said } from './told-call.ts'

const MONTHS = { en: ['', '', '', 'April', 'May'], fr: ['', '', '', 'avril', 'mai'] }

/** The telling as one text message; what the form would have said elsewhere stands in its words. */
export function textOf(
  random: Random,
  form: Form,
  { lang, said, phrase }: { lang: Language; said: Said; phrase: string | undefined },
): string {
  const parts: string[] = []
  const message = form.call['message']
  if (message) parts.push(message)
  const id = form.call['callerId']
  if (id)
    parts.push(
      /\d/.test(id)
        ? lang === 'en'
          ? random.pick([`from ${id}`, `call display ${id}`, `the number was ${id}`])
          : random.pick([`du ${id}`, `afficheur ${id}`])
        : lang === 'en'
          ? 'private number'
          : 'numéro privé',
    )
  if (said.time) {
    const d = new Date(`${said.time.day}T00:00Z`)
    const day =
      lang === 'en'
        ? `${MONTHS.en[d.getUTCMonth()]} ${d.getUTCDate()}`
        : `${d.getUTCDate()} ${MONTHS.fr[d.getUTCMonth()]}`
    const written = form.call['receivedAt']!.slice(11)
    if (!written) parts.push(`${lang === 'en' ? 'on' : 'le'} ${day}${phrase && !message ? ` ${phrase}` : ''}`)
    else {
      const [h, m] = written.split(':') as [string, string | undefined]
      const about = m === undefined || (said.time.slack ?? 0) > 10
      const en = `${Number(h) % 12 || 12}${m && m !== '00' ? `:${m}` : ''}${Number(h) < 12 ? 'am' : 'pm'}`
      parts.push(
        lang === 'en'
          ? `${about ? 'around' : 'at'} ${en} on ${day}`
          : `le ${day} ${about ? 'vers' : 'à'} ${Number(h)}h${m && m !== '00' ? m : ''}`,
      )
    }
  }
  if (form.riding && random.chance(0.5)) parts.push(form.riding)
  return parts.join(random.pick(['. ', ', ', ' - ']))
}
