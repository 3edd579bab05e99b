/** Words of English and French that hold sentences together and say nothing, without accents. */
export const FUNCTION_WORDS = new Set(
  `
a about after all also am an and any are as at be because been before being but by can could did do does doing done for from get go got had has have
having he her here him his how i if in into is it its just like may me might more most my no not of on or our out own s she should so some such t than
that the their them then there these they this those to too up us very was we were what when where which while who whom why will with would yes you your
ai as au aux avait avant avec avez avoir c ca car ce ceci cela ces cet cette comme d dans de des donc du elle elles en encore est et etaient etait ete
etes etre eu fait fois il ils j je l la le les leur leurs lui m ma mais me mes meme moi mon n ne ni non nos notre nous on ont ou oui par pas plus pour
qu quand que quel quelle qui s sa sans se ses si son sont sur t ta te tes toi ton tous tout toute toutes tres tu un une vos votre vous y
`
    .trim()
    .split(/\s+/),
)
