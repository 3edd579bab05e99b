import { describe, expect, test } from 'vitest'
import { read, values } from './reading.ts'

describe('a text message', () => {
  test('is read into the fields of a report, each with the place where it says so', () => {
    const text =
      'Got call from 450 555 0146 at 10:15 this morning said my polling station moved to Old Mill rd, I’m in guelph N1G'
    const reading = read(text)
    expect(reading).toMatchObject({
      callerId: { value: '450 555 0146', span: { start: 14, end: 26 } },
      receivedAt: { value: '2011-05-02T10:15' },
      riding: { value: 'guelph' },
      pollingPlace: { value: 'Old Mill rd' },
      language: 'en',
      isOnlyAnswers: false,
    })
    expect(text.slice(reading.receivedAt!.span.start, reading.receivedAt!.span.end)).toBe('10:15 this morning')
  })

  test('that was forwarded verbatim says whom to call, and nothing of the reporter', () => {
    const text =
      'STOP! Your poll has moved to 400 Main St, Guelph. Polls close 9:30pm. Info 1 888 555 0143. Reply STOP to opt out'
    expect(values(text)).toEqual({ callbackNumber: '1 888 555 0143', pollingPlace: '400 Main St' })
  })

  test('with a forwarded one in it is told apart from it', () => {
    const text =
      '"Hello voter your poll no. 114 is now at 77 Cork St. call 548-555-0104 if you need a ride". Got this text this morning, from 548 555 0119. Guelph'
    expect(values(text)).toMatchObject({
      callerId: '548 555 0119',
      callbackNumber: '548-555-0104',
      receivedAt: '2011-05-02',
      riding: 'Guelph',
    })
  })

  test('with emoji, in capitals and in digits of another script is read alike', () => {
    expect(values('📞 4️⃣5️⃣0️⃣ 555 0146 🕙 10am 📍 Guelph 🤖')).toMatchObject({
      receivedAt: '2011-05-02T10',
      riding: 'Guelph',
    })
    expect(values('APPEL DU ٤٥٠ ٥٥٥ ٠١٤٦ CE MATIN, JE SUIS À SHERBROOKE')).toMatchObject({
      callerId: '٤٥٠ ٥٥٥ ٠١٤٦',
      receivedAt: '2011-05-02',
      riding: 'SHERBROOKE',
    })
  })

  test.each(['0', 'hello', '?', 'merci', 'I don’t know', 'je sais pas', 'STOP', '', '1'])(
    '%s: says nothing',
    (text) => {
      expect(values(text)).toEqual({})
      expect(read(text).isOnlyAnswers).toBe(false)
    },
  )

  test.each([
    'Guelph',
    '450-555-0146',
    'hier vers 19h',
    'it was 450 555 0146, guelph',
    'N1G 2W1',
    'c’était le 450 555 0199, Sherbrooke, ce matin',
    'Guelph (N1G), thanks',
    'private number',
    'I live in Kitchener—Waterloo',
    'London Ontario',
  ])('%s: nothing but answers', (text) => {
    expect(read(text).isOnlyAnswers).toBe(true)
  })

  test.each([
    'my poll moved',
    'STOP! Your poll has moved',
    'Guelph, my poll moved',
    '450-555-0146 called again',
    'call 1-800-555-0199 to confirm your vote',
    'still guelph and another call came from 450 555 0147 saying vote tomorrow',
  ])('%s: more than answers', (text) => {
    expect(read(text).isOnlyAnswers).toBe(false)
  })

  test('that answers what was asked may be shorter', () => {
    expect(values('5550146', { asked: 'number' })).toEqual({ callerId: '5550146' })
    expect(values('5550146')).toEqual({})
    expect(values('10', { asked: 'time' })).toEqual({ receivedAt: '2011-05-02T10' })
    expect(values('1015', { asked: 'time' })).toEqual({ receivedAt: '2011-05-02T10:15' })
    expect(values('10')).toEqual({})
    expect(values('Ontario', { asked: 'place' })).toEqual({ riding: 'Ontario' })
    expect(values('35027', { asked: 'place' })).toEqual({ riding: '35027' })
    expect(values('2', { asked: 'place' })).toEqual({})
    expect(values('dunno', { asked: 'number' })).toEqual({})
  })

  test.each([
    ['got a robocall', 'en', 'recorded'],
    ['une dame m’a téléphoné vers 14h', 'fr', 'live'],
    ['got a text saying my poll moved', 'en', 'text'],
    ['450-555-0146', undefined, undefined],
  ])('%s: in %s, %s', (text, language, kind) => {
    const reading = read(text)
    expect([reading.language, reading.kind]).toEqual([language, kind])
  })

  test('says whom the call claimed to come from', () => {
    expect(values('fake call from Elections Canada').claimedToBe).toBe('Elections Canada')
    expect(values('said they were from the Liberal party').claimedToBe).toBe('Liberal party')
  })
})

test('where the call sent the voter ends where the number begins', () => {
  const { pollingPlace } = read('They said my polling station moved to the mall from 450 555 0146')
  expect(pollingPlace?.value).toBe('mall')
})

test.each([
  ['il faut aller voter à un autre endroit il faut aller à l’aréna', undefined],
  ['il faut voter à un autre endroit, à cause d’un dégât d’eau', undefined],
  ['they said to vote at another place', undefined],
  ['They told me not to vote at my usual school anymore, go to the arena', undefined],
  ['celle pour qui je voulais voter a quitté', undefined],
  [
    'je dois voter à un autre endroit. Le bureau a été déménagé à l’aréna Bellerive parce que l’école est fermée',
    'l’aréna Bellerive',
  ],
  ['il faut voter à l’aréna Bellerive au lieu de l’école', 'l’aréna Bellerive'],
])('where it names no place, none is read: %s: %s', (text, pollingPlace) => {
  expect(read(text).pollingPlace?.value).toBe(pollingPlace)
})
