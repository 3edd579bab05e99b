import { RejectedError } from './rejected.ts'

/** Names and values of a URL-encoded form, in their order. Throws a RejectedError when it is none, or not in UTF-8. */
export function* formPairs(body: string): Generator<[string, string]> {
  for (const pair of body.split('&')) {
    const [name = '', ...value] = pair.split('=')
    if (pair !== '') yield [decode(name), decode(value.join('='))]
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new RejectedError('not-a-form')
  }
}
