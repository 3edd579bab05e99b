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
    ['Le numéro qui a appelé: 450 555 0121. Le numéro à rappeler: 450 555 0122.', '450 555 0121'],
    ['613-555-0145 is the number they told me to call. 613-555-0146 is the one that called', '613-555-0146'],
    ['my moms number is 613-555-0186, she got called by 613-555-0122', '613-555-0122'],
    ['mon tel 418-555-0156, le leur 418-555-0157', '418-555-0157'],
    ['I’m writing from 519 555 0108 about a call from 519 555 0109', '519 555 0109'],
    ['recents shows 613-555-0138', '613-555-0138'],
    ['J’ai signalé au 1-800-555-0168 aussi. Le coupable: 418 555 0184', '418 555 0184'],
    ['Le 1 mai 2011 à 12 h 08, +1 514 555 0139 a écrit : votez au 4e étage', '+1 514 555 0139'],
    ['call from 1-800-463-6868', '1-800-463-6868'],
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
    'ring me any time 306 555 0116',
    'best number to reach me is 902-555-0155',
    'le numéro de mon père c’est le 450-555-0118',
    'téléphonez-moi au 506-555-0190, merci',
    'my name is Sheffield, 519 555 0127',
    'the message even gave 18004636868 at the end to sound real',
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
    ['voicemail says to return the call at 905-555-0119', '905-555-0119'],
    ['They left this number on the machine to ring back: 1-866-555-0131', '1-866-555-0131'],
    ['Your registration is incomplete, text YES to 416-555-0180', '416-555-0180'],
    ['I tried the number they gave (519 555 0123)', '519 555 0123'],
    ['>>Your ride to the polls is confirmed. Changes: 289 555 0139<< i never asked', '289 555 0139'],
    ['la madame a donné le 1 855 555 0177 pour les questions', '1 855 555 0177'],
    ['«Besoin d’un transport? 514 555 0128»', '514 555 0128'],
    ['ils veulent que j’appelle au 1-866-555-0128', '1-866-555-0128'],
    ['au besoin appelez-nous: 1-888-555-0154', '1-888-555-0154'],
    ['my registration was cancelled. to fix it phone 8775550108.', '8775550108'],
    ['They want me to get back on the list, phone 877 555 0108', '877 555 0108'],
    ['on peut régler en appelant le 1-877-555-0121. voix automatique', '1-877-555-0121'],
    ['I must cal 866 555-0139 to be put back', '866 555-0139'],
    ['composez le 866-555-0139 pour corriger', '866-555-0139'],
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

  test.each([
    ['Spam text. From ...0168. I vote in London West.', '...0168'],
    ['Call from …0168 this morning', '…0168'],
    ['My poll moved, they say. From xxx-xxx-0192. I vote in Guelph', 'xxx-xxx-0192'],
    ['number was 825-???-0196', '825-???-0196'],
    ['Call from 877-...-1918, a machine', '877-...-1918'],
    ['Numéro affiché 226-555-01??. Je vote dans Gatineau.', '226-555-01??'],
    ['call display said 315-555-????', '315-555-????'],
    ['ça venait du 204 ??? 2102', '204 ??? 2102'],
    ['From 506 area code, last digits 0169. I vote in Avalon', '506 area code, last digits 0169'],
    ['Ça venait du indicatif 514, derniers chiffres 0169', 'indicatif 514, derniers chiffres 0169'],
    ['The number ends in 0174', 'ends in 0174'],
    ['Le numéro finit par 0173. Je vote dans Oshawa', 'finit par 0173'],
    ['Call from 613-555 something', '613-555 something'],
    ['The number something with 33 at the end', 'something with 33 at the end'],
    ['was the number 555-0168?', '555-0168'],
    ['613-555-01xx called me', '613-555-01xx'],
    ['told to call 1-866-555-0137. Number was 613-555-01??', '613-555-01??'],
    ['Call from 418552130. I vote in Guelph', '418552130'],
    ['Appel du (8119) 555-0696. Je vote dans Oshawa', '(8119) 555-0696'],
    ['Number was 58755501774. I vote in Calgary Centre', '58755501774'],
    ['ça venait du 63.555.8673', '63.555.8673'],
    ['call display said (852) 555-0195', '(852) 555-0195'],
    ['call from 902 5555 0185', '902 5555 0185'],
  ])('%s: as much as was seen is kept as it was typed', (text, callerId) => {
    expect(values(text)).toMatchObject({ callerId })
  })

  test.each([
    'the call ended in 20 seconds',
    'I live in the 506 area code',
    'it was 1,000,000 ballots',
    'why?? 2 calls',
    'they said 12345678 people',
    'asked for my social insurance number 123 456 789',
    'my number is 418552130',
  ])('%s: no part of a number', (text) => {
    expect(read(text).callerId).toBeUndefined()
  })

  test.each([
    ['on peut régler en appelant le 1-877-555-0121. Appel du 418 555-0130', '418 555-0130', '1-877-555-0121'],
    ['to fix it phone 866-555-0139. Call from (902) 555-0159', '(902) 555-0159', '866-555-0139'],
    ['Composez le 866 555 0139. Affichage 418 555 0130', '418 555 0130', '866 555 0139'],
  ])('%s: %s called, %s is to be called', (text, callerId, callbackNumber) => {
    expect(values(text)).toMatchObject({ callerId, callbackNumber })
  })

  test.each([
    'I want to report a call 902 555 0123',
    'to report: phone 902 555 0123 called me',
    'got a call from phone 902 555 0123',
  ])('%s: that is no number to call', (text) => {
    expect(values(text)).toMatchObject({ callerId: '902 555 0123' })
    expect(read(text).callbackNumber).toBeUndefined()
  })

  test('five or six digits are a sender only where a text message came from them', () => {
    expect(values('got a msg from short code 24365').callerId).toBe('24365')
    expect(values('texto du 33777 : «Votez demain»').callerId).toBe('33777')
    expect(values('they say 33777 people were called')).toEqual({})
  })

  test.each([
    '51551 texted me that my poll moved',
    'sender shows as 51551. text: vote by SMS',
    'le 51551 m’a envoyé un texto',
    'got texted by 51551',
    'reçu de 51551 par texto',
  ])('%s: 51551 sent it', (text) => {
    expect(values(text).callerId).toBe('51551')
  })

  test.each([
    'reply STOP to 55123',
    'text MOVE to 55123 to confirm',
    'répondez STOP au 70010',
    'poll 40412, text says no',
  ])('%s: nobody is said to have sent it', (text) => {
    expect(read(text).callerId).toBeUndefined()
  })

  test.each([
    'It was a private number',
    'no caller id',
    'display said BLOCKED',
    'c’était un numéro masqué',
    'privé',
    'came up no caller ID at 1pm',
    'Showed as anonymous',
    'c’était confidentiel sur l’afficheur',
    'They blocked their number',
  ])('%s: the number was withheld', (text) => {
    expect(normaliseCallerId(values(text).callerId ?? '').kind).toBe('withheld')
  })

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
    'I keep my number private',
    'j’ai un numéro confidentiel',
  ])('%s: nothing is said of what was shown', (text) => {
    expect(read(text).callerId).toBeUndefined()
  })
})
