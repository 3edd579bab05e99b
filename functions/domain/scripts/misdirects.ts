import { plainText } from '../plain-text.ts'
import { MANNERS } from './claims.ts'
import { Concepts, wordsOf } from './terms.ts'
import { TOPICS } from './topics.ts'

const MAX_READ = 5000

/** Gists of messages that give a reason why the polling place is another one. */
const MOVED_FOR_A_REASON = /^poll-moved-/
/** Of these, those that are given as well for polls that close early, or that are not safe to go to. */
const OR_CLOSED = /^poll-moved-(?:power|virus|security|gas|access)$/
/** Gists that may be told of a call which also sends the voter somewhere; all others (by phone, on another day) are another lie. */
const BESIDE = new Set([...MANNERS, 'smear-poll', 'sin-survey', 'poll-closes-early', 'poll-opens-late'])

/** In the form of the table of concepts: the place to vote is another one, the voter is sent somewhere, voting. */
const TERMS = `
place-moved: poll|polls|polling|voting|place|station|location .. moved|relocat*|chang*|switched|transfer*|redirect*|merged, moved|moving|move|relocat*|switch*|updat* .. poll|polls|polling|voting|place|location|station, new|different|another|other poll|polls|polling|voting|place|location|station|spot, bureau|bureaux|section|sections|vote|scrutin|lieu|endroit .. chang*|deplac*|demenag*|transfer*|regroup*|fusion*, chang*|deplac*|demenag*|transfer*|nouveau|nouvelle|autre .. bureau|bureaux|lieu|endroit, vote|voting|voter elsewhere|ailleurs
sent: told|asked me|us|her|him|them to vote at, told|asked me|us|her|him|them to go to, told|said|says|asked|had|have|must|should|need to vote|go at, told|said|says|asked to go to, go to .. vote|poll, go vote at, vote at .. instead, proceed to, sent|sends|sending|directed .. to, must|should|now|will vote|voting at, dit|dire|disait .. aller|rendre voter, fallait|faut|devait|devais|dois|doit|devez .. aller|rendre, voter|vont|va ailleurs, envoy*
elsewhere: moved|move|moving|relocat*|chang*|switch*|transfer*|deplac*|demenag*|combin*|merg*|fusion*|regroup*|jumel*|amalgamat*|joined|together|ensemble|different|new|nouveau|nouvelle|autre|another|instead|proceed|rendu|ailleurs|elsewhere, go|going|gotta|drive|attend|directed|sent|sending|aller|rendre|rendez|presenter|envoi*|envoy*, vote|voting|voter|votez|voterez at|dans|rue, head|heading over|down|to, is|are now, allez
vote: vot*, poll|polls|polling, ballot*, scrutin*, elect*
`

let tables: { concepts: Concepts; topics: Set<string> } | undefined

/** Whether a message, whose gist is known, tells that the place to vote has changed, or that the voter was sent to one. */
export function misdirects(message: string, gist: string | undefined): boolean {
  tables ??= { concepts: new Concepts(TERMS), topics: new Set(TOPICS.match(/^[\w-]+(?=:)/gm)) }
  const told = tables.concepts.in(wordsOf(plainText(message, MAX_READ)))
  if (told.has('place-moved')) return true
  if (gist && MOVED_FOR_A_REASON.test(gist)) return !OR_CLOSED.test(gist) || told.has('elsewhere')
  const isAnotherLie = gist && !BESIDE.has(gist) && !tables.topics.has(gist)
  return !isAnotherLie && told.has('sent') && told.has('vote')
}
