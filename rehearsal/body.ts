import { type Call, callerCell, type Shown, type World } from './call.ts'
import type { Memory } from './memory.ts'
import { partOf, TOLL_FREE, typed } from './numbers.ts'
import type { Random } from './random.ts'
import type { Cells, ReportBody } from './rehearsed.ts'
import { misspeltRiding, type Riding, typedRiding, unresolvableRiding } from './ridings.ts'
import { NEAR_MY_LINE } from './own-number.ts'
import type { Script } from './scripts.ts'
import { ownDetail, retell } from './words.ts'

const SHOWN = {
  withheld: [
    'Private',
    'private number',
    'PRIVATE',
    'Blocked',
    'No Caller ID',
    'Restricted',
    'Anonymous',
    'privé',
    'Confidentiel',
    'Numéro masqué',
  ],
  unavailable: ['Unknown', 'unknown caller', 'UNAVAILABLE', 'Out of area', 'inconnu', 'Indisponible', 'hors zone'],
}
const SOURCES = ['Office of a member', 'Le Journal du quartier', "A voters' group", 'Bureau de circonscription']
const OTHER = { en: 'fr', fr: 'en' } as const
const AGES = ['14-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65-plus']

/** What the report says, its reporter's line apart; `n` makes what a person without a line writes their own. */
export function bodyOf(call: Call, memory: Memory, world: World, n: number): ReportBody {
  const { random } = world
  const { incident, line } = call
  const language = memory.isTranslated ? OTHER[call.language] : call.language
  const callerId = shownText(memory.shown, call, random)
  const [message, receivedAt, riding] = [
    messageOf({ ...call, language }, n, random),
    writtenTime(memory, call.riding, random),
    ridingText(memory, call, world),
  ]
  if (memory.isMessageOnly) return messageAlone(message, riding, call)
  const isTold = line === null || callerId === undefined || random.chance(0.9)
  return likeFirst(
    call,
    {
      call: {
        ...(callerId === undefined ? {} : { callerId }),
        ...(random.chance(0.3) ? { callerName: random.pick(incident.script.names) } : {}),
        ...(receivedAt ? { receivedAt } : {}),
        ...(random.chance(0.85) ? { kind: random.chance(0.9) ? incident.script.kind : ('unsure' as const) } : {}),
        ...(incident.script.election !== 'federal' || random.chance(0.1) ? { election: incident.script.election } : {}),
        ...(random.chance(0.6) ? { claimedToBe: random.pick(incident.script.claims[language]) } : {}),
        ...(isTold ? { message } : {}),
        ...(random.chance(0.2) ? { callbackNumber: typed(incident.callback, random) } : {}),
        ...(random.chance(0.3) ? { pollingPlace: incident.place } : {}),
        ...(random.chance(0.7) ? { language } : {}),
      },
      ...(riding === undefined ? {} : { riding }),
      // Without a day to tell by, the election's own order has to be said.
      ...(receivedAt ? {} : { representationOrder: '2003' as const }),
      ...(random.chance(0.2) ? { source: random.pick(SOURCES) } : {}),
      reporter: { ...age(call, random), ...earlierPoll(random) },
    },
    message,
  )
}

// Whoever has told all of it at another door tells the rest here.
function messageAlone(message: string, riding: string | undefined, { incident: { script } }: Call): ReportBody {
  return {
    call: { message, ...(script.election === 'federal' ? {} : { election: script.election }) },
    ...(riding === undefined ? {} : { riding }),
    representationOrder: '2003',
    reporter: {},
  }
}

// Whoever tells of one call twice uses the same form, is of the same age and was polled or not: what tells the same of a call counts in
// the same cells. What is drawn for the second time is left unused.
const firstOf = new WeakMap<Call, ReportBody>()

function likeFirst(call: Call, body: ReportBody, message: string): ReportBody {
  const first = firstOf.get(call)
  if (!first) {
    firstOf.set(call, body)
    return body
  }
  const { message: _, pollingPlace: __, ...told } = body.call
  const { source: ___, ...rest } = body
  const { source, reporter, call: before } = first
  return {
    ...rest,
    call: {
      ...told,
      ...(before.message === undefined && told.callerId !== undefined ? {} : { message }),
      ...(before.pollingPlace === undefined ? {} : { pollingPlace: before.pollingPlace }),
    },
    ...(source === undefined ? {} : { source }),
    ...(reporter ? { reporter } : {}),
  }
}

export function cellsOf({ incident, riding, isChild }: Call, { shown, where }: Memory, told: ReportBody): Cells {
  const { election } = incident.script
  const place = where === 'named' || where === 'misspelt' ? riding.id : 'unresolved'
  // Of a child no text is kept, and the reporter's own number in it is nobody's to know.
  const source = isChild ? null : (told.source?.replace(/^form of .*/, "form of [reporter's number]") ?? null)
  return {
    election,
    riding: election === 'federal' ? place : null,
    caller: callerCell(shown),
    source,
    age: told.reporter?.ageBand ?? null,
    poll: told.reporter?.earlierPoll ?? null,
    day: told.call.receivedAt?.match(/^\d{4}-\d\d-\d\d/)?.[0] ?? null,
    isMisdirected: !isChild && (told.call.pollingPlace !== undefined || isMisled(incident.script, told.call.message)),
  }
}

/** Whether the message is there, and not only what was added to it, of a script that sends voters elsewhere. */
function isMisled({ sendsElsewhere, gist }: Script, message = ''): boolean {
  const beginnings = Object.values(gist).flatMap((all) => all.map((one) => one.split('%')[0]!))
  return sendsElsewhere === true && beginnings.some((beginning) => message.includes(beginning))
}

function ridingText({ where }: Memory, { riding, line }: Call, { random, isMarked }: World): string | undefined {
  if (where === 'none') return undefined
  if (where === 'vague') return isMarked && line ? NEAR_MY_LINE : unresolvableRiding(random, riding)
  return where === 'named' ? typedRiding(riding, random) : misspeltRiding(riding, random)
}

function shownText(shown: Shown, { incident, line }: Call, random: Random): string | undefined {
  if (shown.how === 'number') return typed(shown.e164, random)
  if (shown.how === 'none') return undefined
  if (shown.how === 'part') return partOf(incident.caller, random)
  return shown.how === 'own' ? typed(line!, random) : random.pick(SHOWN[shown.how])
}

function messageOf({ incident, line, isChild, ...hearing }: Call, n: number, random: Random): string {
  return retell(incident, hearing, random) + (line === null || isChild ? ownDetail(n, hearing.language) : '')
}

function writtenTime({ precision, date, minute }: Memory, { offset }: Riding, random: Random): string | undefined {
  if (precision === 'none') return undefined
  if (precision === 'hour') return `${date}T${`${minute / 60}`.padStart(2, '0')}`
  if (precision !== 'minute') return precision === 'day' ? date : date.slice(0, 7)
  const clock = `${Math.floor(minute / 60)}`.padStart(2, '0') + ':' + `${minute % 60}`.padStart(2, '0')
  return `${date}T${clock}${random.chance(0.15) ? `:00${offset}` : ''}`
}

function age({ isChild }: Call, random: Random): { ageBand?: string } {
  if (isChild) return { ageBand: 'under-14' }
  return random.chance(0.6) ? { ageBand: random.pick(AGES) } : {}
}

function earlierPoll(random: Random): Pick<NonNullable<ReportBody['reporter']>, 'earlierPoll'> {
  if (!random.chance(0.2)) return {}
  if (random.chance(0.4)) return { earlierPoll: { received: random.pick(['no', 'unsure']) } }
  return {
    earlierPoll: {
      received: 'yes',
      receivedOn: `2011-04-${random.between(10, 25)}`,
      how: random.pick(['recorded', 'live', 'door', 'other']),
      askedBy: random.pick(['local-campaign', 'national-party', 'pollster', 'unsure']),
      preference: random.pick(['supporter', 'opponent', 'undecided', 'refused']),
      ...(random.chance(0.2) ? { callerId: typed(random.pick(TOLL_FREE), random) } : {}),
    },
  }
}
