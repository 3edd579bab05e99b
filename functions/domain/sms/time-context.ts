/** What may stand between words of time that belong together. */
export const JOINS =
  /^[\s,.(]*(?:(?:at|around|round|arnd|about|bout|abt|@|~|on|of|in|the|from|like|approx\.?|roughly|circa|sometime|vers|le|du|de|a|au|a environ|autour de|environ|les|genre|pm|am)\s*)?(?:(?:about|around|the|les)\s*)?[\s,.)]*$/

const SHORTENED =
  '[ap]\\. ?m|\\b(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|jan|janv|feb|fevr?|avr|apr|juil|jul|jun|aug|sept?|oct|nov|dec)'
/** An end of a sentence between words of time. */
export const SENTENCE_BETWEEN = new RegExp(String.raw`(?<!${SHORTENED})[.!?]+\s`)

const LINK = String.raw`(?:\s*(?:at|on|by|is|the|le|la|a|au|around|about|from|de|du|vers|@|sur|for|pour|only|now|again|your|ballot|up|day|date|for|days|nights|evenings|jours|soirs|weekday|week)){0,4}[\s(~@:]*$`

/** Before words of time that are not about the call. */
export const NOT_OF_CALL_BEFORE = new RegExp(
  String.raw`(?:\b(?:every|each|chaque|tous les|toutes les|every day|every night|every evening|before|by|until|till|til|(?<!\b(?:just|shortly|soon|right|little|bit) )after|since|not|pas|assigne|assignee|assigned|creneau|plage|close|closes|closed|closing|open|opens|opened|opening|hours|between|vote|votes|voting|voted|voter|voterais|votais|votent|votez|voteront|voterez|votera|revote|polls?|deadline|register|appointment|appt|meeting|rdv|rendez-vous|finish|leave|leaving|vais|irai|back|avant|pendant|durant|attendu|attente de|files? de|waited|waiting|wait|dans|within|jusqu'?|apres|depuis|ferme|ferment|fermes?|fermait|fermeture|ouvre|ouvrent|ouverts?|ouverture|election|elections|scheduled|postponed|delayed|reporte|reportee?|changed to|moved to|deplace|remis|remise|instead|work|shift|due|heures|horaire|exp|expires?|born|ne|nee|until|dès|des)${LINK})`,
)

/** After words of time that are not about the call. */
export const NOT_OF_CALL_AFTER =
  /^\s*(?:(?:to|for|pour) (?:vote|voter)|vote\b|election|deadline|polls?\b|instead|is (?:election|voting|the)|or (?:lose|your)|after work|au lieu)/

/** Before words of time that are about the call, even where the message was being told. */
export const CALL_BEFORE =
  /\b(?:called|call came|call|phoned|rang|got (?:it|this|the call|that)|received|came(?: in)?|happened|it was|appel|appele|recu|c'etait|sent|envoye)(?: (?:me|us|in|at|around|about|it|a|vers|le|on|@)){0,3}\W*$/

const CLOSES =
  'close|closes|closed|closing|shut|shuts|shutting|end|ends|ending|ferme|ferment|fermes|fermait|fermer|fermera|fermeront|fermeture|finit|finissent|finissait'
const STEPPED_DOWN =
  'down|dropped out|drops out|withdrew|withdrawn|quit|resigned|died|desiste(?:e|s|es)?|retire(?:e|s|es)?|demissionne|decede(?:e|s|es)?|arrete(?:e|s|es)|(?:already|deja) (?:voted|vote|cast|recorded|enregistree?|comptee?)|cancelled|canceled|donate|donation|donnez|donner|pay|payez|payer|annule(?:e|s|es)?'
const STOPS =
  'stop|stops|stopping|cut off|start|starts|begin|begins|effective|arretent|arretera|cesse|cessent|cessera|commence|commencent|commencera'
const GOES = 'show up|showing up|turn up|come|to go|go|venir|venez|presenter|presentez(?:-vous)?|presente'
const RATHER =
  "instead of|au lieu d[eu']|rather than|plutot que|et non(?: pas)?|and ?not|pushed back to|repousse(?:e|s|es)? a|switched to"
const MEETS = 'wait|meet|be there|attendre|attendez|attends|pick(?:s|ed)? (?:me|us|you|them) up|pick ?up'

/** Before words of time that what the message claims is about: polls that close, a candidate who stepped down, where to wait for a ride. */
export const CLAIM_BEFORE = new RegExp(
  String.raw`\b(?:(?:${CLOSES})(?: (?:time|hours?|doors?|early|earlier|plus|tot))*,?${LINK}|(?:${STEPPED_DOWN}|${STOPS}|${GOES}|${RATHER}),?${LINK}|(?:${MEETS})\b[^.!?;,\n]{0,60}\b(?:at|a|vers|pour)\s*$)`,
)
/** Before a day without an hour: "my poll moved yesterday". */
export const MOVED_BEFORE = /\b(?:moved|relocated|changed|demenagee?|deplacee?)\s*$/
/** Before a day of the week alone: "postponed to Wednesday", "il n'y aurait personne lundi". */
export const TARGET_BEFORE =
  /(?:(?<!day |di )\b(?:to|a|for|pour)|\b(?:un)?till?|\b(?:be|est|sera|aurait) (?:there|personne))\s*$/
