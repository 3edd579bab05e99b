import type { Language } from '../problem-texts.ts'
import { CODE_BOOK_WORDS } from './code-book-words.ts'
import { type Edition, FORMATS } from './edition.ts'
import type { Column, Source, TableDefinition } from './table.ts'

/** What every column means, in one language, as Markdown. */
export function codeBook({ tables, meta }: Edition, language: Language): string {
  const words = CODE_BOOK_WORDS[language]
  const shared = sharedColumns(tables)
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
    ...(shared.length > 0 ? [`## ${words.shared}`, words.sharedAbout, explained(shared, language)] : []),
    `## ${words.tables}`,
    ...tables.map((table) => tableChapter(table, { shared, language })),
    sources.length > 0 && blocks(`## ${words.sources}`, listOf(sources, language)),
  ).concat('\n')
}

/** Those that mean the same in each of several tables, in the order in which they first come. */
function sharedColumns(tables: readonly TableDefinition[]): Column[] {
  const same = Map.groupBy(
    tables.flatMap(({ columns }) => columns),
    (column) => JSON.stringify(column),
  )
  return [...same.values()].filter(({ length }) => length > 1).map(([column]) => column!)
}

type Chapter = { shared: readonly Column[]; language: Language }

function tableChapter(table: TableDefinition, { shared, language }: Chapter): string {
  const words = CODE_BOOK_WORDS[language]
  const isShared = (column: Column) => shared.some((one) => JSON.stringify(one) === JSON.stringify(column))
  const line = (word: string, names: string[]) =>
    `${word}${words.colon}${names.map((name) => `\`${name}\``).join(', ')}.`
  const files = FORMATS.map((format) => `${table.name}.${format}`)
  const names = table.columns.map(({ name }) => name)
  const own = table.columns.filter((column) => !isShared(column))
  return blocks(
    `### ${table.title[language]} (\`${table.name}\`)`,
    table.description[language],
    `${line(words.files, files)} ${line(words.key, [...table.key])}`,
    line(words.columns, names),
    explained(own, language),
  )
}

function explained(columns: readonly Column[], language: Language): string {
  if (columns.length === 0) return ''
  const rows = columns.map((column) => [`\`${column.name}\``, typeOf(column, language), meaning(column, language)])
  const coded = columns.filter(({ values }) => values)
  return blocks(
    markdownTable([CODE_BOOK_WORDS[language].head, ...rows]),
    ...coded.map((column) => codes(column, language)),
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

/** One a line: a label may be a sentence, or have commas in it. */
function codes({ name, values = [] }: Column, language: Language): string {
  const words = CODE_BOOK_WORDS[language]
  const lines = values.map(({ value, title }) => `- \`${value}\` — ${title[language]}`)
  return blocks(`${words.codes}, \`${name}\`${words.colon.trimEnd()}`, lines.join('\n'))
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
