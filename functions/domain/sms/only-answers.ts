/** Words around an answer that tell nothing. */
const FILLER = new Set(
  `
it was is the a an my number num no nbr caller id callerid phone call display from at on in around about abt approx approximately roughly like near i im am i'm live in riding of
postal code time came that's thats that this here place town city and the think maybe ok okay yes yeah yep sure hi hello thanks thank you thx ty please
pls sorry oh sometime probably just it's its said says showed shown so um well for vote
ce c c'etait etait c'est est le la les de du des un une mon ma numero au a vers environ autour alentours pres peu genre dans j'habite habite je suis demeure reste circonscription comte code
postal heure oui ok bonjour allo salut merci svp appel l'appel afficheur sur mon en et moi pense crois peut etre peut-etre d l j ici il ca alentours
ontario ont qc quebec bc ns nb pei nl mb sk ab alberta manitoba canada am pm early late
`
    .trim()
    .split(/\s+/)
    .flatMap((word) => word.split("'")),
)

const POSTAL = /(?<![\p{L}\p{N}])[a-z]\d[a-z](?:[ -]?\d[a-z]\d)?(?![\p{L}\p{N}])/gu

/** Whether nothing is left of a folded text without its answers but filler. */
export function isFiller(rest: string): boolean {
  const words = rest.replace(POSTAL, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => FILLER.has(word))
}
