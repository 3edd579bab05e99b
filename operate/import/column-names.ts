import { fieldLabel } from '../../functions/domain/field-labels.ts'
import { LANGUAGES } from '../../functions/domain/problem-texts.ts'
import { TEMPLATE_COLUMNS } from '../../functions/domain/template-columns.ts'
import { wordsOf } from './choice-words.ts'

/** The part of a call's time that a spreadsheet may keep in a column of its own. */
export const TIME_OF_DAY = 'call.receivedAt.time'

/** What a column can be imported as: every field of a report by its dotted name, and a time of day beside its date. */
export const FIELDS = [...TEMPLATE_COLUMNS.map((pointer) => pointer.slice(1).replaceAll('/', '.')), TIME_OF_DAY, 'source'] // prettier-ignore

/** Headers that people give such columns, without accents; the best first. */
const SYNONYMS: Record<string, string[]> = {
  'call.callerId': ['caller id', 'callerid', 'number shown', 'phone number shown', 'phone shown', 'number displayed', 'phone number displayed', 'phone displayed', 'displayed number', 'number on display', 'caller number', 'caller s number', 'calling number', 'incoming number', 'number that called', 'number calling', 'afficheur', 'numero sur l afficheur', 'numero de l appelant', 'numero appelant', 'numero qui a appele', 'numero de telephone affiche', 'telephone affiche'], // prettier-ignore
  'call.callerName': ['caller name', 'caller s name', 'name shown', 'name displayed', 'nom de l appelant', 'nom sur l afficheur'], // prettier-ignore
  'call.receivedAt': ['date and time of call', 'date and time', 'date time', 'datetime', 'date of call', 'call date', 'date of the call', 'when', 'date', 'date et heure de l appel', 'date et heure', 'date heure', 'date de l appel', 'quand'], // prettier-ignore
  [TIME_OF_DAY]: ['time of call', 'time of the call', 'call time', 'time', 'heure de l appel', 'heure'],
  'call.kind': ['type of call', 'call type', 'recorded or live', 'live or recorded', 'type d appel', 'enregistre ou en direct'], // prettier-ignore
  'call.election': ['election', 'which election', 'type of election', 'quelle election', 'type d election'],
  'call.claimedToBe': ['claimed to be', 'caller claimed to be', 'who they said they were', 'said to be from', 'se disait', 'pretendait etre', 'disait appeler de'], // prettier-ignore
  'call.message': ['what was said', 'what they said', 'message', 'transcript', 'content of call', 'content of the call', 'description of call', 'description', 'contenu de l appel', 'contenu', 'transcription', 'propos tenus'], // prettier-ignore
  'call.callbackNumber': ['callback number', 'call back number', 'number to call', 'number given', 'numero de rappel', 'numero donne', 'numero laisse'], // prettier-ignore
  'call.pollingPlace': ['polling place', 'polling station', 'polling place given', 'where sent', 'lieu de vote', 'lieu de vote indique', 'bureau de vote', 'bureau de scrutin'], // prettier-ignore
  'call.language': ['language', 'langue'],
  riding: ['electoral district', 'constituency', 'federal riding', 'circonscription federale', 'circ', 'postal code', 'code postal'], // prettier-ignore
  'reporter.phone': ['line called', 'number called', 'called number', 'phone called', 'phone number called', 'number that was called', 'reporter phone', 'reporter s phone', 'constituent phone', 'constituent s phone', 'voter phone', 'voter s phone', 'complainant phone', 'numero appele', 'numero de telephone appele', 'telephone appele', 'telephone du plaignant', 'telephone de l electeur', 'telephone du citoyen'], // prettier-ignore
  'reporter.ageBand': ['age', 'age band', 'age group', 'tranche d age', 'groupe d age'],
}

/** Whose number is meant? A wrong guess would publish a reporter's number, or make one reporter of many. */
const WHOSE = new Set(['phone', 'phone number', 'phone no', 'telephone', 'telephone number', 'number', 'tel', 'cell', 'numero', 'numero de telephone', 'no de telephone', 'no tel', 'call', 'caller']) // prettier-ignore

type Named = { field: string; rank: number; isExact: boolean }

const BY_NAME = new Map<string, Named>()
for (const field of FIELDS) {
  const pointer = `/${field.replaceAll('.', '/')}`
  const labels = TEMPLATE_COLUMNS.includes(pointer) ? LANGUAGES.map((language) => fieldLabel(pointer, language)) : []
  const exact = [field, pointer, ...labels].map((name) => ({ name, isExact: true }))
  const others = (SYNONYMS[field] ?? []).map((name) => ({ name, isExact: false }))
  for (const [rank, { name, isExact }] of [...exact, ...others].entries()) {
    if (!BY_NAME.has(wordsOf(name))) BY_NAME.set(wordsOf(name), { field, rank, isExact })
  }
}

/** The field that a header names, how well (0 is best), and whether by its own name or label. Undefined when it names none. */
export function fieldNamed(header: string): Named | undefined {
  return BY_NAME.get(wordsOf(header))
}

export function isNobodysNumber(header: string): boolean {
  return WHOSE.has(wordsOf(header))
}

/** In which language most of the headers are that tell. */
export function languageOf(headers: string[]): 'en' | 'fr' {
  const french = headers.filter((header) => TEMPLATE_COLUMNS.some((pointer) => wordsOf(fieldLabel(pointer, 'fr')) === wordsOf(header)) || /\b(?:de|du|le|la|l|d|heure|numero|appel|langue)\b/.test(wordsOf(header))).length // prettier-ignore
  return french * 2 > headers.length ? 'fr' : 'en'
}
