import { PET, RELATION } from './people-words.ts'

/** By which words a place in a text is the reporter's own, or is not. Folded text; each expression looks at a bounded stretch. */

const LINK = String.raw`(?:[\s:,("-]+(?:is|the|of|in|at|near|la|le|les|de|du|des|d'|l'|a|au|aux|en|dans|ds|dns|est|riding|circonscription|comte|downtown|around|here|moi|ici|city|town|ville|north|south|east|west|nord|sud|est|ouest|c'est|federal|federale|name|nom|area|just|outside|out|over|up|down|code|postal|called|district|beautiful|small|rural)){0,5}[\s:,("-]*$`

const IN = '(?:in|from|at|near|by|here in|out in|over in|up in|down in|back in|outside)'
const I_AM = "(?:i'?m|i am|im|we'?re|we are|are|am|both|all|here)"
const DOES_FR =
  'habite|habitons|habitait pas loin|reste|restons|demeure|demeurons|vis|vit|vivons|vote|votons|vient|viens'
const OUR_VOTE = '(?:my|our|his|her) (?:vote|home|house|place|residence|apartment|condo|farm|address|polling division)'

const SAYINGS = [
  '(?:my |our |the |federal )?(?:riding|ridings|constituency|electoral district|district)',
  '(?:i|we|she|he|they|who|(?:[a-z]+ )?(?:' +
    RELATION +
    ')) (?:just |only |also |actually |still |always |do )?(?:live|lives|living|reside|resides|vote|votes|am voting|dwell|stay|stays)',
  'live|living|residing',
  "(?:i'?m|i am|im|as) an? (?:[a-z]+ )?(?:resident|voter|elector|citizen|constituent|homeowner|senior|student)",
  `${I_AM} ${IN}`,
  String.raw`(?<!\b(?:said|says|saying|claims|claimed|that|told me) )(?:she|he|they)(?: is| are|'?s|'re) (?:in|from|at|near)`,
  `(?:${I_AM}|(?:she|he|they)(?:'s|s|'re| is| are)|i'?ve been|we'?ve been|been) (?:a )?(?:registered|enrolled|enumerated)(?: to vote| voters?)? (?:in|at|with)`,
  'living in|family in|here in|over here in|registered to vote in|registered (?:voter|elector) (?:in|of|from)',
  `${OUR_VOTE} (?:is|are|being)(?: (?:in|at|near))`,
  '(?:i|we|she|he) (?:will )?(?:cast|casts|cast my|cast our|mark)(?: (?:my|our|a|her|his))? (?:ballot|vote) in',
  "(?:i'?m|im|i am|i'?ll be|ill be|will be|we'?re|we are|she'?s|he'?s|she is|he is) voting in",
  "(?:i'?m|i am|im|we'?re|we are) (?:calling|texting|writing|reporting|messaging) from",
  '(?:but|and i) vote',
  '(?<!\\b(?:nursing|retirement|seniors?|care|funeral|their|his) )home is',
]
const SAYINGS_FR = [
  '(?:ma |notre |la |sa )?circonscription',
  '(?:mon |notre |le )?comte',
  `(?:j'?|qui |on |elle |il |moi |nous |je l'?)(?:${DOES_FR})`,
  `(?:je |j |jy |j'y )(?:${DOES_FR})`,
  "(?:j|j')?(?:h?abite|h?abitons|jabite)|demeure|demeurons|habitant|residant|residons",
  "(?:je suis|j'suis|j'sui|chu|chus|chui|chuis|jsuis|jsui|jss|jsu|suis|sommes|moi c'est|on est|nous sommes|elle est|il est) (?:inscrite?s? )?(?:a|de|dans|ds|du|en|au|sur|d')",
  '(?:je suis|chu|chui|jsuis|suis) (?:une? )?(?:electeur|electrice|residente?|citoyenn?e?|votante?)',
  '(?:inscrite?s?) (?:(?:sur la liste|pour voter) )?(?:a|dans|ds|en|au)',
  "(?:j'appelle|j'ecris|je vous (?:ecris|texte|appelle)) (?:de|depuis)",
  "d'ici|ici a|ici",
]

/** Whose riding or home is told. */
export const MINE_BEFORE = new RegExp(String.raw`(?:\b(?:${SAYINGS.join('|')})|\b(?:${SAYINGS_FR.join('|')}))${LINK}`)
/** Where somebody near them is: theirs as well, unless they say where they are themselves. */
export const THEIRS_BEFORE = new RegExp(
  String.raw`\b(?:${[
    `(?:${RELATION})(?:'s|s| is| are| who is| who's)? (?:in|from|near|out in|over in|up in|down in)`,
    `(?:${RELATION}) (?:a|de|dans|en|au)`,
  ].join('|')})${LINK}`,
)
/** By itself and with nothing behind, what the reporter does: "Voting in Guelph." */
export const VOTING_BEFORE =
  /(?:^|[.;!?,\n(-]\s*)(?:voting|registered|voter|inscrite?|electeur|electrice|resident|residente) (?:in|at|from|a|dans|en|de|d')\s*$/
export const MINE_AFTER =
  /^[\s,)(]*(?:riding|ridings|constituency|federal riding|electoral district|area here|here\b|ici\b|circonscription|comte)/
/** "we are Guelph voters", "Guelph resident here"; "Guelph voters" by themselves are whom a message addresses. */
const RESIDENT_BEFORE =
  /\b(?:i'?m|im|i am|we'?re|we are|as|both|all|fellow)(?: (?:an?|two|both|all|retired|proud|long ?time|elderly))*\s*$/
const RESIDENT_AFTER = /^ (?:voters?|residents?|electors?|constituents?|citizens?|homeowners?)\b/
const RESIDENT_HERE = /^ (?:voter|resident|elector|constituent)(?: here| ici|\s*[,.;!]|\s*$)/

export function isResidents(before: string, after: string): boolean {
  return (
    (RESIDENT_AFTER.test(after) && RESIDENT_BEFORE.test(before)) ||
    (RESIDENT_HERE.test(after) && /(?:^|[.,;!?\n]\s*|(?:hi|hello) )$/.test(before))
  )
}

/** "in Guelph", "à Guelph": a place, and no other word that looks like one. */
export const IN_BEFORE = /\b(?:in|from|near|around|at|a|de|du|dans|pres de|en|sur)[\s("]+(?:the |la |le |les |l'|d')?$/

/** A place where the call sent the voter, where it came from, or where somebody else is. */
export const NOT_MINE_BEFORE = new RegExp(
  String.raw`(?:(?:(?<!\b(?:i|we|she|he|they|je|on|who|qui) )\b(?:vote|voter|voting)|\b(?:go|going|drive|moved|relocated|changed|sent|move|head|station|poll|polls|place|located|office|offices|campaign|electors?|voters?|residents?|electeurs?|citoyens|gens|monde|folks|people|officer|company|number|area code|code|candidate|volunteer|volunteering|work|worked|works|working|was|were|been|visiting|through|driving|grew up|born|used to live|lived|mp|member|premier|mayor|maire|mairesse|ville|address|lieu|deplace|demenage|deplacee?|transfere|transfert|change|aller|allez|rendre|rendez|envoye|envoyee?|candidate?|candidats?|depute|deputee|benevole|travaille|travaillais|etais|etait|bureau|bureau de (?:vote|scrutin)|numero|indicatif)(?: (?:is|are|was|were|now|me|us|them|him|her|over|up|back|all|today|voters|for|from|est|maintenant|dans|d'un|nous|vous|un|une|the|le|la|du|de|au|campaign|office|vote|voter))*)[\s:,]+(?:in|to|at|for|from|of|near|with the|with|the|by|a|au|aux|en|dans|de|du|pour|vers|sur|la|le|d'|l')+(?: (?:the|la|le|les|l'|d'|downtown))?[\s"]*$|\b(?:with|avec|for|pour|at|to|chez|vers) (?:the|la|le|l')\s*$|\b(?:calls?|called|calling|robocalls?|caller|texts?|texted|message|appels?|appele|appelle|appelait|appelaient|vient|venait)(?: (?:me|us|is|was|came|est|nous))? (?:from|to|by|of|for|de|du|d'|des)\s+$|\b(?:to|toward|towards|via|like|than|pour|university of|universite de)\s+$|(?<!\b(?:this|riding|house|home|circonscription|comte|maison|c') ?)\b(?:is|are|was|were|est|sont|located|based|situee?) (?:in|a|dans)\s+$|\b(?:conservatives?|liberals?|ndp|greens?|party|headquarters|hq|association|conservateurs|liberaux|npd|parti) (?:in|of|for|from|a|de|du|dans)\s+$|\b(?:somebody|someone|guy|man|woman|lady|dude|gars|dame|monsieur|quelqu'un) (?:in|from|de|a) $|\b(?:visiting|visitant|visite|toured?|vers|instead of|au lieu de|rather than|plutot que)\s*$)`,
)

export const NEGATED_BEFORE =
  /\b(?:not|never|isn'?t|aint|don'?t live|dont live|doesn'?t live|nowhere near|no longer|used to (?:be|live|vote|reside)|used to|lived|previously|formerly|habitais|pas|jamais|ni|non|n'habite (?:pas|plus)|isnt|than|except)(?: (?:in|from|at|near|even in|even|a|de|dans|au|en|the|in the|live in|my riding))?[\s,"]*$/

export const PERSON_BEFORE =
  /\b(?:mr|mrs|ms|miss|mme|monsieur|madame|mlle|aunt|auntie|uncle|named|name is|name was|name|cousin|dear|sgt|officer|constable|tante|oncle|nommee?|appelle|s'appelait|prenom|my name is|grandma|grandpa|nana|friend|amie|sister|soeur|judge|doctor|dr|is|this is|it'?s)\.?\s+$/

/** "my cat": a name follows. */
export const NAMED_BEFORE = new RegExp(String.raw`\b(?:${PET})(?: (?:named?|called|is|nommee?|s'appelle))?,?\s+$`)
/** "my son": a name may follow. */
export const RELATED_BEFORE = new RegExp(
  String.raw`\b(?:my|our|mon|ma|notre|mes|his|her) (?:[a-z]+ )?(?:${RELATION}),?\s+$`,
)

/** A street, a building, a person or a party is named after a place. */
export const BUILDING_AFTER =
  /^[\s'-]{1,3}(?:s )?(?:street|streets|st|str|rd|road|ave|avenue|av|blvd|boul|boulevard|dr|drive|cres|crescent|lane|ln|court|crt|way|hwy|highway|line|parkway|pkwy|square|plaza|mall|centre|center|arena|auditorium|school|high|church|hall|library|college|university|univ|campus|hospital|legion|hotel|inn|community|rec|recreation|memorial|public|secondary|elementary|collegiate|ps|ss|hs|gym|ymca|city hall|town hall|civic|curling|campaign|office|offices|polling|voting|election|elections|voters|mp|mpp|candidate|liberals?|conservatives?|tor(?:y|ies)|ndp|greens?|club|place|station|terrace|retriever|dog|sun|star|free press|police|airport|transit|bus|raceway|mercury|paper|news|radio|returning|association|u|fire ?hall|united|baptist|catholic|lions|kinsmen|elks|masonic|seniors?|secondaire|ecole|hotel de ville)(?![\p{L}\p{N}])/u

/** "a Guelph number" is where a call seemed to come from. */
export const CALLS_AFTER =
  /^[\s-]{1,3}(?:area code|area ?codes?|based|numbers?|exchange|call ?cent(?:re|er)|call|caller)\b/
/** The same without a word before: "Vancouver number". */
export const NUMBER_AFTER =
  /^ (?:(?:area ?codes?|exchange|based)\b|(?:phone |cell |local |landline )?numbers?\b(?! (?:is|was|were|:|=)|[:=#]))/
export const CALLS_BEFORE = /\b(?:an?|some|the|this|that|from|un|le|du)\s+(?:local )?$/

/** A number of a house, a street or a building is named before a place. */
export const BUILDING_BEFORE =
  /(?:\b(?:cbc|ctv|radio-canada|corner of|intersection of|coin(?: de)?|angle(?: de)?|rue|boul|boulevard|av|avenue|ave|chemin|ch|rang|route|rte|ecole|ecole secondaire|ecole primaire|polyvalente|eglise|centre|salle|arena|place|parc|pont|hotel|cegep|college|universite|university of|gymnase|aeroport|gare|station|mall|galeries|centre communautaire|bibliotheque|complexe|residence|legion|carrefour|st|saint|fort|port|mount|north|south|east|west|new|old|upper|lower|point|lake|cape|grand|mont|lac|vieux|sainte)(?: (?:de|du|des|de la|la|le|d'|l'|saint|st|sainte|communautaire|municipale?|sportif))*|(?<![\d-])\d{1,5}(?:,)?(?: (?:rue|old|n|s|e|w|north|south))?)[\s.,'-]+$/

/** Words of an address in the same sentence: what follows is where that is. */
export const ADDRESS_BEFORE =
  /\b(?:street|st|rd|road|ave|avenue|av|blvd|boul|boulevard|dr|drive|cres|crescent|mall|centre|center|arena|school|church|hall|library|legion|auditorium|rue|chemin|ecole|eglise|salle|hwy|highway|plaza|sheraton|hotel|gym|building|(?:nursing|retirement|seniors?) home|lodge|club|clubhouse|rink|stadium|stade|mosque|mosquee|temple|synagogue|residence|chsld|manoir|foyer|apartments?|towers?|edifice|communautaire)\b[^.!?;\n¤]{0,30}$/

/** Words of every day that are also names of ridings or parts of one: without a word that tells of a place they are none. */
export const EVERYDAY = new Set(
  `
delta labrador victoria kings king avalon central centre nova random oxford cambridge windsor wellington nelson hamilton milton lincoln churchill london
simcoe brock essex perth durham peel york hull compton drummond laurier papineau mercier bourassa richmond hope mission progress
liberty peace beaches beach spring park parkland foothills crown wild rose bow valley harbour shore sound sea sky pearl pleasant trinity
don green willow lawrence alfred george georges john johns paul pauls marc louis jean pierre marie charles hubert jacques denis vincent leonard
laurent anne thomas james henri edward albert charlotte elizabeth margaret margarets mary catharines bruce grey kent fraser douglas thompson
jones cardigan ajax pontiac davenport russell prescott vanier wolf rainy golden ears high forks forest mills erin
heights rouge newton surrey saint sainte notre dame grace honore jeanne monk nickel belt sunshine coast gulf islands island capital battle
university warner preston acton alma aurora bedford brandon clarke cumberland elgin elmwood fleetwood gore langford leeds melville norfolk
paradise portage selkirk seymour vernon weston columbia hastings dundas emard bagot boucher lakeshore lakeland springwater thunder quebec humber
springdale riverview south north east west nouveau nouvelle centre-ville carlton heritage gateway signal nose manning
swan lake river rivers bay fort port mountain northern southern western eastern grand falls black rock white city crossing
`
    .trim()
    .split(/\s+/),
)

/** Parts of names that nobody means a place by. */
export const NEVER_ALONE = new Set(
  `
peace hope progress liberty sea sky wild golden beach beaches park spring capital white black forest high pearl don green trinity grace battle
crossing falls rock royal bays bow canyon coast cold cole collines confederation constant country cove creek current deer eagle east western
eastern northern edward fjord gateway george grand grande greenfield haut haute heritage interior james jardins jaw john juan lawn long loup maple
meadows medicine mill mille mills moose nation nations nickel nose nouveau nouvelle range ridge ridges rocky rose signal six sources southeast
southwest spruce stoney swift sunshine superior territories territoires terra thousand trois petite petit verte vital wolf owen parry pays
alfred albert charles leonard laurent lambert jean jeanne john johns louis marc marie maurice michel paul pauls pierre thomas therese hubert honore
arctic british colombie columbia newfoundland brunswick saskatchewan nb bc university elizabeth victoria's rainy pine point pointer stone
`
    .trim()
    .split(/\s+/),
)

/** "I live on Windsor Street in": the town of the reporter's own address. */
export const HOME_BEFORE =
  /\b(?:i live|we live|i reside|my address|our address|i'?m at|we'?re at|i am at|j'habite|je reste|je demeure|mon adresse|notre adresse)\b(?:(?!\b(?:but|and|not|never|pas|plus|vot|poll|told|sent|said|mais|et|bureau)\w*)[^.!?;\n¤]){0,50}(?:,|\b(?:in|a|dans|de)) $/

/** "moved last year from" */
export const MOVED_BEFORE = /\b(?:moved|moving|demenage|relocated)\b[^.!?;\n¤]{0,30} (?:from|de|d'|to|a) ?$/
/** "Brant is my son's name" */
export const NAME_AFTER = new RegExp(
  `^,? (?:is|was|est|c'est) (?:my|our|his|her|mon|ma|notre) (?:[a-z]+ )?(?:${PET}|${RELATION})`,
)

/** A province behind a place. */
export const PROVINCE_AFTER =
  /^,? ?\(?(?:ontario|ont|on|quebec|que|qc|pq|manitoba|man|mb|saskatchewan|sask|sk|alberta|alta|ab|british columbia|bc|b\.c\.|nova scotia|ns|n\.s\.|new brunswick|nb|n\.b\.|nouveau-brunswick|nouvelle-ecosse|newfoundland|nfld|nl|pei|p\.e\.i\.|yukon|nunavut|nwt)\)?(?![\p{L}\p{N}])/u
