import { describe, expect, test } from 'vitest'
import { read, values } from './reading.ts'

test.each(['we were called on 2/5 at 10', 'called 4/5 about 9'])(
  'an hour of a day that nobody can tell is no hour of today: %s',
  (text) => {
    expect(read(text).receivedAt).toBeUndefined()
  },
)

describe('when the call came', () => {
  test.each([
    ['at 10:15 this morning', '2011-05-02T10:15'],
    ['about 10 this morning', '2011-05-02T10'],
    ['around 10', '2011-05-02T10'],
    ['945am', '2011-05-02T09:45'],
    ['0940 hrs', '2011-05-02T09:40'],
    ['noon today', '2011-05-02T12'],
    ['20 minutes ago', '2011-05-02T14:00'],
    ['an hour ago', '2011-05-02T13'],
    ['il y a une demi-heure', '2011-05-02T13:50'],
    ['last night at 7:30', '2011-05-01T19:30'],
    ['hier soir vers 22h', '2011-05-01T22'],
    ['avant-hier', '2011-04-30'],
    ['quatre heures et quart hier après-midi', '2011-05-01T16:15'],
    ['10h moins quart', '2011-05-02T09:45'],
    ['April 29 around 7 pm', '2011-04-29T19'],
    ['le 1er mai', '2011-05-01'],
    ['samedi le 30 avril à 14h', '2011-04-30T14'],
    ['25/4/2011', '2011-04-25'],
    ['2011-05-02T10:15', '2011-05-02T10:15'],
    ['sometime in April', '2011-04'],
    ['last Thursday', '2011-04-28'],
    ['Sat 2pm', '2011-04-30T14'],
    ['fri, Guelph', '2011-04-29'],
    ['got it thu, Guelph', '2011-04-28'],
    ['ven 18h30', '2011-04-29T18:30'],
    ['vendredi le 29 à 13h15', '2011-04-29T13:15'],
    ['Friday the 29th', '2011-04-29'],
    ['30-Apr-2011', '2011-04-30'],
    ['½ hr ago', '2011-05-02T13:50'],
    ['1/2 h ago', '2011-05-02T13:50'],
    ['hour ago', '2011-05-02T13'],
    ['round 11 i think', '2011-05-02T11'],
    ['just after 10am', '2011-05-02T10'],
    ['10 past 11 am', '2011-05-02T11:10'],
    ['9 30 this morning', '2011-05-02T09:30'],
    ['à matin vers 9h', '2011-05-02T09'],
    ['hier à soir 19h', '2011-05-01T19'],
    ['From 604-555-0177 - 11:02 AM - Your poll is closed', '2011-05-02T11:02'],
    ['Yesterday my husband answered a call at 3pm', '2011-05-01T15'],
  ])('%s: %s', (text, receivedAt) => {
    expect(values(text)).toMatchObject({ receivedAt })
  })

  test('an hour that is to come today is yesterday’s where the text answers when, and else of no known day', () => {
    expect(read('appel du 450 555 0146 à 22h').receivedAt).toBeUndefined()
    expect(values('vers 22h', { asked: 'time' }).receivedAt).toBe('2011-05-01T22')
  })

  test('an hour that may be of the morning or of the evening says the day alone, or nothing', () => {
    expect(values('yesterday around 7').receivedAt).toBe('2011-05-01')
    expect(values('yesterday around 5 or 6ish').receivedAt).toBe('2011-05-01')
    expect(read('i think around 5', { now: new Date('2011-05-02T22:45:00Z') }).receivedAt).toBeUndefined()
  })

  test('an hour of the night is not when a call came, where the other is to come', () => {
    expect(read('call at ten to three').receivedAt).toBeUndefined()
  })

  test('a date that can be read in two ways is not read; one of which only one reading is past is', () => {
    expect(read('2/5/2011', { now: new Date('2011-05-05T15:00:00Z') }).receivedAt).toBeUndefined()
    expect(values('12/10/2019', { now: new Date('2019-10-23T13:15:00Z') }).receivedAt).toBe('2019-10-12')
  })

  test.each([
    'polls open 9am to 9pm on May 2',
    'They told me I must vote before 5pm',
    '«les bureaux ferment à 18h aujourd’hui»',
    'voice mail says dont vote monday, vote tuesday',
    'I was going to vote at 4pm after work but got a call',
    'FW: Register before 9pm tonight or lose your vote',
    'I’ve voted at the same church for 20 years, waited 40 minutes on hold',
    'every day at 6pm',
    'the other day',
    'on me dit que mon bureau ferme à 16h',
    'moved to May 3',
    'vote 2moro not 2day',
    'my appointment is at 1pm',
    'votre heure de vote assignée est 8h45 à 9h15 le 20 avril',
    'thanks, Sam',
    'à soir',
  ])('%s: that is no time of a call', (text) => {
    expect(read(text).receivedAt).toBeUndefined()
  })

  test('the day is that of the sender’s clock', () => {
    const late = { now: new Date('2011-05-03T02:15:00Z'), zone: 'America/Edmonton' }
    expect(values('this evening', late).receivedAt).toBe('2011-05-02')
  })

  // Told on the evening of Thursday, 26 November.
  const toldLater = { now: new Date('2026-11-27T04:00:00Z'), order: '2023' } as const
  test.each([
    [
      'wait at Centennial School gym at 2. No van ever came. on Tuesday at 1:46pm. I vote in London West',
      '2026-11-24T13:46',
    ],
    ['attendre à la salle à 2h. le 18 novembre à 14h58. Je vote dans Gatineau', '2026-11-18T14:58'],
    ['polls close at 5pm because no staff. I work till 6! nov 19 approx 6pm', '2026-11-19T18'],
    ['the polling stations shut early at 5. on Sunday at 6:15pm', '2026-11-22T18:15'],
    ['les bureaux ferment à 17h. Je finis à 18h! le 24 novembre vers 18h15', '2026-11-24T18:15'],
    ['told my mother to vote Wednesday instead of Monday. nov 24 approx 3:30pm', '2026-11-24T15:30'],
    ['Un robot a dit de voter mercredi au lieu de lundi. le 24 novembre vers 12h55', '2026-11-24T12:55'],
    ['the local candidate stepped down yesterday. It was on Nov 22 at 7:01 pm', '2026-11-22T19:01'],
    ['la candidate s’est désistée hier. C’était le 21 novembre environ 13 h', '2026-11-21T13'],
    ['Please do not come to the polls on Monday. on Monday around 11am. Number was (403) 555-0172', '2026-11-23T11'],
    ['dont go Monday. Nov 20 at 1:05pm', '2026-11-20T13:05'],
    ['mauvaise heure de fermeture, 5h de l’après-midi. le 21 novembre', '2026-11-21'],
    ['the call came on Tuesday at 1:46pm, said come Wednesday at 5pm instead', '2026-11-24T13:46'],
  ])('is said by a day with an hour, over those of the story: %s: %s', (text, receivedAt) => {
    expect(values(text, toldLater)).toMatchObject({ receivedAt })
  })

  test.each([
    'the polls close at 5',
    'they say it shuts at 4 pm',
    'wrong closing time, 5 in the afternoon',
    'ends early, at 4 pm',
    'le vote finit plus tôt, à 16h',
    'wait at the gym at 9 they said',
    'voter mercredi au lieu de lundi',
    'I should vote on Wednesday and not on Monday',
    'come Wednesday because of the storm',
    'the local candidate stepped down yesterday',
    'la candidate s’est désistée hier',
    'my poll moved yesterday, they say',
    'le jour du scrutin est repoussé à mercredi',
    'mon vote est déjà enregistré, le vendredi',
    'the vote has been postponed to Wednesday. said nobody will be there on Monday',
    'le jour du scrutin est reporté à mercredi. il n’y aurait personne lundi',
  ])('and not by those of the story alone: %s', (text) => {
    expect(read(text, toldLater).receivedAt).toBeUndefined()
  })

  test('two calls on two days are not one time, and an hour said of the call is not passed over', () => {
    expect(read('they called Tuesday at 1pm and Wednesday at 2pm', toldLater).receivedAt).toBeUndefined()
    expect(values('come to the hall today at 5 pm. I got this at 1:46 pm', toldLater).receivedAt).toBe('2026-11-26')
  })

  test.each(['nov 25 approx 10 am', 'le 24 novembre autour de 15 h', 'à peu près vers 10h hier'])(
    '%s: a time and nothing else',
    (text) => {
      expect(read(text, toldLater).isOnlyAnswers).toBe(true)
    },
  )

  test('two calls at two times are not one time', () => {
    expect(values('he called at 10:15am and again at 11:20am today').receivedAt).toBe('2011-05-02')
  })
})
