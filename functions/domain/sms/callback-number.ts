/** By which words a number is one that the call asked to be called. Folded text; each looks at a bounded stretch. */

/** Words between those and the number. */
export const LINK = String.raw`(?:[\s:,("#|-]+(?:is|was|at|on|the|le|la|au|a|est|to|this|that|number|numero|num|no\.?|nos?|#|it|elle|lui|:|free|toll|line|ligne|sans frais|gratuit|1|me|us|now|back|de|du|from|just|only|elections canada|them)){0,5}[\s:,.("#-]*$`

const WHO = '(?:they|he|she|it|the (?:message|recording|guy|man|woman|lady|robot|voice)|we (?:are|were)|i (?:was|am))'
// A call that was had: "a robo call 519…".
const HAD =
  'a|an|the|this|that|got|get|had|missed|phone|robo|robot|fake|weird|another|one|received|strange|automated|recorded|same|spam|scam|last|first|second|prank|incoming|my|your|of|no|to|auto|live|ghost|sketchy|suspicious|odd|bogus|crank|i'
const ASKED =
  'to|please|pls|plz|and|or|can|must|should|could|just|then|svp|me|us|you|people|voters|everyone|said|says|saying'
const RING = 'ring|phone|contact|txt|text|telephone|reach|call|cal|cll|dial'
const RING_FR =
  '(?<!de )rappel|rappeler|rappelez|rappelle|appeler|appelez|composez|composer|telephoner|telephonez|contacter|contactez|en (?:r?appelant|composant|telephonant|contactant)|communiquer avec|communiquez avec|communiquer|communiquez|joindre|joignez|textez|texter|signaler|signalez|reservez|reserver|confirmez|confirmer|verifiez|verifier|inscrivez-vous|(?:de|a|et|ou) faire|faites|(?:que j.|qu.on |que je |que l.on )(?:appelle|rappelle|compose|telephone|texte|contacte|joigne|signale)|informez-vous|ecrivez|ecrire'
const ASKS =
  "questions? ?\\??|inquiries|enquiries|concerns|info|infos|information|informations|renseignements|details|changes|help|assistance|support|aide|help ?line|hotline|info ?line|ligne d'info|ligne|toll[ -]free|sans frais|customer service|service"

const SAYINGS = [
  String.raw`(?:(?<!\b(?:${HAD}) )|^)\bcall`,
  String.raw`\b(?:${ASKED}) (?:${RING})`,
  // "to fix it phone"; not "to report a phone".
  String.raw`\bto [a-z]+(?: [a-z]+){0,4},? (?<!\b(?:${HAD}) )(?:${RING})`,
  String.raw`(?:^|[.!?;:"\n] ?)(?:ring|phone|contact|txt|text|reach)`,
  String.raw`\bdial(?:ing)?(?: [*#a-z0-9]+ (?:then|and))?|\bby calling|\bcalling us|\btry calling|\btext back|\b(?:call(?:ing)? ?back|callback|call-back|return)(?: (?:number|num|#))?(?: (?:they|he|she|it|that|was|gave|left|provided|given))*`,
  String.raw`\breturn(?:ing)? (?:my|the|this|our|his|her|their|a|your) call`,
  String.raw`\b(?:get|getting|got) (?:in touch with|a ?hold of|through to)`,
  String.raw`\b(?:reply|respond|answer|repondre|repondez|text|txt|send|sms|textez|envoyez|envoyer)(?: [a-z"']+){0,3} (?:to|at|au)`,
  // "ring the returning office now on"
  String.raw`\b(?:${ASKED}|^|[.!?;:"\n]) ?(?:${RING})(?: [a-z']+){1,5} (?:at|on|@)`,
  String.raw`(?:(?<!\b(?:${HAD}) )|^)\bcall(?! (?:me|us|my|our)\b)(?: [a-z']+){1,4} (?:at|on|@)`,
  String.raw`\b(?:${RING_FR})(?: (?:oui|non|elections canada|le bureau|votre directeur))?`,
  String.raw`\b(?:${ASKS})(?: (?:phone|call|ring|dial))?`,
  String.raw`\b(?:number|num|no|#|line) (?:that )?${WHO} (?:gave|left|said|says|provided|told|mentioned|want(?:s|ed)?|ask(?:s|ed)?|want|given|supposed)(?: (?:me|us|people|you|on [a-z ]{2,20}))?(?: to (?:call|ring|phone|dial|use|reach))?(?: back)?`,
  String.raw`\b(?:number|num|#|one|line) (?:to|for) (?:call|dial|confirm|use|ring|phone|reach|contact|text|questions|info)(?: (?:back|them))?`,
  String.raw`\b(?:numero|no|celui|ligne) (?:a|pour|d') ?(?:appeler|rappeler|composer|confirmer|joindre|rejoindre|signaler|telephoner|info|contacter|texter)(?: (?:selon|d'apres) [a-z]+)?`,
  String.raw`\b(?:numero|no|number|#|num) (?:de rappel|laisse|donne|fourni|left|given|provided|mentionne|dicte)(?: (?:sur|dans|a|on|in|by|par) [a-z' ]{2,24})?`,
  String.raw`\b(?:left|gave|leaves|gives|given|provided|laisse|donne|fourni)(?: (?:me|us|out|nous|moi))?(?: (?:a|the|this|another|some|un|le|ce|une|their|his|her))?(?: [a-z-]{2,10})? (?:number|#|num|numero|no|line)(?: (?!(?:was|is|on|de|du|from)\b)[a-z']+){0,6}`,
  String.raw`\b(?:laisse|donne|donner|gave|give|gives|gave out)(?: (?:me|us|out|nous))?`,
  String.raw`\b(?:they|he|she|it|message|recording) left(?: me| us)?`,
]

export const CALLBACK_BEFORE = new RegExp(`(?:${SAYINGS.join('|')})${LINK}`)

export const CALLBACK_AFTER =
  /^[\s,.)"]*(?:as (?:(?:the|a|their) )?(?:number|line|call ?back|contact)|comme (?:numero|ligne)|to (?:confirm|find|verify|check|call|update|register|get|learn)|for (?:info|more|details|directions|help|questions|the|a ride|an? )|if you (?:need|have)|[^.?!\n]{0,40}[.?!] (?:the )?[a-z]+ (?:said|told me|wanted me|asked me) to (?:call|ring|phone|dial) it\b|pour (?:info|plus|confirmer|savoir|verifier|connaitre|obtenir|toute|de|votre|vous|les|des|rappeler|se|s')|si vous)/

/** That a number which the reporter called was the one that the call gave. */
export const GIVEN = /\b(?:gave|left|given|provided|laisse|donne)\b/

/** Beyond doubt: "is where they wanted me to call". */
export const CALLBACK_SAID_AFTER = new RegExp(
  String.raw`^[\s,)"]*(?:is|was|being|are|est|etait|,)? ?(?:where ${WHO}|(?:the|a) (?:number|one|line|#) (?:${WHO}|to (?:call|ring|dial|phone|use)|for (?:questions|info|help|call))|what ${WHO} (?:said|told|want|wanted|gave|asked|left)|(?:the|their|his|her|a) (?:call ?-?back|hotline|help ?line|return)|le numero (?:a|pour|qu'ils|qu'il|qu'elle|laisse|donne)|celui (?:a|pour|qu'il|qu'ils|qu'elle) |ou (?:il|ils|elle|on) (?:faut|fallait|voulai(?:en)?t|nous|me)|(?:for (?:us|me|people|voters) )?to (?:call|ring|dial|phone|reach)\b|a (?:rappeler|appeler|composer|rejoindre)\b)`,
)
