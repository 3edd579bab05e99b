import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLimits } from '../functions/domain/limits.ts'
import { signIn } from './sign-in.ts'
import { explainAndEnd, findStack, readFlags, type RunningStack, WHERE_HELP } from './stack-outputs.ts'

const USAGE =
  'npm run token -- --name "A. Analyst" [--province ON]… [--riding 35027]… [--hours 8] [--data DIR], or --aws'
const HELP = `${USAGE}

Prints a token for exact counts (/v1/exact/…), to be sent as Authorization: Bearer.
  --name NAME         for whom; stands in the trail of who asked for what
  --province ON       limits it to a province; may be repeated
  --riding 35027      limits it to a riding, of 2003, or 35027-2013, 35027-2023; may be repeated
  --hours N           how long it lives, by default 8, at most 24
${WHERE_HELP}; there one signs in, and the pool says name, limits and hours`
const DEFAULT = { folder: '.callwitness', hours: 8 }
const MOST_HOURS = 24

export type TokenRequest = {
  name: string
  /** `province:ON`, `riding:35027-2013`; none is no limit. */
  groups?: string[]
  hours?: number
}

/** A token of the issuer in the local host, as Cognito would make it for this analyst. Throws when there is no such issuer, name or limit. */
export async function issueToken(stack: Pick<RunningStack, 'outputs'>, folder: string, asked: TokenRequest) {
  const { name, groups = [], hours = DEFAULT.hours } = asked
  if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,128}$/u.test(name)) throw new Error(`for whom? ${USAGE}`)
  if (!(hours > 0 && hours <= MOST_HOURS)) throw new Error(`a token lives for ${MOST_HOURS} hours at most. ${USAGE}`)
  try {
    readLimits(groups)
  } catch (cause) {
    throw new Error(`${groups.join(', ')}: no such province or riding. ${USAGE}`, { cause })
  }
  const key = readKey(folder, stack.outputs.AnalystIssuer)
  const claims = claimsFor({ name, groups, hours }, stack.outputs)
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: key.kid })
    .sign(await importJWK(key, 'RS256'))
}

function claimsFor({ name, groups, hours }: Required<TokenRequest>, outputs: RunningStack['outputs']): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  return {
    sub: subjectOf(name),
    ...(groups.length > 0 ? { 'cognito:groups': groups } : {}),
    iss: outputs.AnalystIssuer,
    version: 2,
    client_id: outputs.AnalystClientId,
    token_use: 'access',
    scope: outputs.AnalystScope,
    auth_time: now,
    iat: now,
    exp: now + Math.round(hours * 3600),
    jti: randomUUID(),
    username: name,
  }
}

/** The same for every token of one name, as a pool has one for every person. */
function subjectOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/** The host keeps the key of each pool under the pool's id, with which its issuer ends. */
function readKey(folder: string, issuer: string): JWK & { kid: string } {
  const file = join(folder, 'issuer', `${issuer.split('/').at(-1)}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK & { kid: string }
  } catch (cause) {
    throw new Error(`no key to sign with in ${file}: start the stack once, or name its folder with --data`, { cause })
  }
}

if (import.meta.main) {
  await explainAndEnd(HELP, async () => {
    const [text, texts] = [{ type: 'string' } as const, { type: 'string', multiple: true } as const]
    const flags = readFlags({ name: text, hours: text, province: texts, riding: texts })
    const { name = '', hours, province = [], riding = [] } = flags as Partial<Record<'name' | 'hours', string> & Record<'province' | 'riding', string[]>> // prettier-ignore
    const stack = findStack(flags)
    // The address goes beside the token, so that another program can read that alone.
    const tell = (address: string) => console.error(`Sign in at ${address}`)
    if (flags.aws) {
      console.log(await signIn(stack.outputs, tell))
      return 0
    }
    const groups = [
      ...province.map((each) => `province:${each}`),
      ...riding.map((each) => `riding:${each.replace(/^ocd-division\/country:ca\/ed:/, '')}`),
    ]
    const asked = { name, groups, ...(hours !== undefined && { hours: Number(hours) }) }
    console.log(await issueToken(stack, flags.data ?? DEFAULT.folder, asked))
    return 0
  })
}
