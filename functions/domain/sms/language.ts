const ENGLISH = wordSet(`
the my was from call called calling said got number polling station at in this morning last night and they it i im me is to that of phone about around
yesterday today tonight a an your has moved says text poll message got received live riding been please have who what told voicemail hi hello thanks
someone people voting recorded robo robocall changed ago just private unknown blocked caller id name woman man you am pm
`)
const FRENCH = wordSet(`
le la les mon ma mes etait est de du des un une appel appele recu numero bureau vote voter dit disant vers hier soir matin je j ai ils il elle qui que quoi
au aux dans ce cet cette votre vous et pour sur a ete c d l m n s qu j habite circonscription avec pas prive inconnu masque afficheur message texto
demenage deplace bonjour allo merci aujourd hui midi heures lundi mardi mercredi jeudi vendredi samedi dimanche enregistre robot moi chez nous avant
mai avril comte reste suis disait disaient quelqu appelle rappeler svp changement changer endroit ici
`)
const BOTH = new Set([
  'a',
  'message',
  'vote',
  'robot',
  'd',
  'l',
  'm',
  's',
  'n',
  'on',
  'pm',
  'am',
  'elections',
  'canada',
])

function wordSet(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}

/** The language that more words of a folded text are of; undefined when neither. */
export function languageOf(plain: string): 'en' | 'fr' | undefined {
  let [english, french] = [0, 0]
  for (const [word] of plain.matchAll(/(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu)) {
    if (BOTH.has(word)) continue
    if (ENGLISH.has(word)) english += 1
    if (FRENCH.has(word)) french += 1
  }
  if (/\b\d{1,2} ?h(?: ?\d\d)?\b/.test(plain)) french += 1
  return english === french ? undefined : english > french ? 'en' : 'fr'
}
