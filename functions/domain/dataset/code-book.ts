import type { Language } from '../problem-texts.ts'
import { CODE_BOOK_WORDS } from './code-book-words.ts'
import { type Edition, FORMATS } from './edition.ts'
import type { Column, Source, TableDefinition } from './table.ts'

/** What every column means, in one language, as Markdown. */
export function codeBook({ tables, meta }: Edition, language: Language): string {
  const words = CODE_BOOK_WORDS[language]
  const sources = [...(meta.sources ?? []), ...tables.flatMap(({ columns }) => columns.flatMap(({ source }) => source ?? []))] // prettier-ignore
  return blocks(
    `# ${meta.title[language]} — ${words.title}`,
    meta.isInvented && `**${words.invented}**`,
    meta.description[language],
    [
      `- ${words.edition}${words.colon}${meta.event}, ${meta.edition}`,
      `- ${words.asOf}${words.colon}${meta.asOf}`,
      `- ${words.definitions}${words.colon}${meta.definitions}`,
      `- ${words.licence}${words.colon}[${meta.licence.title}](${meta.licence.path})`,
    ].join('\n'),
    meta.change && blocks(`## ${words.change}`, meta.change[language]),
    `## ${words.protection}`,
    meta.protection[language],
    `## ${words.reading}`,
    markdownTable(words.absence),
    words.readings.map((reading) => `- ${reading}`).join('\n'),
    `## ${words.tables}`,
    ...tables.map((table) => tableChapter(table, language)),
    sources.length > 0 && blocks(`## ${words.sources}`, listOf(sources, language)),
  ).concat('\n')
}

function tableChapter(table: TableDefinition, language: Language): string {
  const words = CODE_BOOK_WORDS[language]
  return blocks(
    `### ${table.title[language]} (\`${table.name}\`)`,
    table.description[language],
    `${words.files}${words.colon}${FORMATS.map((format) => `\`${table.name}.${format}\``).join(', ')}. ${words.key}${words.colon}${table.key.map((name) => `\`${name}\``).join(', ')}.`,
    markdownTable([
      words.head,
      ...table.columns.map((column) => [`\`${column.name}\``, typeOf(column, language), meaning(column, language)]),
    ]),
    ...table.columns.flatMap((column) => (column.values ? [codes(column, language)] : [])),
  )
}

function typeOf({ type, isRequired, isProtected }: Column, language: Language): string {
  const words = CODE_BOOK_WORDS[language]
  const facts = [isRequired && words.required, isProtected && words.protected]
  return [words.types[type], ...facts.filter(Boolean)].join('; ')
}

function meaning({ title, description, unit }: Column, language: Language): string {
  const words = CODE_BOOK_WORDS[language]
  const measured = unit ? ` ${words.unit}${words.colon}${unit[language]}.` : ''
  return `**${title[language]}.** ${description[language]}${measured}`
}

function codes({ name, values = [] }: Column, language: Language): string {
  const list = values.map(({ value, title }) => `\`${value}\` ${title[language]}`).join(', ')
  const words = CODE_BOOK_WORDS[language]
  return `${words.codes}, \`${name}\`${words.colon}${list}.`
}

function listOf(sources: readonly Source[], language: Language): string {
  const lines = sources.map(({ title, path }) => `- ${path ? `[${title[language]}](${path})` : title[language]}`)
  return [...new Set(lines)].join('\n')
}

function markdownTable([head, ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |` // prettier-ignore
  return [line(head!), `|${' --- |'.repeat(head!.length)}`, ...rows.map(line)].join('\n')
}

function blocks(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part).join('\n\n')
}
