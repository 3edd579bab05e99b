import { describe, expect, test } from 'vitest'
import { resolveRiding } from '../../../functions/domain/ridings/resolve-riding.ts'
import { ridingById } from '../../../functions/domain/ridings/riding.ts'
import { read, values } from './reading.ts'

function ridingIn(text: string): string | undefined {
  const { id, candidates, province } = resolveRiding(values(text).riding ?? '', { order: '2003' })
  return id ? ridingById(id)!.name.en : candidates.length > 0 ? 'several' : province
}

describe('the reporter’s riding', () => {
  test.each([
    ['my poll moved to Old Mill rd, I’m in guelph N1G', 'Guelph'],
    ['THESE CROOKS CALLED ME AGAIN NUMBER 905 555 0177 OAKVILLE DO SOMETHING', 'Oakville'],
    ['je vote dans Rosemont—La Petite-Patrie', 'Rosemont—La Petite-Patrie'],
    ['circonscription d’Ahuntsic', 'Ahuntsic'],
    ['live in ottowa centre', 'Ottawa Centre'],
    ['450-555-0146 Geulph 10am', 'Guelph'],
    ['jreste a trois riviere', 'Trois-Rivières'],
    ['riding 35027', 'Guelph'],
    ['said to go vote in Cambridge. I’m in Kitchener Centre!!', 'Kitchener Centre'],
    ['not Guelph, Cambridge', 'Cambridge'],
    ['I was in York when the call came, but I vote in Wellington Halton Hills', 'Wellington—Halton Hills'],
    ['Victoria BC', 'Victoria'],
    ['Voting in Guelph', 'Guelph'],
    ['registered to vote in Guelph', 'Guelph'],
    ['we are Guelph voters', 'Guelph'],
    ['Me nan in St. John’s East had a fella on the phone', "St. John's East"],
    ['my parents are in Nickel Belt', 'Nickel Belt'],
    ['told my wife not to vote, she is in oakville', 'Oakville'],
    ['I live on Windsor Street in Guelph', 'Guelph'],
    ['he says he’s in Ottawa. I’m in Guelph', 'Guelph'],
    ['my brother in Halifax says same. I’m in Guelph', 'Guelph'],
    ['moi j’vote dans Outremont', 'Outremont'],
    ['jss ds joliette', 'Joliette'],
    ['Charlotte from "Elections" left a msg. our riding Nickel Belt', 'Nickel Belt'],
    ['im in Toronto', 'several'],
    ['London ontario, yesterday', 'several'],
    ['N1G 2W1', 'ON'],
    ['mon code postal H2J 3K5', 'QC'],
    ['Fergus, N1M 2W3', 'ON'],
  ])('%s: %s', (text, riding) => {
    expect(ridingIn(text)).toBe(riding)
  })

  test.each([
    'they say go to 55 Cambridge Street gym',
    'new poll is at York University they claim',
    'Told me to vote at Durham College, gym B',
    'volunteer for the candidate in Vaughan-Woodbridge called my house',
    'caller said he was with the Nepean campaign office',
    'I’m not in Guelph and never was',
    'my labrador barked the whole time',
    'flying Delta when this guy calls',
    'My aunt Victoria got the call',
    'the new polling place is at 1400 Gordon St, N1L 1C4',
    'is this like the H1N1 hotline?',
    '«Électeurs de Brossard, votre bureau est maintenant à l’école de La Prairie»',
    'call from Oakville',
    'a Toronto number',
    'Vancouver number, 604-555-0187',
    'My cat Nunavut knocked the phone off',
    'my son Nelson picked up',
    'Guelph voters must go to the arena',
    'moved to Barrie last year from Guelph',
    'le bureau est à Joliette maintenant',
    'said my poll is in Cambridge now',
    'it was somebody in Kitchener',
    'the guy from the Oakville Beaver newspaper',
    'between Guelph and Kitchener',
    'at the corner of Sherbrooke and Guy',
    'please tell the party in your office that the vote is just for people',
  ])('%s: no riding of the reporter’s', (text) => {
    expect(read(text).riding).toBeUndefined()
  })
})
