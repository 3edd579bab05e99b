import type { Random } from '../random.ts'
import type { Call, Form, Said } from './told-call.ts'

/** The number as it is told: copied, mistaken, in part, or not at all. */
export function sayNumber(random: Random, care: string, { number }: Call, form: Form, said: Said): void {
  if (number === 'none') return
  if (number === 'withheld') {
    const how = random.weighted({ word: 6, nothing: 4 })
    if (how === 'nothing') return
    form.call['callerId'] = random.pick([
      'private',
      'Private number',
      'withheld',
      'blocked',
      'numéro masqué',
      'confidentiel',
    ])
    said.number = { isHidden: true }
    return
  }
  const how = random.weighted(
    care === 'careful'
      ? { right: 84, slip: 4, swap: 3, part: 2, seven: 1, nothing: 6, hidden: 0.3 }
      : care === 'ordinary'
        ? { right: 66, slip: 6, swap: 4, part: 4, seven: 2, nothing: 17, hidden: 1 }
        : { right: 38, slip: 7, swap: 4, part: 8, seven: 2, nothing: 39, hidden: 2 },
  )
  if (how === 'nothing') return
  if (how === 'hidden') {
    form.call['callerId'] = random.pick(['unknown', 'private', 'inconnu'])
    return
  }
  if (how === 'part') {
    form.call['callerId'] = random.pick(['...', 'ends in ', 'something ', '']) + number.slice(-4)
    said.number = { part: number.slice(-4) }
    return
  }
  if (how === 'seven') {
    form.call['callerId'] = `${number.slice(3, 6)}-${number.slice(6)}`
    said.number = { part: number.slice(3) }
    return
  }
  const digits = how === 'right' ? number : how === 'slip' ? slipped(random, number) : swapped(random, number)
  form.call['callerId'] = spelled(random, digits)
  said.number = { digits: number }
}

export function slipped(random: Random, number: string): string {
  const i = random.pick([0, 1, 2, 7, 8, 9, 8, 9])
  const digit = String((Number(number[i]) + random.between(1, 9)) % 10)
  return number.slice(0, i) + digit + number.slice(i + 1)
}

function swapped(random: Random, number: string): string {
  const places = [0, 1, 7, 8].filter((i) => number[i] !== number[i + 1])
  if (places.length === 0) return slipped(random, number)
  const i = random.pick(places)
  return number.slice(0, i) + number[i + 1] + number[i] + number.slice(i + 2)
}

export function spelled(random: Random, n: string): string {
  const [a, b, c] = [n.slice(0, 3), n.slice(3, 6), n.slice(6)]
  return random.pick([
    `(${a}) ${b}-${c}`,
    `${a}-${b}-${c}`,
    n,
    `+1 ${a} ${b} ${c}`,
    `1-${a}-${b}-${c}`,
    `${a}.${b}.${c}`,
    `${a} ${b} ${c}`,
  ])
}
