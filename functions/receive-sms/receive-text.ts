import { retryConflicts } from '../adapters/conflict.ts'
import type { DialogueStore, Handled, Turn } from '../adapters/dialogue-store.ts'
import type { InboundText } from '../adapters/inbound-sms.ts'
import type { Keys } from '../adapters/keys.ts'
import type { OpenLine } from '../adapters/open-line-client.ts'
import type { TextSender } from '../adapters/text-sender.ts'
import { issueReceipt } from '../adapters/receipts.ts'
import type { ReportQueue } from '../adapters/report-queue.ts'
import { type Sender, senderOf, textKeys, type TextKeys } from '../adapters/text-keys.ts'
import type { ReportMessage } from '../domain/message.ts'
import { ownLine } from '../domain/own-line.ts'
import { afterWrongCode, answerKeyword, codeIn, confirmation, forgotten } from '../domain/sms/answer-keyword.ts'
import { zoneOfLine } from '../domain/sms/area-zones.ts'
import { answering, type Dialogue, type Draft } from '../domain/sms/dialogue.ts'
import { type Keyword, readKeyword } from '../domain/sms/keywords.ts'
import { readableText, withoutSecrets } from '../domain/sms/readable-text.ts'
import type { Step } from '../domain/sms/amend-telling.ts'
import { nextStep } from '../domain/sms/next-step.ts'
import { CODE, ERASE_CODE, outgoing, RECEIPT } from '../domain/sms/outgoing-texts.ts'

export type Ports = {
  event: string
  keys: Keys
  dialogues: DialogueStore
  queue: Pick<ReportQueue, 'send'>
  openLine: OpenLine
  now: () => Date
}

/**
 * Takes one text and answers what is to be written back, in order. However often and at once it comes, it is handled once and
 * answered alike. Resolves when the queue has what it tells.
 */
export async function receiveText(text: InboundText, ports: Ports): Promise<string[]> {
  return (await receive(text, ports)).replies
}

/** The same where the answers are ours to write: once they are written, a text that comes again is answered no more. */
export async function answerText(text: InboundText, ports: Ports & { writer: TextSender }): Promise<void> {
  const { replies, isAnswered, messageKey } = await receive(text, ports)
  if (isAnswered || replies.length === 0) return
  for (const reply of replies) await ports.writer.send({ from: text.to, to: text.from, body: reply })
  await ports.dialogues.markAnswered(messageKey)
}

async function receive(inbound: InboundText, ports: Ports) {
  const text = { ...inbound, body: readableText(inbound.body) }
  const keys = textKeys(ports.keys, text.messageId)
  const sender = senderOf(ports.keys, text.from)
  const handled = await retryConflicts(() => handleOnce({ text, sender, keys }, ports))
  await carryOut(handled, keys, ports)
  const receipt = issueReceipt(ports.keys, keys.reportId, sender.line)
  const replies = handled.replies.map((reply) => inserted(reply, { receipt, ...keys }))
  return { replies, isAnswered: handled.isAnswered, messageKey: keys.messageKey }
}

// What opens something is not kept with the text that tells it.
function inserted(reply: string, { receipt, showCode, eraseCode }: { receipt: string } & TextKeys): string {
  return reply.replace(RECEIPT, receipt).replace(CODE, showCode).replace(ERASE_CODE, eraseCode)
}

type Received = { text: InboundText; sender: Sender; keys: TextKeys }
type Known = { dialogue: Dialogue; draft: Draft | undefined }

async function handleOnce(received: Received, ports: Ports): Promise<Handled> {
  const { sender, keys } = received
  const now = ports.now()
  const { handled, ...known } = await ports.dialogues.load(sender.key, keys.messageKey, now)
  if (handled) return handled
  const turn = await turnOf(known, received, { ...ports, now: () => now })
  const dialogue = { ...turn.dialogue, rev: known.dialogue.rev + 1 }
  await ports.dialogues.save({ ...turn, before: known.dialogue, dialogue, sender: sender.key, messageKey: keys.messageKey, now }) // prettier-ignore
  return turn.handled
}

type Answer = Pick<Turn, 'dialogue' | 'handled' | 'draft'>

async function turnOf({ dialogue, draft }: Known, received: Received, ports: Ports): Promise<Answer> {
  const keyword = readKeyword(received.text.body)
  const answerable = answering(dialogue, keyword ? 'keywords' : 'stories', ports.now())
  const isHeard = isWrittenTo(dialogue, keyword) && answerable !== undefined
  // What asks for an answer that it will not get changes nothing: no code is good that nobody was told.
  if (!isHeard && keyword && keyword.does !== 'stop') return replied({ dialogue, replies: [] })
  const known = { dialogue: answerable ?? dialogue, draft }
  const turn = keyword ? replied(await byKeyword(keyword, known, received, ports)) : byText(known, received, ports)
  return isHeard ? turn : { ...turn, handled: { ...turn.handled, replies: [] } }
}

/** Whoever wants no texts gets none but the answer to START. */
function isWrittenTo({ isOptedOut }: Dialogue, keyword: Keyword | undefined): boolean {
  return !isOptedOut || keyword?.does === 'start'
}

function byText(known: Known, received: Received, { event, now }: Ports): Answer {
  const { text, sender, keys } = received
  const { dialogue } = known
  const code = codeIn(text.body)
  const confirmed = code && confirmation(dialogue, keys.hashOf(code), now())
  if (confirmed === 'right') return erasing(dialogue, sender, now())
  if (confirmed === 'wrong') return replied(afterWrongCode(dialogue))
  const body = withoutSecrets(text.body)
  if (body !== text.body && body.length <= LONGEST_ABOUT_RECEIPT) return replied({ dialogue, replies: [outgoing('help', dialogue.language ?? 'en')] }) // prettier-ignore
  const owns = sender.line ? [ownLine(sender.line)] : []
  const zone = zoneOfLine(sender.line?.e164)
  const step = nextStep(known, { body, media: text.media, now: now(), zone, owns, freshId: keys.reportId })
  return told(step, received, event)
}

// "Please withdraw rpt_… r1.…"
const LONGEST_ABOUT_RECEIPT = 80

async function byKeyword(keyword: Keyword, known: Known, { sender, keys }: Received, { openLine, now }: Ports) {
  const isLine = sender.token !== null
  const holdings = isLine && keyword.does === 'show' ? await openLine.count(sender.token!, keys.showCode) : undefined
  return answerKeyword(keyword, { ...known, now: now(), isLine, holdings, codeHash: keys.hashOf(keys.eraseCode) })
}

function replied({ dialogue, replies }: { dialogue: Dialogue; replies: string[] }): Answer {
  return { dialogue, handled: { replies } }
}

function erasing(dialogue: Dialogue, { token }: Sender, now: Date): Answer {
  const replies = [outgoing('erased', dialogue.language ?? 'en')]
  const handled = { replies, ...(token === null ? {} : { erases: token }) }
  return { dialogue: forgotten(dialogue, now), handled }
}

function told({ dialogue, replies, change }: Step, { sender, keys }: Received, event: string): Answer {
  if (!change) return { dialogue, handled: { replies } }
  const { id, draft, isNew } = change
  const order = { rank: isNew ? 0 : 1, acceptedAt: draft.acceptedAt, messageId: keys.changeId }
  const message: ReportMessage = {
    v: 1,
    type: isNew ? 'report.posted' : 'report.amended',
    event,
    id,
    ...order,
    // Each time: the first of them may still be on its way, or never have come.
    line: sender.token,
    told: draft.told,
  }
  return { dialogue, handled: { replies, change: message }, draft: { id, ...draft } }
}

// Kept first, then sent: when the sending fails, the same text again sends the same message.
async function carryOut({ change, erases }: Handled, { messageKey }: TextKeys, ports: Ports): Promise<void> {
  if (change) await ports.queue.send(change)
  if (erases !== undefined) await ports.openLine.erase(erases)
  if (change ?? erases) await ports.dialogues.settle(messageKey)
}
