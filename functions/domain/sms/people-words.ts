/** Words for people around the reporter, in folded English and French, for expressions. */
export const RELATION =
  '(?:grand|step|great[ -]?grand)?(?:moms?|mums?|mother|dads?|father|parents?|son|daughter|kid)(?:[ -]in[ -]law)?|in[ -]?laws|sister|brother|sis|bro|husband|hubby|wife|partner|spouse|boyfriend|girlfriend|bf|gf|fiancee?|cousin|nephew|niece|aunt|auntie|uncle|gran|granny|grandma|grandpa|nan|nana|nanny|poppy|neighbou?rs?|friend|buddy|bud|pal|mate|roommate|roomie|flatmate|coworker|co-worker|colleague|boss|landlord|tenant|folks|mere|pere|(?:grand-?|belle-?|beau-?|arriere-)(?:mere|pere|soeur|frere|parents)|soeur|frere|fils|fille|mari|femme|epoux|epouse|conjointe?|chum|blonde|copine?|tante|oncle|mononcle|matante|cousine|neveu|voisine?s?|amie?|coloc|colocataire|collegue|patron|patronne|enfant'

/** Animals of the house: what follows is a name. */
export const PET =
  'cat|kitten|kitty|dog|puppy|pup|doggo|hound|budgie|parrot|bird|hamster|rabbit|bunny|horse|goat|cow|hen|ferret|turtle|goldfish|chat|chatte|chaton|chien|chienne|chiot|perroquet|lapin|lapine|cheval|poule|tortue|furet'
