import { plainText } from '../plain-text.ts'

// What campaigns write into texts, and people do not; and a sender's name before what it says.
const OF_CAMPAIGNS =
  /https?:\/\/|\b(?:bit\.ly|tinyurl|www\.)|\b(?:reply|text|txt|send|rep(?:ondez|\.)?)\s+["']?(?:stop|arret|yes|oui|[a-z0-9]{1,8}\b)|\bstop\b.{0,12}\b(?:end|opt|quit|fin)\b|msg ?& ?data|std msg/
const SENDER = /^(?:elections canada|[\p{L}][\p{L} .'-]{2,30}): ?\p{L}/u
const OF_A_REPORTER =
  /\b(?:i|me|my|mine|i'm|they|he|she|said|saying|told|called|got|je|j'ai|moi|mon|ma|ils|elle|on m'a|disant|dit)\b/

/** Whether the whole of a text is a message that somebody sent on as it came, without a word of their own. */
export function isForwarded(text: string): boolean {
  const plain = plainText(text)
  return !OF_A_REPORTER.test(plain) && (OF_CAMPAIGNS.test(plain) || SENDER.test(plain))
}
