import { RELATION } from './people-words.ts'

/** By which words a number is the reporter's own, or a person's around them. Folded text; each looks at a bounded stretch. */

const LINE =
  'number|num|nbr|no|#|cell|cellphone|phone|landline|land line|mobile|home|house|line|tel|telephone|numero|cellulaire|ligne|fixe|domicile|maison|cel'
const KIND = 'own|home|cell|house|old|new|work|telephone|contact|mobile|office|direct|personal|vieux|propre|perso'
const RING =
  'reach|contact|call|text|phone|ring|get|message|dial|buzz|joindre|rejoindre|rejoignez|joignez|rappelez|appelez|rappeler|contactez|contacter|textez|telephonez|ecrivez'
const END = String.raw`(?:(?<=\b(?:no|num|nbr|tel|cell))\.)?[\s:,("#-]*$`

const SAYINGS = [
  // "my cell number is", "mon cell c'est le".
  String.raw`\b(?:my|our|mon|ma|notre|nos|mes)(?: (?:${KIND})){0,2} ?(?:${LINE})(?: (?:number|phone))?(?: (?:is|at|on|was|still|really|est|etait|toujours|encore|bien|a moi|c'est|c|it's|its|au|le|de (?:cell|cellulaire|tel|telephone|maison|travail))){0,4}${END}`,
  // "my mom's number is", "le numero de ma mere est le".
  String.raw`\b(?:my|our|his|her|their|the)(?: [a-z]+)? (?:${RELATION})(?:'?s'?)?(?: (?:${KIND}))? (?:${LINE})(?: (?:number|phone))?(?: (?:is|at|on|was)){0,2}${END}`,
  String.raw`\b(?:${LINE}) (?:de|a) (?:ma|mon|notre|nos|mes|la|sa|son) (?:${RELATION})(?: (?:est|c'est|le|au)){0,3}${END}`,
  String.raw`\b(?:my|our|ma|mon|notre|belle|grand)[ -](?:[a-z]+ )?(?:${RELATION})(?:(?: (?!(?:called|phoned|got|rang|was|texted|had|calling)\b)[a-z]+)? (?:at|au|on))?[\s('s]*$`,
  // "reach me any time at", "rappelez-moi svp au".
  String.raw`\b(?:${RING}) (?:me|us|moi|nous)(?: back)?(?: (?!(?:but|from|by|about|and|said|says)\b)[a-z0-9:]+){0,4}?(?: (?:at|on|@|au|a))?[\s:,(-]*$`,
  String.raw`(?:${RING})[ -](?:moi|nous|me)(?: (?:svp|stp|s'il vous plait|n'importe quand|en tout temps))?(?: (?:au|a|le))?[\s:,(-]*$`,
  String.raw`\b(?:me|m') ?(?:rejoindre|joindre|rappeler|contacter|appeler|parler|texter|ecrire)(?: (?:en tout temps|n'importe quand|svp))?(?: ?(?:au|a|le))?[\s:,(-]*$`,
  String.raw`\b(?:best|good|easiest) (?:number|#|no|phone)(?: (?:for|to)(?: (?:me|us|reach|get|call|contact))*)?(?: (?:is|at))?${END}`,
  String.raw`\b(?:have|get|ask) (?:someone|somebody|anyone|them) (?:to )?(?:call|phone|ring|contact|text)(?: (?:me|us|back))*(?: (?:at|on))?[\s:(-]*$`,
  // "My name is …, 519…".
  String.raw`\b(?:my name is|name's|je m'appelle|mon nom est|i'm called)(?: [a-z'-]+){1,4}[\s,:(-]*$`,
  String.raw`\b(?:i'?m|i am|im) (?:writing|texting|messaging|calling)(?: you)? (?:from|on)${END}`,
  String.raw`\b(?:j'(?:ecris|appelle|envoie)|je (?:texte|vous texte|vous ecris))(?: ca)? du${END}`,
  // "texted me at", "m'ont appele sur mon cell au".
  String.raw`\b(?:called|phoned|rang|texted|calling|reached|texts?|calls?)(?: (?:me|us|my [a-z]+(?: [a-z]+)?|our [a-z]+))(?: (?:at|on|@))[\s:(-]*$`,
  String.raw`\b(?:m'a|m'ont|nous a|nous ont|ont|a) (?:appele|joint|rejoint|texte)s?(?: (?:chez moi|chez nous|moi))? (?:au|sur(?: (?:mon|ma) [a-z]+)?(?: au)?)[\s:(-]*$`,
  String.raw`\b(?:received|got|get|recu|eu|recue)(?: (?:a|the|this|it|un|l'|cet|une|call|appel|l'appel|them|text|robocall|ca)){0,3} (?:at|on|au)[\s:(-]*$`,
  String.raw`\b(?:i am|i'm|im|this is|ici) (?:at|on|[a-z]+ at)[\s:(-]*$`,
  String.raw`^(?:hi|hello|hey|bonjour|allo)?[\s,.]*(?:this is|ici le|ici)[\s:(-]*$`,
]

export const OWN_BEFORE = new RegExp(`(?:${SAYINGS.join('|')})`)

/** "Call us": the message's words as well. */
export const OF_US = /\b(?:us|our|nous|notre)\b/

export const OWN_AFTER =
  /^[\s,]*(?:\(|(?:is|was|are|c'est|c|est|thats|that's|being) )(?:my|mine|me|moi|our|mon|ma|notre|a moi)\b(?! (?:caller|call|display))|^,? if you (?:want|need|would like|'d like|wish)(?: to)? (?:my|me|talk|speak|hear|follow|a statement|proof)\b/
