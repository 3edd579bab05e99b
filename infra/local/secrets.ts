import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import * as z from 'zod'
import { type Loopback, serveOnLoopback } from './loopback.ts'
import type { GenerateSecretString } from './template/properties.ts'
import type { Secret } from './template/stack.ts'
import { writeDurably } from './write-durably.ts'

const Stored = z.object({ SecretString: z.string(), VersionId: z.string(), CreatedDate: z.number() })
type Stored = z.infer<typeof Stored>

/** Secrets Manager as far as a function needs it: GetSecretValue by ARN or name, on loopback. */
export async function startSecrets(secrets: Secret[], directory: string): Promise<Loopback> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const values = new Map<string, Stored & { ARN: string; Name: string }>()
  for (const secret of secrets) {
    const value = { ARN: secret.arn, Name: secret.name, ...readOrCreate(secret, directory) }
    values.set(secret.arn, value).set(secret.name, value)
  }
  return await serveOnLoopback(async (request, response) => {
    const refuse = (type: string) => response.writeHead(400).end(JSON.stringify({ __type: type, message: type }))
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    try {
      const { SecretId = '' } = JSON.parse(await text(request)) as { SecretId?: string }
      if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') return refuse('InvalidRequestException')
      const value = values.get(SecretId)
      if (!value) return refuse('ResourceNotFoundException')
      return response.end(JSON.stringify({ ...value, VersionStages: ['AWSCURRENT'] }))
    } catch {
      return refuse('InvalidRequestException')
    }
  })
}

function readStored(file: string): Stored {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Error(`${file} holds no secret. Restore it: without it no receipt opens its report`, { cause: error })
  }
}

function readOrCreate(secret: Secret, directory: string): Stored {
  const file = join(directory, `${secret.logicalId}.json`)
  if (existsSync(file)) return readStored(file)
  const { SecretString, GenerateSecretString: rules } = secret
  const value = SecretString ?? (rules ? generate(rules) : '')
  const stored = { SecretString: value, VersionId: randomUUID(), CreatedDate: Date.now() / 1000 }
  writeDurably(file, JSON.stringify(stored))
  return stored
}

function generate(rules: GenerateSecretString): string {
  const kinds = [
    rules.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    rules.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    rules.ExcludeNumbers ? '' : '0123456789',
    rules.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    rules.IncludeSpace ? ' ' : '',
  ]
    .map((kind) => Array.from(kind).filter((character) => !rules.ExcludeCharacters.includes(character)))
    .filter((kind) => kind.length > 0)
  const characters = kinds.flat()
  let password: string[]
  do {
    password = Array.from({ length: rules.PasswordLength }, () => characters[randomInt(characters.length)] ?? '')
  } while (rules.RequireEachIncludedType && !kinds.every((kind) => kind.some((each) => password.includes(each))))
  if (!rules.GenerateStringKey) return password.join('')
  const template: unknown = JSON.parse(rules.SecretStringTemplate ?? '{}')
  return JSON.stringify({ ...Object(template), [rules.GenerateStringKey]: password.join('') })
}
