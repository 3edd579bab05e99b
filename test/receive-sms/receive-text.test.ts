import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { UnavailableError } from '../../functions/domain/rejected.ts'
import { normalise } from '../../functions/domain/normal-form.ts'
import { ridingById } from '../../functions/domain/ridings/riding.ts'
import { fitsSegment } from '../../functions/domain/sms/gsm7.ts'
import { type Phones, startPhones } from '../support/phones.ts'

let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones.stop())

let line = 100
let from = ''
beforeEach(() => {
  from = `+1519555${String(line++).padStart(4, '0')}`
})

const TOLD = 'Got a call saying my poll has moved to the mall'

test('the first text is a report at once, and the first answer says where to check before voting, then asks', async () => {
  const [kept, question, ...more] = await phones.phone(from).text(TOLD)
  expect(kept).toMatch(/^Before voting check elections\.ca or 1-800-463-6868.* rpt_\w{26} r1\.[\w-]{23}\.[\w-]{22}$/)
  expect(question).toMatch(/^Which number/)
  expect(more).toEqual([])
  const [report] = await phones.reports()
  expect(report?.told).toMatchObject({ door: 'sms', incomplete: true, words: { message: TOLD } })
})

test('three questions, one at a time, and each answer amends the report', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  expect(await text('613 555 0146')).toEqual([expect.stringMatching(/^Where do you vote/)])
  expect(await text('Guelph')).toEqual([expect.stringMatching(/^When did it come/)])
  expect(await text('today at 10:15 am')).toEqual([expect.stringMatching(/^Thank you/)])
  const [report, ...others] = await phones.reports()
  expect(others).toEqual([])
  expect(report?.told).toMatchObject({
    call: { callerId: '613 555 0146', receivedAt: '2026-05-04T10:15' },
    riding: 'Guelph',
    words: { message: TOLD },
  })
  expect(report?.told?.incomplete).toBeUndefined()
})

test.each([
  '226-555-01??', '315-555-????', '888 ??? 5752', '877-...-1918', '...0168', 'xxx-xxx-0192', '555-0163',
  '226 area code, last digits 0198', 'indicatif 778, derniers chiffres 0166', 'quelque chose avec 96 à la fin',
  '805-550-181', '1-905-555-908', '43.555.5425', '(8119) 555-0696', '35455501944',
])('a part of the number answers as well, or one with a digit too few or too many, and is kept as it was typed: %s', async (answer) => {
  const { text } = phones.phone(from)
  await text(TOLD)
  expect(await text(answer)).toEqual([expect.stringMatching(/^(?:Where do you vote|Où votez)/)])
  const [report] = await phones.reports()
  expect(report?.told).toMatchObject({ call: { callerId: answer }, words: { message: TOLD } })
}) // prettier-ignore

test.each([
  'They say the polls close at 5, from 613 555 0146. Guelph',
  'The local candidate stepped down yesterday, from 613 555 0146. Guelph',
  'On me dit de voter mercredi au lieu de lundi. Appel du 613 555 0146. Guelph',
])('when it came is asked where only the story has hours and days, and the answer counts: %s', async (story) => {
  const { text } = phones.phone(from)
  const [, question] = await text(story)
  expect(question).toMatch(/^(?:When did it come|Quand est-ce arrivé)/)
  await text('May 2 approx 6:15 pm')
  const [report] = await phones.reports()
  expect(report?.told).toMatchObject({ call: { receivedAt: '2026-05-02T18:15' }, words: { message: story } })
})

test('a time alone sets right the one that was read, whether it was asked for or not', async () => {
  const { text } = phones.phone(from)
  await text('my poll moved they said yesterday at 5 pm, from 613 555 0146. Guelph')
  expect(await text('May 2 approx 6 pm')).toEqual([expect.stringMatching(/^Added/)])
  const [report] = await phones.reports()
  expect(report?.told?.call.receivedAt).toBe('2026-05-02T18')
})

test('each question may be skipped, and what the first text tells is not asked', async () => {
  const { text } = phones.phone(from)
  const [, question] = await text(`${TOLD}, from 613 555 0146`)
  expect(question).toMatch(/^Where/)
  expect(await text('0')).toEqual([expect.stringMatching(/^When/)])
  expect(await text("I don't know")).toEqual([expect.stringMatching(/^Thank you/)])
  const [report] = await phones.reports()
  expect(report?.told).toMatchObject({ incomplete: true, call: { callerId: '613 555 0146' } })
})

test('where several ridings fit, they are offered by number, in one text', async () => {
  const { text } = phones.phone(from)
  await text(`${TOLD}, from 613 555 0146`)
  const [choice = ''] = await text('London')
  expect(choice).toMatch(/^Which riding\? 1 .*London.*2 /)
  expect(fitsSegment(choice)).toBe(true)
  const second = /2 ([^,]+),/.exec(choice)![1]!
  await text('2')
  const [report] = await phones.reports()
  const { id } = normalise(report!.told!, report!.receivedAt).riding!
  expect(ridingById(id!)!.name.en.replaceAll('—', '-')).toBe(second)
})

test('a second message told in place of an answer is a second report', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  const second =
    'Then somebody else phoned me and pretended that the election was cancelled because of flooding everywhere'
  const [kept] = await text(second)
  expect(kept).toMatch(/^Before voting/)
  expect((await phones.reports()).map(({ told }) => told?.words.message).toSorted()).toEqual([TOLD, second].toSorted())
})

test.each(['STOP! Your poll has moved. Call 1-800-555-0199', 'Your poll location changed, vote at 12 Elm Street'])(
  'a short message after all is asked is a second report: %s',
  async (second) => {
    const { text } = phones.phone(from)
    await text(`${TOLD}, from 613 555 0146, today at 10:15 am, I vote in Guelph`)
    expect(await text('thanks')).toEqual([expect.stringMatching(/^Thank you/)])
    expect((await text(second))[0]).toMatch(/^Before voting/)
    expect(await phones.reports()).toHaveLength(2)
  },
)

test('what begins with "and" is more of the same call', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  await text('And they said that everybody over sixty must bring two proofs of address to the new place')
  const [report, ...others] = await phones.reports()
  expect(others).toEqual([])
  expect(report?.told?.words.message).toMatch(/^Got a call.*\nAnd they said/)
})

test('a short remark in place of an answer stays with the report', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  await text('it was some woman')
  const [report, ...others] = await phones.reports()
  expect(others).toEqual([])
  expect(report?.told?.words.message).toBe(`${TOLD}\nit was some woman`)
})

test('after half an hour a message is another report; an answer still amends the last one for three days', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  phones.pass(31)
  expect(await text('613 555 0146')).toEqual(['Added to your report, thank you.'])
  await text('They called and said the poll is closed')
  phones.pass(73 * 60)
  const [kept] = await text('Guelph')
  expect(kept).toMatch(/^Before voting/)
  const reports = await phones.reports()
  expect(reports).toHaveLength(3)
  expect(reports.find(({ told }) => told?.words.message === TOLD)?.told?.call.callerId).toBe('613 555 0146')
})

test('answers that come before the message are one report with it', async () => {
  const { text } = phones.phone(from)
  await text('Guelph')
  await text('613 555 0146')
  await text(TOLD)
  const [report, ...others] = await phones.reports()
  expect(others).toEqual([])
  expect(report?.told).toMatchObject({
    riding: 'Guelph',
    call: { callerId: '613 555 0146' },
    words: { message: TOLD },
  })
})

test('a text that comes again, later or at once, is answered alike and changes nothing', async () => {
  const { text } = phones.phone(from)
  const again = { messageId: 'SM1' }
  const answers = await Promise.all(Array.from({ length: 12 }, async () => await text(TOLD, again)))
  await text('613 555 0146')
  answers.push(await text(TOLD, again))
  expect(new Set(answers.map((replies) => replies.join('|'))).size).toBe(1)
  const reports = await phones.reports()
  expect(reports).toHaveLength(1)
  expect(reports[0]?.told?.call.callerId).toBe('613 555 0146')
})

test('texts of one sender that come at the same moment are one report with all they tell', async () => {
  for (let n = 0; n < 10; n += 1) {
    const { text } = phones.phone(`+1226555${String(100 + n).padStart(4, '0')}`)
    await Promise.all([TOLD, '613 555 0146', 'Guelph', 'today at 10:15 am'].map(async (body) => await text(body)))
  }
  const reports = await phones.reports()
  const whole = { call: { callerId: '613 555 0146', receivedAt: expect.stringMatching(/T10:15$/) }, riding: 'Guelph', words: { message: TOLD } } // prettier-ignore
  expect(reports.map(({ told }) => told)).toMatchObject(Array.from({ length: 10 }, () => whole))
})

test('when the queue refuses, the same text again brings the report in', async () => {
  const again = { messageId: 'SM2' }
  const send = async () => {
    throw new UnavailableError('no')
  }
  await expect(phones.phone(from, { queue: { send } }).text(TOLD, again)).rejects.toThrow(UnavailableError)
  const [kept] = await phones.phone(from).text(TOLD, again)
  expect(kept).toMatch(/^Before voting/)
  expect(await phones.reports()).toHaveLength(1)
})

test('what was told leaves the dialogue with the report, and is nowhere else in it', async () => {
  const { text } = phones.phone(from)
  await text('They said the unmistakable zebra crossing is closed')
  const items = await phones.tables.items('dialogues')
  const holding = items.filter((item) => JSON.stringify(item).includes('zebra'))
  expect(holding.map(({ pk }) => String(pk).slice(0, 4))).toEqual(['rpt_'])
  expect(JSON.stringify(items)).not.toMatch(/r1\.(?!X)[\w-]{10}/)
  expect(JSON.stringify(items)).not.toContain(from.slice(2))
  await phones.reports()
})

test('the sender is known by the token of the line, and the line is nowhere in what is told', async () => {
  await phones.phone(from).text(`they called my number ${from.slice(2)} and said the poll moved`)
  const [report] = await phones.reports()
  expect(report?.line?.token).toMatch(/^t1\./)
  expect(report?.told?.words.message).toBe("they called my number [reporter's number] and said the poll moved")
})

test.each([
  ['STOP', /^You will get no more texts/],
  ['stop ', /^You will get no more texts/],
  ['Arrêt', /^Vous ne recevrez plus/],
  ['ARRET', /^Vous ne recevrez plus/],
  ['help', /1-800-463-6868/],
  ['AIDE', /Signalement/],
  ['info', /1-800-463-6868/],
])('%s is a keyword, answered in its own language', async (word, answer) => {
  const replies = await phones.phone(from).text(word)
  expect(replies).toEqual([expect.stringMatching(answer)])
  expect(await phones.reports()).toEqual([])
})

test('a keyword inside a message is a part of it', async () => {
  const [kept] = await phones.phone(from).text('STOP! Your poll has moved to the mall')
  expect(kept).toMatch(/^Before voting/)
  expect(await phones.reports()).toHaveLength(1)
})

test('whoever opted out is not written to again, yet reports; START ends that', async () => {
  const { text } = phones.phone(from)
  await text('STOP')
  for (const body of ['STOP', 'HELP', TOLD, '613 555 0146', 'SHOW', 'ERASE']) expect(await text(body)).toEqual([])
  const [report] = await phones.reports()
  expect(report?.told).toMatchObject({ call: { callerId: '613 555 0146' }, words: { message: TOLD } })
  expect(await text('START')).toEqual([expect.stringMatching(/^You will get our texts again/)])
  expect(await text('HELP')).toHaveLength(1)
})

test('what tells nothing is answered in its own language, and so is a number after it', async () => {
  const { text } = phones.phone(from)
  expect(await text('appel louche')).toEqual([expect.stringMatching(/^Pour signaler/)])
  const [kept] = await text('613 555 0146')
  expect(kept).toMatch(/^Avant de voter/)
  expect(await phones.phone('+15195559990').text('spam call')).toEqual([expect.stringMatching(/^To report/)])
  await phones.reports()
})

test('FR and EN change the language, and the open question is asked again in it', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  expect(await text('FR')).toEqual([expect.stringMatching(/^De quel numéro/)])
  expect(await text('0')).toEqual([expect.stringMatching(/^Où votez-vous/)])
  expect(await text('english')).toEqual([expect.stringMatching(/^Where do you vote/)])
  await phones.reports()
})

test('a French text is answered in French', async () => {
  const [kept] = await phones.phone(from).text("Bonjour, un appel m'a dit que mon bureau de vote est fermé")
  expect(kept).toMatch(/^Avant de voter: elections\.ca/)
  await phones.reports()
})

test('greetings and signs are answered with what to do, and are no reports', async () => {
  for (const body of ['hello', '👍', '0', '...', 'Merci!'])
    expect(await phones.phone(from).text(body)).toEqual([expect.stringMatching(/^(?:To report|Pour signaler)/)])
  expect(await phones.reports()).toEqual([])
})

test('pictures are noted, and asked for in words', async () => {
  const media = { count: 2, types: ['image/jpeg', 'image/jpeg'] }
  const [kept, picture] = await phones.phone(from).text('', { media })
  expect([kept, picture]).toEqual([
    expect.stringMatching(/^Before voting/),
    expect.stringMatching(/^We cannot see pictures/),
  ])
  const [report] = await phones.reports()
  expect(report?.told?.media).toEqual({ count: 2, types: ['image/jpeg'] })
})

test('parts of one message are one message, whichever comes first', async () => {
  const { text } = phones.phone(from)
  await text('(2/2) moved to the mall because of flooding')
  await text('(1/2) Elections notice: your poll has')
  const [report, ...others] = await phones.reports()
  expect(others).toEqual([])
  expect(report?.told?.words.message).toBe('Elections notice: your poll has moved to the mall because of flooding')
})

test('SHOW says how many reports bear the line and through which doors, with a code that the same text always gets', async () => {
  phones.holds({
    reports: 3,
    doors: [
      { door: 'web', reports: 1 },
      { door: 'import', source: 'Office of the Member', reports: 2 },
    ],
  })
  const { text } = phones.phone(from)
  const replies = await text('show', { messageId: 'SM3' })
  expect(replies).toEqual([
    'Reports that bear this line: 3 (web 1, import 2; "Office of the Member" 2).',
    expect.stringMatching(/: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\./),
  ])
  expect(await text('show', { messageId: 'SM3' })).toEqual(replies)
  const { code, token } = phones.asked.at(-1)!
  expect(replies[1]).toContain(code)
  expect(token).toMatch(/^t1\./)
  phones.holds({ reports: 0, doors: [] })
  expect(await text('VOIR')).toEqual(["Nous n'avons aucun signalement qui porte cette ligne."])
})

test('ERASE asks for a code, and only that code, in time, from that line, erases', async () => {
  const { text } = phones.phone(from)
  await text('They said the unforgettable marmot is closed')
  const isRemembered = async () => JSON.stringify(await phones.tables.items('dialogues')).includes('marmot')
  expect(await isRemembered()).toBe(true)
  await phones.reports()
  const codeIn = (replies: string[]) => /\d{6}/.exec(replies[0]!)![0]
  const late = codeIn(await text('ERASE'))
  phones.pass(16)
  const before = phones.asked.length
  await text(late)
  const code = codeIn(await text('effacer'))
  await text(code === '123456' ? '654321' : '123456')
  await phones.phone('+15195550199').text(code)
  expect(phones.asked).toHaveLength(before)
  expect(await text(code, { messageId: 'SM4' })).toEqual([expect.stringMatching(/^Every report/)])
  expect(phones.asked.slice(before).map(({ action }) => action)).toEqual(['erase'])
  await text(code, { messageId: 'SM4' })
  expect(phones.asked).toHaveLength(before + 1)
  expect(await isRemembered()).toBe(false)
  await phones.reports()
})

test('a wrong code three times ends the erasing', async () => {
  const { text } = phones.phone(from)
  const code = /\d{6}/.exec((await text('ERASE'))[0]!)![0]
  const wrong = code === '111111' ? '222222' : '111111'
  for (let n = 0; n < 3; n += 1) expect(await text(wrong)).toEqual([expect.stringMatching(/^That is not the code/)])
  const before = phones.asked.length
  await text(code)
  expect(phones.asked).toHaveLength(before)
  await phones.reports()
})

test('a machine that answers every text is written to thirty times an hour, and reported on all the same', async () => {
  const { text } = phones.phone(from)
  const replies: string[][] = []
  for (let n = 0; n < 40; n += 1) replies.push(await text(`Auto reply ${n}: your message was received by us`))
  expect(replies.filter((each) => each.length > 0)).toHaveLength(30)
  expect(await text('HELP')).toHaveLength(1)
  await phones.reports()
})

test('who is asked too often is not answered, and no code is good that nobody was told', async () => {
  const { text } = phones.phone(from)
  const asked = phones.asked.length
  for (let n = 0; n < 12; n += 1) await text('HELP')
  expect(await text('SHOW')).toEqual([])
  expect(await text('ERASE', { messageId: 'SM unheard' })).toEqual([])
  const { textKeys } = await import('../../functions/adapters/text-keys.ts')
  await text(textKeys(phones.ports.keys, 'SM unheard').eraseCode)
  expect(phones.asked).toHaveLength(asked)
  expect(await text('STOP')).toEqual([])
  phones.pass(61)
  expect(await text('HELP')).toEqual([])
  await phones.reports()
})

test.each([
  'http://evil.example/?c=XXXX-XXXX-XXXX',
  '\uE000'.repeat(14),
  'XXXXXX',
  'Office"). Code AAAA. Text it to 613 555 0',
  'Office of\nEvil',
])('what somebody claims as a source never reaches the line as more than a count: %j', async (source) => {
  phones.holds({ reports: 1, doors: [{ door: 'import', source, reports: 1 }] })
  const [held, code] = await phones.phone(from).text('SHOW')
  expect(held).toBe('Reports that bear this line: 1 (import 1).')
  expect(code).toMatch(/reports\/held\): [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\./)
})

test.each(['302 956', 'code 302956.', '"302956"'])('the code of ERASE is read as people write it: %s', async (as) => {
  const { text } = phones.phone(from)
  const code = /\d{6}/.exec((await text('ERASE'))[0]!)![0]
  const before = phones.asked.length
  await text(as.replace(/302 ?956/, as.includes(' 956') ? `${code.slice(0, 3)} ${code.slice(3)}` : code))
  expect(phones.asked.slice(before).map(({ action }) => action)).toEqual(['erase'])
  expect(await text('123456')).toEqual([expect.stringMatching(/^That is not the code/)])
  expect(await phones.reports()).toEqual([])
})

test('a receipt or code that is sent back is not kept', async () => {
  const { text } = phones.phone(from)
  const [kept = ''] = await text(TOLD)
  const secret = /rpt_\S+ r1\.\S+/.exec(kept)![0]
  expect(await text(`please withdraw ${secret}`)).toEqual([expect.stringMatching(/^Reports of deceptive/)])
  await text(`They called again today and said the poll has moved, my receipt is ${secret} and the code 7K3M-0QXT-9D5A`)
  const reports = JSON.stringify(await phones.reports())
  expect(reports).toContain('[receipt]')
  expect(reports).not.toMatch(/7K3M-0QXT|r1\.[\w-]{20}/)
})

test('signs that no queue takes are left out, and the text is kept', async () => {
  await phones.phone(from).text('They said my poll moved\0 to the mall\uFFFF')
  const [report] = await phones.reports()
  expect(report?.told?.words.message).toMatch(/^They said my poll moved {2}to the mall/)
})

test.each(['the second one', '#2', '2)', 'Two', 'la 2 je pense', 'deuxième'])('a riding is chosen as people say it: %s', async (said) => {
  const { text } = phones.phone(from)
  await text(`${TOLD}, from 613 555 0146`)
  const [choice = ''] = await text('London')
  const second = /2 ([^,]+),/.exec(choice)![1]!
  await text(said)
  const [report] = await phones.reports()
  const { id } = normalise(report!.told!, report!.receivedAt).riding!
  expect(ridingById(id!)!.name.en.replaceAll('—', '-')).toBe(second)
}) // prettier-ignore

test('what says less of a place than was told changes nothing, and says so', async () => {
  const { text } = phones.phone(from)
  await text(`${TOLD}, from 613 555 0146. I vote in Guelph`)
  expect((await text('N1G 2W1'))[0]).toMatch(/^Thank you/)
  const [report] = await phones.reports()
  expect(report?.told?.riding).toBe('Guelph')
})

test.each([
  ['sorry it was 613 555 0147', { callerId: '613 555 0147' }],
  ['wrong number it was 613-555-0148', { callerId: '613-555-0148' }],
])('a correction amends what was told: %s', async (said, call) => {
  const { text } = phones.phone(from)
  await text(`${TOLD}, from 613 555 0146, today at 10:15 am, I vote in Guelph`)
  expect(await text(said)).toEqual(['Added to your report, thank you.'])
  const [report, ...others] = await phones.reports()
  expect(others).toEqual([])
  expect(report?.told).toMatchObject({ call })
})

test('a question of the sender’s is answered with what this is, and is no answer of theirs', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  expect(await text('Should I go to the Legion or to the school?')).toEqual([
    expect.stringMatching(/^Reports of decep/),
  ])
  const [report] = await phones.reports()
  expect(report?.told?.words.message).toBe(TOLD)
})

test('the second half of a story is the same call', async () => {
  const { text } = phones.phone(from)
  await text(TOLD)
  await text('The woman had an accent and she sounded like a real person not a recording')
  const [report, ...others] = await phones.reports()
  expect(others).toEqual([])
  expect(report?.told?.words.message).toMatch(/real person/)
})

test.each(['delete my data', 'remove', 'Effacez', 'S.T.O.P', 'arrête', 'English please', 'help me'])('%s is meant as its keyword, and is no report', async (word) => {
  expect(await phones.phone(from).text(word)).toHaveLength(1)
  expect(await phones.reports()).toEqual([])
}) // prettier-ignore

test('a short code can report, and is told that it has no line to show or erase', async () => {
  const { text } = phones.phone('43218')
  await text(TOLD)
  for (const word of ['SHOW', 'ERASE']) expect(await text(word)).toEqual([expect.stringMatching(/only from a phone number/)])
  const [report] = await phones.reports()
  expect(report?.line?.token ?? null).toBeNull()
}) // prettier-ignore

test('of more than ninety reports the words of those that are forgotten go as well', async () => {
  const { text } = phones.phone(from)
  for (let n = 0; n < 93; n += 1) {
    phones.pass(40)
    await text(`They told me for the time ${n} that my poll was closed by marmots`)
  }
  const [confirm = ''] = await text('ERASE')
  await text(/\d{6}/.exec(confirm)![0])
  const drafts = (await phones.tables.items('dialogues')).filter((item) => JSON.stringify(item).includes('by marmots'))
  expect(drafts).toEqual([])
  await phones.reports()
})

test.each([
  ['Elections Canada: Your voting location has changed. See bit.ly/x1y2 for details', 'text'],
  ['DO NOT VOTE ON MONDAY. New date is Tuesday. txt STOP to end', 'text'],
  ['They called and said: your poll has moved, see www.example.org', 'unsure'],
])('a text that is sent on as it came is told as one: %s', async (body, kind) => {
  await phones.phone(from).text(body)
  const [report] = await phones.reports()
  expect(report?.told?.call.kind).toBe(kind)
})
