import { expect, test } from 'vitest'
import { wordFactsOf } from '../../../functions/domain/facts.ts'
import { gistOf } from '../../../functions/domain/scripts/gist.ts'
import { misdirects } from '../../../functions/domain/scripts/misdirects.ts'
import { readLabelled } from '../../labelled/read-labelled.ts'
import { electionWeek } from '../../../rehearsal/election-week.ts'

const isTold = (text: string) => misdirects(text, gistOf(text))

test.each([
  ['They moved my poll because too many people would vote', 'Mon bureau de vote a changé, trop de monde'],
  ['my poll was moved', 'Mon bureau de vote a été déplacé'],
  ['she told me to vote at the arena', "on m'a dit d'aller voter à l'aréna"],
  ['Your new voting location is the rink', 'Votre nouveau bureau est à la patinoire'],
  ['sent us to the wrong town to vote', "m'a envoyé à une école fermée pour voter"],
])('"%s" and "%s" tell of another polling place', (english, french) => {
  expect([isTold(english), isTold(french)]).toEqual([true, true])
})

test('of the labelled retellings of moved polls nearly all are found, and of others few are taken for one', () => {
  const moved = new Set(['moved-power', 'poll-moved-flood', 'poll-moved-turnout', 'poll-merged-staff', 'burst-pipe-hall', 'turnout-harrow-arena', 'boundary-text-pinecrest', 'curling-club-flood']) // prettier-ignore
  const unclear = new Set(['water-main-walkers', 'wildfire-evacuees', 'plant-lunchroom-vote'])
  const rows = readLabelled<'script' | 'text'>('retold-scripts').filter(({ script }) => !unclear.has(script))
  const [right, wrong] = [
    rows.filter(({ script }) => moved.has(script)),
    rows.filter(({ script }) => !moved.has(script)),
  ]
  expect(right.filter(({ text }) => isTold(text)).length / right.length).toBeGreaterThan(0.98)
  expect(wrong.filter(({ text }) => isTold(text)).length / wrong.length).toBeLessThan(0.015)
})

test.each([
  ['Press 1 to vote by phone, you need not go to the arena', 'Faites le 1 pour voter par téléphone'],
  ['vote on Tuesday because of the line-ups', 'on vote un jour plus tard dans ma rue'],
  ['A reminder to vote. The place was right.', "rappelait d'aller voter à l'endroit inscrit sur ma carte"],
  ['rude volunteer woke us at 2 am', 'un bénévole impoli nous a réveillés à 2 h du matin'],
  ['someone called about the election', 'un appel au sujet des élections'],
  ['', ''],
])('"%s" and "%s" do not', (english, french) => {
  expect([isTold(english), isTold(french)]).toEqual([false, false])
})

test('of a rehearsed week everyone who was sent elsewhere is found, and nobody else', () => {
  for (const options of [{ seed: 'one' }, { seed: 'two', isHard: true }, { seed: 'three', isMarked: true }]) {
    const reports = [...electionWeek({ reports: 1_500, ...options })].filter(({ traits }) => !traits.includes('child'))
    const found = reports.filter(({ told: { call } }) => wordFactsOf(call).misdirected === 'yes')
    const truth = reports.filter(({ cells }) => cells.isMisdirected)
    expect(found.map(({ told }) => told.call.message)).toEqual(truth.map(({ told }) => told.call.message))
    expect(truth.length).toBeGreaterThan(500)
  }
})
