import { stringify } from 'csv-stringify/sync'
import { fieldLabel } from '../domain/field-labels.ts'
import type { Language } from '../domain/problem-texts.ts'
import { readQuery } from '../domain/read-query.ts'
import { TEMPLATE_COLUMNS } from '../domain/template-columns.ts'
import { TemplateQuery } from '../domain/template-query.ts'

// What Excel splits columns at where its user lives.
const DELIMITERS = { en: ',', fr: ';' }
const NAMES = { en: 'callwitness-reports.csv', fr: 'callwitness-signalements.csv' }

/** A spreadsheet as a file: its header row and nothing else, so that no example can be imported by accident. */
export type Template = { name: string; language: Language; csv: string }

/** The template in the language asked for, else in the one preferred. Throws a RejectedError when there is none in it. */
export function offerTemplate(parameters: Parameters<typeof readQuery>[1], preferred: Language): Template {
  const language = readQuery(TemplateQuery, parameters).language ?? preferred
  const labels = TEMPLATE_COLUMNS.map((pointer) => fieldLabel(pointer, language))
  // Excel takes a file without the mark for Windows-1252.
  const csv = stringify([labels], { bom: true, record_delimiter: 'windows', delimiter: DELIMITERS[language] })
  return { name: NAMES[language], language, csv }
}
