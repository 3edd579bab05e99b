import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
/** Every command of the operator, and its file. */
const COMMANDS = Object.entries(scripts).flatMap(([name, line]) => {
  const [, file] = /^node ((?:operate|rehearsal)\/\S+)$/.exec(line) ?? []
  return file ? [[name, file] as const] : []
})

/** Where no stack has ever run. */
const empty = mkdtempSync(join(tmpdir(), 'callwitness-'))
afterAll(() => rmSync(empty, { recursive: true }))

async function run(file: string, ...args: string[]) {
  return await new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [join(root, file), ...args], { cwd: empty }, (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    )
  })
}

test('the commands are found', () => {
  expect(COMMANDS.map(([name]) => name)).toEqual(expect.arrayContaining(['publish', 'audit', 'token', 'import']))
})

test.each(COMMANDS)('npm run %s -- --help says how it is meant, without a stack', async (name, file) => {
  const { code, out, err } = await run(file, '--help')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(new RegExp(`^npm run ${name} -- .*\n(?:npm run .*\n)*\n[A-Z]`))
  expect(out).toContain('  --data')
})

test.each(COMMANDS.filter(([name]) => name !== 'rehearse'))(
  'npm run %s says how it is meant when a flag is wrong',
  async (name, file) => {
    const { code, err } = await run(file, '--wrong')
    expect(code).toBeGreaterThan(0)
    expect(err).toMatch(/^Unknown option '--wrong'/)
    expect(err).toContain(`npm run ${name} -- `)
  },
)

test('who asks for help beside other flags does nothing else', async () => {
  expect(await run('operate/publish.ts', '--now', '-h')).toMatchObject({ code: 0, err: '' })
})
