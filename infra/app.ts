import { App } from 'aws-cdk-lib'
import * as z from 'zod'
import { applyRulePacks } from './rule-packs.ts'
import { buildApp } from './synthesize.ts'

// On the command line a list is a text.
const listed = (given: unknown) => (typeof given === 'string' ? given.split(',') : given)
const claim = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
const Context = z.object({
  event: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as ca-ge-41'),
  invented: claim.default(false),
  region: z.string().default('ca-central-1'),
  quotedNumbers: z.preprocess(listed, z.array(z.string().regex(/^\+\d{8,15}$/, 'numbers in E.164')).optional()),
  publicUrl: z
    .union([z.literal(''), z.string().regex(/^https:\/\/[^/?#]+$/, 'https://reports.example.org')])
    .default(''),
  editionsEvery: z
    .string()
    .regex(/^(rate\(\d+ (minute|hour|day)s?\)|cron\(.+\))$/, 'rate(1 day), or cron(…)')
    .optional(),
  reviewHours: z.coerce.number().int().min(0).optional(),
  smsNumbers: z.preprocess(listed, z.array(z.string().regex(/^phone-\w+$/, 'ids such as phone-1a2b3c')).optional()),
})

// From cdk.json, or from the command line: npm run deploy -- --context event=ca-ge-46
const { node } = new App({ autoSynth: false })
const names = [
  'event',
  'invented',
  'region',
  'quotedNumbers',
  'publicUrl',
  'smsNumbers',
  'editionsEvery',
  'reviewHours',
]
const context = Context.parse(Object.fromEntries(names.map((name) => [name, node.tryGetContext(name)])))

buildApp({ ...context, validate: true, extend: (_, app) => applyRulePacks(app) }).synth()
