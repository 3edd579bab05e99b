import type { ReportMessage, Told } from '../../functions/domain/message.ts'
import { ridingsOf } from '../../functions/domain/ridings/riding.ts'

const RIDINGS = ridingsOf('2003').map(({ name }) => name.en)
const WORDS = 'vote poll moved school arena turnout called morning man woman voice card street office hall church'.split(' ') // prettier-ignore
const SCRIPT = 'Automated message: due to projected turnout your poll was moved to the Old Mill Arena on River Road.'

type Message = Partial<ReportMessage> & { told: Told }

/** The n-th report of one script from one number in one riding, within a quarter of an hour, each of another line. */
export function hotCall(n: number): Message {
  return { line: `t1.hot${n}`, told: toldOf({ callerId: '450-555-0146', minute: n % 15, riding: 'Guelph', message: `${SCRIPT} Report ${n}.` }) } // prettier-ignore
}

/** The same without a line, from one address, in words of its own. */
export function hotCallOfNobody(n: number): Message {
  return { ...hotCall(n), line: null, marker: `a1.hot${n}` }
}

/** The same without a line, from one address, word for word. */
export function hotCallWordForWord(n: number): Message {
  return { line: null, marker: 'a1.hot', told: toldOf({ callerId: '450-555-0146', minute: n % 15, riding: 'Guelph', message: SCRIPT }) } // prettier-ignore
}

/** No two of them share a number, a riding, a script, a minute or a line. */
export function scatteredCall(n: number): Message {
  const callerId = `${204 + ((n * 7) % 700)}-555-01${String(n % 100).padStart(2, '0')}`
  const own = Array.from({ length: 12 }, (_, i) => WORDS[(n * (i + 3) + i * i) % WORDS.length])
  const riding = RIDINGS[n % RIDINGS.length]!
  return { line: `t1.apart${n}`, told: toldOf({ callerId, minute: n % 780, riding, message: `${own.join(' ')} ${n}` }) }
}

/** The n-th of them told again: every tenth with a digit wrong. */
export function retoldCall(n: number): Message {
  const call = scatteredCall(n)
  const { callerId = '' } = call.told.call
  const nearly = callerId.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
  return { ...call, told: { ...call.told, call: { ...call.told.call, callerId: n % 10 === 9 ? nearly : callerId } } }
}

export function messageOf(lot: string, n: number, message: Message): ReportMessage {
  const { line, marker, told } = message
  return {
    v: 1,
    type: 'report.posted',
    event: 'bench',
    id: `rpt_${lot}${String((n * 7919) % 1_000_003).padStart(25, '0')}`,
    rank: 0,
    acceptedAt: '2026-05-01T12:00:00.000Z',
    messageId: `${lot}${n}`,
    line: line ? `${line}${lot}` : null,
    ...(marker ? { marker: `${marker}${lot}` } : {}),
    told,
  }
}

function toldOf({
  callerId,
  minute,
  riding,
  message,
}: Record<'callerId' | 'riding' | 'message', string> & { minute: number }): Told {
  // prettier-ignore
  const clock = `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return {
    door: 'web',
    call: { callerId, receivedAt: `2011-05-02T${clock}`, kind: 'recorded', election: 'federal', language: 'en' },
    words: { message },
    riding,
  }
}
