/** What people write in place of a riding or around one, in both languages: none of it is a slip for a name. */
export const COMMON_WORDS = new Set(
  `
a about above across all any area around at away beside between but by city close community county downtown dont either far for from home
house i im inside is it just know live maybe me my name nearby near neighbourhood neighborhood neighbours neighbors never no none not of off
on or other our out outside part province region riding rural same some somewhere street road avenue boulevard suburb sure that the there
think this to town township uptown unknown unsure urban village ward we where which with your polling station voting election elections canada
conservative conservatives liberal liberals green greens bloc party ndp
alentours arrondissement au autour aux avec campagne ce cette chez comte dans de des du en entre environ environs est ici inconnu je la le les
loin ma mais meme mon ne non notre ou par pas pres pour proche quartier que quelque rang region rue sais sans secteur sur un une vers
ville village votre conservateur conservateurs liberaux vert verts bloquiste parti npd bureau vote
`
    .trim()
    .split(/\s+/),
)

/** What half of the names have: by itself none of these is a part that anyone would name a riding by. */
export const GENERIC_WORDS = new Set(
  `
baie bay beach belt cape central cite city colline cote county creek dame falls forest forks fort grove gulf harbour hat heights high hill
hills ile iles island islands jacques lac lake lakes lower meadow mills mont mount mountain mountains new notre oak old park parc peak pierre
plains point pointe pond port prairie prince random rapids red river riviere rock rouge sea shore sky sound southern spring springs swan
township trail upper vale valley view village ville white wood woods
`
    .trim()
    .split(/\s+/),
)
