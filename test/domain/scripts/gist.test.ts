import { describe, expect, test } from 'vitest'
import { gistOf } from '../../../functions/domain/scripts/gist.ts'

test.each([
  [
    'poll-moved-turnout',
    'They moved my poll because too many people would vote',
    'Mon bureau de vote a changé, trop de monde',
  ],
  ['poll-moved-flood', 'the gym is flooded, vote at the rink', 'Le bureau de vote est inondé, allez voter à l’aréna'],
  [
    'poll-moved-power',
    'power outage at the school so my poll was moved',
    'Panne de courant, mon bureau de vote est déplacé',
  ],
  ['poll-closes-early', 'said the polls close at 5 pm this year', 'les bureaux de vote ferment à 17 h cette année'],
  ['vote-by-text', 'you can vote by text message', 'on peut voter par texto'],
  ['vote-by-phone', 'vote by phone, press 1 for her', 'voter par téléphone, faites le 1 pour elle'],
  ['candidate-withdrawn', 'our candidate dropped out', 'la candidate s’est désistée'],
  ['vote-online', 'a link to vote online', 'un lien pour voter en ligne'],
  ['vote-postponed-weather', 'election postponed to Thursday, snow storm', 'élection remise à jeudi, tempête de neige'],
  ['already-voted', "they said I'd already voted", "on m'a dit que j'avais déjà voté"],
  ['fine-not-voting', 'a $200 fine if you do not vote', 'une amende de 200 $ pour ceux qui ne votent pas'],
  ['fine-unregistered', 'a fine if I vote without being registered', 'une amende si je vote sans être inscrite'],
  ['debt-cannot-vote', "can't vote because of unpaid taxes", 'pas le droit de voter avec une dette d’impôt'],
  ['late-night-rude', 'rude volunteer woke us at 2 am', 'un bénévole impoli nous a réveillés à 2 h du matin'],
])('a message is %s in either language', (slug, english, french) => {
  expect([gistOf(english), gistOf(french)]).toEqual([slug, slug])
})

test.each([
  ['vote at the arena, the hall has no power', 'vote at the arena, the hall is flooded'],
  ['vote by text', 'vote by phone'],
  ['candidate died', 'candidate withdrew'],
  ['fined for not voting', 'fined for voting unregistered'],
  ['my mail-in ballot was rejected', 'everyone has to vote by mail'],
  ['election postponed a week, hackers', 'election postponed a week, storm'],
])('"%s" and "%s" are two messages', (one, other) => {
  const gists = [gistOf(one), gistOf(other)]
  expect(gists).not.toContain(undefined)
  expect(new Set(gists).size).toBe(2)
})

test.each([
  ['my poll was moved', 'no reason is told'],
  ['Mon bureau de vote a été déplacé', 'no reason is told'],
  ['either fire or power outage, my poll was moved', 'two reasons are told'],
  ['someone called about the election', 'nothing is claimed'],
  ['', 'nothing is said'],
])('"%s" has no gist: %s', (text) => {
  expect(gistOf(text)).toBeUndefined()
})

test.each([
  'Your Amazon order of $499 was placed. To cancel it, press 1.',
  'We just suspended your social security number because we found suspicious activity, press 1.',
  "We've been trying to reach you about your car's extended warranty, which has expired.",
  'Your student loan qualifies for forgiveness, please call back before the deadline.',
  'After the election, the government suspended student loan payments until the end of the year.',
  'Your power will be disconnected in 30 minutes for non-payment, press 1 to pay.',
  'Congratulations! You won a cruise. Press 1 to claim your prize.',
  'You owe taxes. Pay with gift cards or the police will come.',
  'Votre NAS a été suspendu, appelez tout de suite.',
  'Ici la Banque. Votre carte a été suspendue, faites le 1.',
])('a call that is not about an election has no gist: %s', (text) => {
  expect(gistOf(text)).toBeUndefined()
})

describe('a long text', () => {
  test.each(['no vote pas not ', 'plus moins ', '1 ', 'vote by phone or text, poll closed '])(
    'of "%s" is read in little time',
    (part) => {
      const text = part.repeat(5000 / part.length)
      gistOf(text)
      const start = performance.now()
      for (let i = 0; i < 10; i += 1) gistOf(text)
      expect((performance.now() - start) / 10).toBeLessThan(20)
    },
  )
})
