import { afterAll, beforeAll, expect, test } from 'vitest'
import { toItem } from '../../functions/adapters/dynamodb.ts'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { startTables, type Tables } from '../support/tables.ts'

let tables: Tables
let asked = 0
let lives = Infinity
/** Before the next link is shortened. */
let onShortening: (() => Promise<unknown>) | undefined
beforeAll(async () => {
  tables = await startTables()
  tables.client.middlewareStack.add(
    (next) => async (args) => {
      if ('RequestItems' in args.input) asked += 1
      if (asked > lives) throw new Error('the invocation has ended')
      if ('ConditionExpression' in args.input && args.input.ConditionExpression?.startsWith('parent = :seen')) {
        const first = onShortening
        onShortening = undefined
        await first?.()
      }
      return await next(args)
    },
    { step: 'initialize' },
  )
})
afterAll(() => tables.stop())

/** So many scripts, each joined to the next: names from the greatest to the smallest. */
async function chain(name: string, length: number): Promise<string[]> {
  const nodes = Array.from({ length }, (_, i) => `scr_${name}_${String(length - i).padStart(4, '0')}`)
  for (const [i, node] of nodes.slice(0, -1).entries()) await tables.scripts.join(node, nodes[i + 1]!)
  return nodes
}

async function askedFor(work: () => Promise<unknown>): Promise<number> {
  asked = 0
  await work()
  return asked
}

test('a long chain of joined scripts is followed link by link once, from whichever of them', async () => {
  const nodes = await chain('once', 200)
  const [first = '', last = ''] = [nodes[0], nodes.at(-1)]
  expect(await askedFor(() => tables.scripts.roots([first]))).toBeGreaterThan(190)
  for (const node of [first, nodes[100]!, nodes[190]!]) {
    const roots = await tables.scripts.roots([node])
    expect(roots.rootOf(node)).toBe(last)
    expect(await askedFor(() => tables.scripts.roots([node]))).toBeLessThan(7)
  }
})

test('a chain longer than an invocation lives is followed on from where the last one ended', async () => {
  const nodes = await chain('stages', 200)
  ;[asked, lives] = [0, 150]
  await expect(tables.scripts.roots([nodes[0]!])).rejects.toThrow('the invocation has ended')
  lives = Infinity
  expect(await askedFor(() => tables.scripts.roots([nodes[0]!]))).toBeLessThan(100)
})

test('whoever reads follows so many links and no more, and has an older name of the script', async () => {
  const nodes = await chain('read', 80)
  const asking = async () =>
    expect((await tables.scripts.rootsWithin([nodes[0]!], 50)).rootOf(nodes[0]!)).toBe(nodes[50])
  expect(await askedFor(asking)).toBe(50)
})

test('a node that is led elsewhere while its chain is shortened stays where it was led', async () => {
  const nodes = await chain('elsewhere', 10)
  const Item = toItem({ pk: nodes[0], v: 1, event: 'test', parent: 'scr_elsewhere' })
  onShortening = () => tables.client.send(new PutItemCommand({ TableName: 'scripts', Item }))
  await tables.scripts.roots([nodes[0]!])
  expect((await tables.scripts.roots([nodes[0]!])).rootOf(nodes[0]!)).toBe('scr_elsewhere')
})
