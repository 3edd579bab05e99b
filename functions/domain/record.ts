import { ridingById } from './riding.ts'

/** The normal attributes of a caller-ID or riding record, to be stored with its counts; nothing for other records. */
export function recordNormal(collection: string, record: string): { normal?: object } {
  if (collection === 'ridings') return { normal: ridingNormal(record.slice('RIDING#'.length)) }
  if (collection === 'caller-ids') return { normal: callerNormal(record.slice('CALLER#'.length)) }
  return {}
}

function ridingNormal(id: string): object {
  return ridingById(id) ?? { id }
}

function callerNormal(form: string): object {
  return form.startsWith('+') ? { kind: 'number', e164: form } : { kind: form }
}
