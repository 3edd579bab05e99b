/** Whose number it is, by the words just before and just after it. Folded text; each expression looks at a bounded stretch. */
const LINK = String.raw`(?:[\s:,("#|-]+(?:is|was|at|on|the|le|la|au|a|est|to|this|that|number|numero|num|no\.?|nos?|#|it|elle|lui|:|free|toll|line|ligne|sans frais|gratuit|1|me|us|now|back|de|du|from|just|only|elections canada|them)){0,5}[\s:,.("#-]*$`

export const OWN_BEFORE = new RegExp(
  String.raw`(?:\b(?:my|our|mon|ma|notre|nos|mes)(?: (?:own|home|cell|house|old|work|telephone|vieux|propre)){0,2} ?(?:number|num|no|#|cell|cellphone|phone|landline|land line|mobile|home|house|line|tel|telephone|numero|cellulaire|ligne|fixe|domicile|maison|cel)(?: (?:number|phone))?(?: (?:is|at|on|was|est|c'est|au|le)){0,3}[\s:,.("#-]*$)|\b(?:reach|contact|call|text|phone|ring) (?:me|us)(?: [a-z0-9:]+){0,4}?(?: (?:at|on|@|au|a))?[\s:,(-]*$|(?:rejoindre|joindre|rejoignez|joignez|rappelez|appelez|rappeler|contactez|textez)[ -](?:moi|nous|me)(?: (?:svp|s'il vous plait))?(?: (?:au|a|le))?[\s:,(-]*$|\b(?:me|m') ?(?:rejoindre|joindre|rappeler|contacter)(?: (?:au|a|le))?[\s:,(-]*$|\b(?:called|phoned|rang|texted|calling|reached|texts?|calls?)(?: (?:me|us|my [a-z]+(?: [a-z]+)?|our [a-z]+))(?: (?:at|on|@))[\s:(-]*$|\b(?:m'a|m'ont|nous a|nous ont|ont|a) (?:appele|joint|rejoint|texte)s?(?: (?:chez moi|chez nous|moi))? (?:au|sur(?: (?:mon|ma) [a-z]+)?(?: au)?)[\s:(-]*$|\b(?:received|got|get|recu|eu|recue)(?: (?:a|the|this|it|un|l'|cet|une|call|appel|l'appel|them|text|robocall|ca)){0,3} (?:at|on|au)[\s:(-]*$|\b(?:i am|i'm|im|this is|ici) (?:at|on|[a-z]+ at)[\s:(-]*$|\b(?:sister|brother|mom|mother|dad|husband|wife|neighbou?r|friend|mere|pere|soeur|frere|voisine?|mari|femme|amie?)(?: (?:at|au|on))?[\s('s]*$`,
)

export const OTHER_BEFORE = new RegExp(
  String.raw`(?:\b(?:elections canada|election canada|elections can|the (?:real|right|official|actual)|le vrai|returning officer|rcmp|grc|crtc|crime ?stoppers|police|directeur du scrutin|(?:your|votre) (?:site|website|office|bureau))(?:'s)?(?: (?:number|numero|line|office|hotline|ligne|bureau|real|helpline|site))*${LINK})|\bno answer${LINK}|(?<!\b(?:do|does|if|why|how) )\bnot (?:from )?(?:the )?[\s(]*$|\bpas (?:du |le )[\s(]*$`,
)

/** A number that the reporter called; "back" or "that number" says that it had called them. */
export const CALLED_BY_ME =
  /\b(?:(?:i|we) (?:just |then |also |already )?(?:called|phoned|tried|rang|dialed|dialled|reported|complained|checked)|j'?(?:ai|avais) (?:appele|rappele|telephone|essaye|compose))((?: [a-z']+){0,6}?)[\s:,(-]*$/
export const CALLED_BACK = /\b(?:back|it|them|him|her|number|that|rappele|numero|ce)\b/

export const CALLBACK_BEFORE = new RegExp(
  String.raw`(?:(?<!\b(?:a|an|the|this|that|got|get|had|missed|phone|robo|robot|fake|weird|another|one|received|strange|automated|recorded|same|spam|scam|last|first|second|prank|incoming|my|your|of|no|to|auto|live|ghost|sketchy|suspicious|odd|bogus|crank|i) |^)\bcall|\b(?:to|please|pls|plz|and|or|can|must|should|could) call|\b(?:to|please|pls|or|and|must|can|svp) (?:ring|phone|contact|txt|text)|dial|dialing|by calling|calling us|try calling|text back|(?:call(?:ing)? ?back|callback|call-back|return)(?: (?:number|num|#))?(?: (?:they|he|she|it|that|was|gave|left|provided|given))*|number (?:they|he|she|it|the message|the recording) (?:gave|left|said|provided|told)(?: (?:me|us|to call|was|to ring))*|(?<!de )rappel|rappeler|rappelez|rappelle|appeler|appelez|composez|composer|telephoner|telephonez|contacter|contactez|communiquer avec|communiquez avec|joindre|textez|questions? ?\??|info|infos|information|informations|renseignements|details|inquiries|help ?line|hotline|toll[ -]free|sans frais|number to (?:call|dial|confirm|use|ring)|numero (?:a|pour) (?:appeler|rappeler|composer|confirmer|joindre)|left (?:a|the|this) (?:number|#)|gave (?:me |us |out )?(?:a|the|this|another)? ?(?:number|#)|(?:laisse|donne) (?:un|le|ce) numero|(?:they|he|she|it|message|recording) (?:left|gave)(?: me| us)?|questions? call)\b${LINK}`,
)

/** Beyond doubt the caller's. */
export const SHOWN_AFTER =
  /^[\s,.:)("-]*(?:(?:was |is |came up |showed )?(?:on|sur) (?:my |the |our |mon |l')?(?:display|caller id|call display|screen|afficheur|ecran)|is what|is the (?:number|one) (?:that|who|which) (?:called|phoned)|called me|m'a appele)/

export const OWN_AFTER =
  /^[\s,]*(?:\(|(?:is|was|are|c'est|est|thats|that's|being) )(?:my|mine|our|mon|ma|notre|a moi)\b(?! (?:caller|call|display))/

export const CALLBACK_AFTER =
  /^[\s,.)"]*(?:as (?:(?:the|a|their) )?(?:number|line|call ?back|contact)|is the number (?:to|they|he|she)|comme numero|to (?:confirm|find|verify|check|call|update|register|get|learn)|for (?:info|more|details|directions|help|questions|the|a ride|an? )|if you (?:need|have)|pour (?:info|plus|confirmer|savoir|verifier|connaitre|obtenir|toute|de|votre|vous)|si vous)/

/** Beyond doubt the caller's. */
export const CALL_FROM =
  /\b(?:(?:calls?|called|texte?|texted|txt|msg|message|robocall|robo|appels?|appele|appelee|phoned|rang|contacte)(?: (?:me|us))? (?:from|frm|fr|du|de|by|par)|(?:one|number|num|#|showed|shows|shown|displayed|displays|came up|comes up|was|numero|celui|affiche) (?:on|sur) (?:my|the|our|mon|l')[ ]?(?:phone|display|screen|cell|caller id|call display|afficheur|telephone|ecran))(?: (?:the|this|number|le|numero|no|#|was|is|showed|etait))*[\s:#(-]*$/

/** A name was displayed with it. */
export const DISPLAYED_BEFORE =
  /\b(?:caller ?id|call ?display|display|displayed|screen|afficheur|came up(?: as)?|showed(?: up)?(?: as)?)\b(?! (?:service|feature))[^.!?\n¤]{0,40}$/

export const CALLER_BEFORE = new RegExp(
  String.raw`(?:\b(?:from|frm|fr|fm|by|number|numbr|nbr|num|no|nos|caller ?id|callerid|caller|callers|cid|id|display|displayed|showed|shows|shown|showing|show|said|read|came up as|came up|appears? as|du|par|numero|afficheur|affichait|affiche|affichage|indiquait|montrait|c'est|c'etait|etait|appelant|appel|call|calls|called|robocall|robo|text|texto|sms|msg|sender|expediteur|provenant|venait|provenance|it was|was|scam|scammers?|spam)|#)(?: (?:de|du|from|was|is|the|le|est|etait|id|this|that|number|numero|num|no\.?|#|on|it|by|here|today|again|said|says|as|comme|que)){0,4}[\s:,.=("#-]*$|#[\s:]*$|^\s*$`,
)

export const CALLER_AFTER =
  /^[\s,.:)("-]*(?:is |was |just |who |that |has |had |they |qui |the one )?(?:called|calls|call(?:ing)? me|calling|phoned|phones|phoning|rang|texted|texting|sent|sends|left|told|said|says|saying|keeps|tried|robocalled|robocall|m'a|m'ont|nous a|nous ont|a (?:appele|telephone|texte|laisse|dit)|appelle|vient de|got me|woke|hung|on (?:my |the )?(?:display|caller|call display|screen)|is what|was (?:the number|on|what|calling)|sur (?:l'|mon |le )?(?:afficheur|ecran)|came up|showed|claiming|claims|pretend|disait|disant)/

/** A sender whose number has five or six digits. */
export const SHORT_BEFORE =
  /\b(?:short ?code|code court|text(?:ed)?(?: me)?(?: [a-z]+)? from|txt(?: msg)?(?: [a-z]+)? from|msg from|message from|sms from|text message from|from|sms du|texto du|texto de|sms de|message texte du|message texte de|message du|texto recu du|recu du|de|expediteur|sender|numero court)(?: (?:short ?code|number|numero|code|the|le|#|no\.?))*[\s:#("-]*$/
