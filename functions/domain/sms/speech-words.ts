/** Words that begin what the call said: what follows is its message. */
export const SPEECH =
  /\b(?:(?:that )?(?:said|saying|says|sez|told|telling|tells|claims|claimed|claiming|stating|stated|states|informing|informed|informs|announcing|reads|reading|wrote|writes|disant|disait|disaient|informant|informait|annoncant|annoncait|annonce que|pretendant|pretendait|affirmant|mentionnant|expliquant|stipulant|indiquant que|a ecrit|(?:il|elle|ils|elles|on|robot|message|voix|monsieur|dame|madame)(?: me| nous| lui)? (?:dit|disent)(?= )|(?:il )?parait(?:-il)? qu[e']|(?:dit|disent) (?:que|qu'|de)\b)|(?:a|ont|ca|m'a|m'ont|nous a|nous ont|lui a) dit|(?:that|about) (?:my|your|our|the poll)|que (?:mon|ma|mes|notre|votre|vos|le bureau)|comme quoi|(?:fwd|fw|tr|text|texte|msg|message|transcript|voicemail|voice mail) ?: ?)/

/** After these, "said" tells what a phone showed. */
export const DISPLAYS =
  /\b(?:id|ids|display|displayed|screen|phone|cell|number|afficheur|ecran|telephone|numero|cid)(?: just| it)?\W{0,2}$/

/** Words with which the reporter speaks of the call or of themselves. */
export const REPORTER =
  /\b(?:you guys|(?:can|could|do|would|will|are) you|thank you|pouvez[- ]vous|avez[- ]vous|etes[- ]vous|i'?m (?:in|from|at|near|a|on|not)|i am|i was|i got|i had|i have|i think|i thought|i called|i went|i don'?t|i didn'?t|i hung|i just|i live|i vote|i know|i missed|i never|i'?ve|i received|i asked|i said|i told|we got|we live|we received|we have (?:a|had|been)|my (?:riding|postal|number|cell|caller|call|phone|landline|home|display|husband|wife|mom|mother|dad|neighbou?r)|caller ?id|call ?display|(?:it|call|text|this|they) (?:came|was|were|called|phoned|rang|happened|left)|came (?:from|in)|(?:the|their|from|phone) (?:number|#)|number (?:was|is|showed|on)|(?:he|she|guy|man|woman|lady|somebody|someone) (?:called|phoned|rang)|called (?:me|us|my|at|from|around|about)|(?:just )?(?:got|received|rec'?d|recieved) (?:it|the|this|that|a|an|call|text|robo|another|your)|j'?(?:habite|ai|etais|appelle pour)|je (?:suis|reste|demeure|vis|vote|viens|pense|crois|sais|ne|n'|l'?ai)|chu|mon (?:code|comte|numero|cell|afficheur|telephone|mari|voisin)|ma (?:circonscription|femme|mere|ligne|voisine)|recu|c'?e?tait|ct|l'?appel|appel (?:recu|de|du|a|vers|robot)|le numero|numero (?:etait|affiche|prive|inconnu|masque|bloque|:)|afficheur|(?:ils|elle|il|on) (?:ont|a|m'?a|m'ont|nous a) (?:appele|telephone|texte|laisse)|m'?a appele|m'?ont appele|ca (?:vient|venait)|ca s'est)\b/

/** Words that are said to a voter. */
export const MESSAGE =
  /\b(?:your|you|you're|ur|vous|votre|vos|press|reply|repondez|appuyez|veuillez|due to|(?:this|the) poll(?:ing station)? (?:is|has)|use instead|en raison|(?<!\b(?:i|we|he|she|they|to|not|can|cant|can't|dont|don't|go|and|who|my|the|of|je|on) )vote (?:at|on|by|for)|this is (?:elections|an automated|a message|your)|ici elections|elections canada ?:)\b/

/** A voter is addressed. */
export const ADDRESSED =
  /\b(?:your|you|ur|vous|votre|vos|press|reply|voters|this poll (?:is|has)|use instead|veuillez|appuyez|electeurs?)\b/
