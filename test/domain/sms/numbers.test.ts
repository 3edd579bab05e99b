import { describe, expect, test } from 'vitest'
import { normaliseCallerId } from '../../../functions/domain/caller-id.ts'
import { read, values } from './reading.ts'

describe('whose number it is', () => {
  test.each([
    ['Call from 450-555-0146', '450-555-0146'],
    ['j’ai été appelé par le 438 555 0106', '438 555 0106'],
    ['450-555-0146 just told me my poll moved', '450-555-0146'],
    ['the one on my phone ((506) 555-0172)', '(506) 555-0172'],
    ['do you guys use 226 555 0149?', '226 555 0149'],
    ['450-555-0146 called me, I called it back and its not in service', '450-555-0146'],
    ['not from 450-555-0146 but from 450-555-0147', '450-555-0147'],
    ['it was 416-555-0187 ext 204', '416-555-0187 ext 204'],
    [
      'the number was four five zero five five five zero one four six',
      'four five zero five five five zero one four six',
    ],
    ['the # was 45O-555-O146', '45O-555-O146'],
    ['from +44 20 7946 0123', '+44 20 7946 0123'],
  ])('%s: the caller’s is %s', (text, callerId) => {
    expect(values(text)).toMatchObject({ callerId })
    expect(normaliseCallerId(callerId).kind).toBe('number')
  })

  test.each([
    'my number is 604-555-0111',
    'you can reach me at 647-555-0133 if you want details',
    'Rappelez-moi au 450 555 0127 svp',
    'j’ai reçu l’appel au 450-555-0133',
    '613-555-0144 is my number',
    'my sister (204-555-0166) got the same call',
    'I called Elections Canada 1-800-555-0168 and they say my poll didn’t move',
    'file no. 4505550146 from the RCMP',
    'see https://calls.example/4505550146',
    'someone at 555-0146',
    '613-555-01xx is all i could see',
  ])('%s: nobody is said to have called from there', (text) => {
    expect(read(text).callerId).toBeUndefined()
  })

  test.each([
    ['He left a number to call back, (506) 555-0127', '(506) 555-0127'],
    ['Votre carte est invalide. Appelez-nous au 514-555-0140 avant 20h ce soir', '514-555-0140'],
    ['Your poll has moved to Old Mill Rd. Questions? Call 1-800-555-0199', '1-800-555-0199'],
    ['told to ring 1-866-555-0137 to find out', '1-866-555-0137'],
  ])('%s: %s is to be called', (text, callbackNumber) => {
    expect(values(text)).toMatchObject({ callbackNumber })
    expect(read(text).callerId).toBeUndefined()
  })

  test('a caller, a number to call and the reporter’s own are kept apart', () => {
    expect(values('450-555-0146 called my cell 519-555-0178, said to call 1-800-555-0199')).toMatchObject({
      callerId: '450-555-0146',
      callbackNumber: '1-800-555-0199',
    })
  })

  test('five or six digits are a sender only where a text message came from them', () => {
    expect(values('got a msg from short code 24365').callerId).toBe('24365')
    expect(values('texto du 33777 : «Votez demain»').callerId).toBe('33777')
    expect(values('they say 33777 people were called')).toEqual({})
  })

  test.each(['It was a private number', 'no caller id', 'display said BLOCKED', 'c’était un numéro masqué', 'privé'])(
    '%s: the number was withheld',
    (text) => {
      expect(normaliseCallerId(values(text).callerId ?? '').kind).toBe('withheld')
    },
  )

  test.each(['call display said Unknown Caller', 'numéro inconnu', 'l’afficheur disait INCONNU'])(
    '%s: there was none to show',
    (text) => {
      expect(normaliseCallerId(values(text).callerId ?? '').kind).toBe('unavailable')
    },
  )

  test.each([
    'Please keep my info private. I blocked the number already',
    'an unknown woman came to my door',
    'I dont have caller id on it',
    'didn’t catch the number',
    'j’ai pas d’afficheur',
  ])('%s: nothing is said of what was shown', (text) => {
    expect(read(text).callerId).toBeUndefined()
  })
})
