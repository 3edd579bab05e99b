/**
 * Where a text that is not JSON stops being its beginning. The engine itself says it of some faults, and of others quotes the text.
 */
export function jsonFaultAt(text: string): number {
  let [right, wrong] = [0, text.length + 1]
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1
    if (mayGoOn(text.slice(0, middle))) right = middle
    else wrong = middle
  }
  return right
}

/** Whether something could follow by which this becomes JSON. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const { message } = error as SyntaxError
    const [, position] = /at position (\d+)/.exec(message) ?? []
    return /end of JSON|Unterminated/.test(message) || Number(position) === beginning.length
  }
}
