import { normaliseCallerId } from '../caller-id.ts'
import type { Span } from './reading.ts'

const BEFORE = 70
const AFTER = 40
const FIVE_OR_SIX = /(?<![\p{L}\p{N}$#./-])\d{5,6}(?![\p{L}\p{N}%/-]|\.\d)/gu
const OF_TEXTS =
  /\b(?:short ?code|code court|numero court|texts?|texted|texting|txts?|txted|txtd|sms|msgs?|messages?|messaged|texto|textos|texte|textait)\b|^\s*(?:from|de|expediteur|exp|sender) ?:|^\s*(?:(?:from|de) \d{5,6} ?[:-]|\d{5,6} sent)|\b(?:expediteur|sender)\b|\b(?:fwd?|forwarded) (?:from|de) \d{5,6}\b|\brecu (?:du|de) \d{5,6} ?:/

/** A sender whose number has five or six digits. */
const SENT = String.raw`text(?:ed|s)?|txt(?:ed|d|s)?|sms|msg|message[sd]?|texto|message texte|texte|text message`
const SENDER_BEFORE = new RegExp(
  String.raw`(?:\b(?:short ?code|code court|numero court|(?:${SENT})(?: (?:me|us|recu|received|sent|came|arrive|entre|provenant|in|that|is|was|just)){0,4} (?:from|by|frm|fm|du|de|par|via)|from|frm|recu (?:du|de)|a partir du|depuis le|venait du|vient du|provenant du|(?:sender|expediteur|exp|de|originator)(?: (?:name|id|number|numero))?(?: (?:shows?|showed|was|is|reads?|said|says|listed|comes up|came up|affiche|etait|est|indique))?(?: (?:up|as|comme))*|(?:${SENT}) ?(?=\()|(?:sms|text|txt|texto|msg|message|it|ca) (?:shows?|showed|showing|reads?|says|affiche|affichait|montre|indique))(?: (?:a|an|un|the|short ?code|code court|number|numero|num|code|le|#|no\.?|was|is|:))*[\s:#("-]*$|^\s*$|[.!?\n:]\s*$|\b(?:le|c'est le|numero|number|#|by|par)[\s:#("]*$)`,
)
/** What a sender has done: beyond doubt. */
const SENT_AFTER =
  /^[\s,")]*(?:(?:just|has|had|who|that|qui|keeps|kept|again|encore|viens? d[e'])[\s']*){0,3}(?:text(?:ed|s|ing)?(?: (?:me|us|my|at|this|saying|that))|txt(?:e?d|s)?(?: (?:me|us|my))|messaged|msgd|msged|sent|sends|sms'?d|wrote|writes|(?:m'|nous |m)?(?:a|ont) ?(?:texte|envoye|ecrit|texto)|(?:as|is|was) (?:the )?sender|as (?:the )?(?:number|short ?code)|comme expediteur|texted|qui (?:m'a|nous a))/
const SENDER_AFTER =
  /^[\s"]*(?:$|[.,:;!?)|\n-]|\d{1,2} ?[:h]|(?:said|says|saying|telling|told|that|par|via|sez|sayin|sd|asking|asks|wants|if|for|my|the|who|was|is|has|about|at|@|this|today|yesterday|last|just|with|re|and|i|im|claiming|to|on|in|got|your|disant|dit|disait|qui|ce|cet|hier|a|vers|me|message|msg|texte?|pour|que|avec|recu|je|aujourd|il|votre)\b)/
/** Where a message wants an answer to be sent, or what is no number of a sender. */
const NO_SENDER_BEFORE =
  /\b(?:to|au|poll|section|unit|apt|app|room|dossier|file|ref|case|bureau|ballot)(?: (?:no|num|number|#|numero))?[\s:.#"]*$/
const WEAK_BEFORE = /(?:^\s*|[.!?\n:]\s*|\b(?:le|numero|number|#|by|par)[\s:#("]*)$/
const SAID_SENDER_BEFORE =
  /\b(?:short ?code|code court|numero court|sender|expediteur|from|by|par|du|shows?)\b[^.!?\n]{0,20}$/

/** Five or six digits that sent a text message, where the text says that they did. */
export function findShortCode(plain: string): Span | undefined {
  if (!OF_TEXTS.test(plain)) return undefined
  for (const { index, 0: digits } of plain.matchAll(FIVE_OR_SIX)) {
    const span = { start: index, end: index + digits.length }
    const before = plain.slice(Math.max(0, index - BEFORE), index)
    const after = plain.slice(span.end, span.end + AFTER)
    if (isSender(before, after) && normaliseCallerId(digits).kind === 'short-code') return span
  }
  return undefined
}

function isSender(before: string, after: string): boolean {
  if (NO_SENDER_BEFORE.test(before) || !SENDER_BEFORE.test(before)) return false
  if (SENT_AFTER.test(after)) return true
  return SENDER_AFTER.test(after) && (!WEAK_BEFORE.test(before) || SAID_SENDER_BEFORE.test(before))
}
