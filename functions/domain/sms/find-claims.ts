import type { Span } from './reading.ts'

const KINDS: [RegExp, 'recorded' | 'text' | 'live'][] = [
  [
    /\b(?:robo ?-?calls?|robo|recording|recorded|pre-?recorded|automated|auto ?call|machine|computer(?:ized)? voice|voice ?mail|enregistre|enregistrement|preenregistre|appel automatise|automatise|message vocal|boite vocale|robot|repondeur)\b/,
    'recorded',
  ],
  [
    /\b(?:live (?:person|caller|call|woman|man)|real person|(?:a|some|the) (?:woman|man|guy|lady|girl|person|gentleman) (?:called|phoned|rang|on the)|spoke (?:to|with)|une vraie personne|(?:une? )?(?:dame|madame|monsieur|homme|femme|gars) (?:m'a|a|nous a) (?:appele|telephone)|parle a (?:une?|quelqu'un))\b/,
    'live',
  ],
  [
    /\b(?:got (?:a|this) (?:text|txt|msg)|(?:this|the|a|weird) (?:text|txt|sms)|texted me|text (?:from|says|said|message)|txt (?:from|says)|sms|texto|message texte|fwd|fw|short ?code|reply stop|repondez (?:stop|arret))\b/,
    'text',
  ],
]

/** How it came, where the text says so and says no two. */
export function kindOf(plain: string): 'recorded' | 'text' | 'live' | undefined {
  const [kind, ...others] = KINDS.filter(([words]) => words.test(plain)).map(([, each]) => each)
  return others.length === 0 ? kind : undefined
}

const CLAIMED =
  /\b(?:(?:claim(?:ed|s|ing)?|pretend(?:ed|s|ing)?|said|says|saying)(?: (?:he|she|they|it|he was|she was|they were|it was|to be|was|were|is|they're|he's|she's)){0,3} (?:calling |calling on behalf of )?(?:from|with|for|to be)|pretendant etre|se disant|disait etre|disait appeler|(?:de la part|au nom) d[eu']|on behalf of|(?:call|message|robocall|text|appel) (?:from|d[eu']))\s?(?:the |la |l'|le )?(elections canada|election canada|(?:liberal|conservative|green|new democratic|bloc)(?: party)?(?: of canada)?|ndp|npd|liberals?|conservatives?|liberaux|conservateurs|parti (?:liberal|conservateur|vert)(?: du canada)?|bloc quebecois)\b/

/** Whom the call claimed to come from. */
export function findClaim(plain: string): Span | undefined {
  const match = CLAIMED.exec(plain)
  if (!match) return undefined
  const end = match.index + match[0].length
  return { start: end - match[1]!.length, end }
}

const SENT_TO =
  /\b(?:(?:poll(?:ing)?(?: (?:station|place|location))?|station|vote|voting (?:place|location|station)|location|poll)(?: (?:has|had|was|is|been|were|now|a ete|est)){0,3} (?:moved|changed|relocated)(?: over)? to|(?:now|new (?:location|place|poll(?:ing)?(?: (?:station|place))?)(?: is)?)(?: at|:)|bureau (?:de (?:vote|scrutin) )?(?:a (?:ete )?|est |avait |etait )(?:demenage|deplace|change|transfere)e? (?:a|au|aux)|(?:to|go|must) vote at|voter (?:a|au))(?: the| la| le| l')?[\s:]+/g
const PLACE_END =
  /[.!?;"\n¤]|,(?! ?\d| ?room)|\s(?:i'?m|im|and|but|which|i live|instead|call|from|because|due to|owing to|a cause|en raison|parce|au lieu|il faut|il y|et|mais|alors|sur|j'|je|at \d|is that|reply|info|questions?)\b|$/

// "Voter à un autre endroit", "celle pour qui je voulais voter a quitté", "vote at my usual school anymore".
const NOWHERE =
  /^(?:(?:un |une |le )?autre|another|a different|a new|un nouveau|somewhere|some place|ailleurs|my usual|the usual|mon .{0,20}habituel|quitte|ete|eu|change|demissionne)(?![\p{L}\p{N}])|\banymore$/u
const NOT_BEFORE = /\b(?:not|don'?t|can'?t|cannot|pas|plus)(?: to)? $/

/** Where the call sent the voter. */
export function findPollingPlace(plain: string): Span | undefined {
  return [...plain.matchAll(SENT_TO)].map((match) => placeBehind(match, plain)).find((span) => span !== undefined)
}

function placeBehind({ index, 0: sent }: RegExpExecArray, plain: string): Span | undefined {
  const start = index + sent.length
  const rest = plain.slice(start, start + 120)
  const place = rest.slice(0, PLACE_END.exec(rest)?.index ?? rest.length).trimEnd()
  if (place.length < 4 || NOWHERE.test(place) || NOT_BEFORE.test(plain.slice(Math.max(0, index - 12), index)))
    return undefined
  return { start, end: start + place.length }
}
