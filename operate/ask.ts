import { createInterface } from 'node:readline/promises'

/** Whether somebody can be asked. */
export function isAttended(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY
}

export async function answersYes(question: string): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  // Ctrl-C and Ctrl-D are no agreement.
  const answer = await asking.question(question).catch(() => 'no')
  asking.close()
  return /^\s*(?:y|yes|o|oui)\s*$/i.test(answer)
}
