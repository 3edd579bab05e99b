import { LINK } from './callback-number.ts'

/** By which words a number is the caller's or somebody else's. Folded text; each expression looks at a bounded stretch. */

export const OTHER_BEFORE = new RegExp(
  String.raw`(?:\b(?:elections canada|election canada|elections can|(?:local |the )ec|ec office|local office|elections office|the (?:real|right|official|actual)|le vrai|returning officer|rcmp|grc|crtc|crime ?stoppers|police|directeur du scrutin|(?:your|votre) (?:site|website|office|bureau))(?:'s)?(?: (?:number|numero|line|office|hotline|ligne|bureau|real|helpline|site))*${LINK})|\bno answer${LINK}|(?<!\b(?:do|does|if|why|how) )\bnot (?:from )?(?:the )?[\s(]*$|\bpas (?:du |le )[\s(]*$`,
)

/** At the end of a message, who it says it comes from: the number is theirs to be called. */
export const SIGNED_BEFORE =
  /(?:^|[.!?;\n-]\s*|¤\s?)(?:elections canada|elections can|ec|returning officer|voter services|elections)[\s:,(-]*$/

const WE_DID =
  'called|phoned|tried|rang|dialed|dialled|reported|complained|checked|spoke|contacted|texted|looked up|confirmed|verified|asked|emailed'
const FAIT =
  'appele|rappele|telephone|essaye|compose|signale|verifie|contacte|joint|rejoint|parle|porte plainte|denonce|texte|demande|confirme'
/** A number that the reporter called; "back" or "that number" says that it had called them. */
export const CALLED_BY_ME = new RegExp(
  String.raw`\b(?:(?:i|we|ive|i've|we've|i have|we have) (?:just |then |also |already |even )?(?:${WE_DID})|(?:j'?|je l'?)(?:ai|avais) (?:aussi |deja |meme )?(?:${FAIT})|(?:on|nous) (?:a|avons) (?:${FAIT}))((?: [a-z']+){0,6}?)[\s:,(-]*$`,
)
export const CALLED_BACK = /\b(?:back|it|them|him|her|number|that|rappele|numero|ce)\b/

const CALLED =
  '(?:called|phoned|rang|texted|dialed|dialled|robocalled|contacted|showed|came|was (?:on|calling)|(?:m|nous|l)?.?a(?: ?ete)? ?(?:appele|telephone|texte|affiche))'
/** Beyond doubt the caller's. */
export const SHOWN_AFTER = new RegExp(
  String.raw`^[\s,.:)("-]*(?:(?:was |is |came up |showed |qui etait |etait )?(?:on|sur) (?:my |the |our |mon |l')?(?:display|caller id|call display|screen|afficheur|ecran)|(?:is|was) (?:who|what|the (?:number|one|guy|caller)(?: (?:that|who|which))?) (?:it |just )?${CALLED}|is what (?:showed|came|popped|appeared|i saw|(?:the|my) (?:phone|display|screen|caller)|it (?:showed|said))|(?:est|etait|c'est) (?:celui|le numero|lui) qui (?:m'a|nous a|a) |called me|m'a appele|nous a appele)`,
)

/** Beyond doubt the caller's. */
export const CALL_FROM =
  /(?:\b|\*)(?:(?:\*?69|call return|call log|phone log|recents?|redial|call history)(?: (?:gave|gives|says|said|shows|showed|has))?(?: me)?|(?:calls?|called|texte?|texted|txt|msg|message|robocall|robo|appels?|appele|appelee|phoned|rang|rung|contacte)(?: (?:me|us))? (?:from|frm|fr|du|de|by|par)|(?:one|number|num|#|showed|shows|shown|displayed|displays|came up|comes up|was|numero|celui|affiche) (?:on|sur) (?:my|the|our|mon|l')[ ]?(?:phone|display|screen|cell|caller id|call display|afficheur|telephone|ecran)|(?:number|num|#|numero|celui) (?:that|who|which|qui) (?:called|phoned|rang|texted|(?:m'a|a|nous a) (?:appele|telephone|texte))(?: (?:me|us))?)(?: (?:the|this|number|le|numero|no|#|was|is|showed|etait|est))*[\s:#(-]*$/

/** A name was displayed with it. */
export const DISPLAYED_BEFORE =
  /\b(?:caller ?id|call ?display|display|displayed|screen|afficheur|came up(?: as)?|showed(?: up)?(?: as)?)\b(?! (?:service|feature))(?:(?!\d{3})[^.!?\n¤]){0,40}$/

export const CALLER_BEFORE = new RegExp(
  String.raw`(?:\b(?:from|frm|fr|fm|by|number|numbr|nbr|num|no|nos|caller ?id|callerid|caller|callers|cid|id|display|displayed|showed|shows|shown|showing|show|said|read|came up as|came up|appears? as|du|par|numero|afficheur|affichait|affiche|affichage|indiquait|montrait|c'est|c'e?tait|ct|etait|appelant|appel|call|calls|called|robocall|robo|text|texto|sms|msg|sender|expediteur|provenant|venait|provenance|it was|was|scam|scammers?|spam|culprit|coupable)|#)(?: (?:de|du|from|was|is|the|le|est|etait|id|this|that|number|numero|num|no\.?|#|on|it|by|here|today|again|said|says|as|comme|que)){0,4}[\s:,.=("#-]*$|#[\s:]*$|^\s*$`,
)

export const CALLER_AFTER =
  /^[\s,.:)("-]*(?:is |was |just |who |that |has |had |they |qui |the one )?(?:called|calls|call(?:ing)? me|calling|phoned|phones|phoning|rang|texted|texting|sent|sends|wrote|writes|left|told|said|says|saying|keeps|tried|robocalled|robocall|m'a|m'ont|nous a|nous ont|a (?:appele|telephone|texte|laisse|dit|ecrit)|ecrit|appelle|vient de|got me|woke|hung|on (?:my |the )?(?:display|caller|call display|screen)|is what|was (?:the number|on|what|calling)|sur (?:l'|mon |le )?(?:afficheur|ecran)|came up|showed|claiming|claims|pretend|disait|disant)/
