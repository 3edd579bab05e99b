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
])('a message is %s in either language', (slug, english, french) => {
  expect([gistOf(english), gistOf(french)]).toEqual([slug, slug])
})

test.each([
  ['my poll was moved', 'no reason is told'],
  ['Mon bureau de vote a été déplacé', 'no reason is told'],
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
  'Your power will be disconnected in 30 minutes for non-payment, press 1 to pay.',
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
