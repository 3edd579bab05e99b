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

  test('two calls at two times are not one time', () => {
    expect(values('he called at 10:15am and again at 11:20am today').receivedAt).toBe('2011-05-02')
  })
})
