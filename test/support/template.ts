import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AssemblyProps, cachedAssembly } from '../../infra/local/cached-assembly.ts'

export type Resource = {
  Type: string
  Properties?: Record<string, unknown>
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
  Metadata?: Record<string, unknown>
}
export type Template = { Resources: Record<string, Resource>; Outputs: Record<string, { Value: unknown }> }

export const VALID = { event: 'ca-ge-46', invented: false }

/** The template as every host gets it, synthesized anew only when a source has changed. */
export const readTemplate = async (props: Partial<AssemblyProps> = {}): Promise<Template> => {
  const directory = await cachedAssembly({ ...VALID, ...props })
  return JSON.parse(readFileSync(join(directory, 'CallWitness.template.json'), 'utf8')) as Template
}

/** All resources of a type, by logical id. */
export const ofType = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type)

/** The one resource of this construct path below the stack: `reports/Queue`. */
export const at = (template: Template, path: string): Resource => {
  const found = Object.values(template.Resources).filter((resource) => pathOf(resource) === path)
  if (found.length !== 1) throw new Error(`${found.length} resources at ${path}`)
  return found[0]!
}

/** Construct path below the stack, without the word Resource that CDK puts at its end. */
export const pathOf = ({ Metadata }: Resource): string =>
  String(Metadata?.['aws:cdk:path'])
    .replace(/^CallWitness\//, '')
    .replace(/\/Resource$/, '')

/** What lies at a dotted path of a resource: `Properties.RedrivePolicy.maxReceiveCount`. */
export const read = (from: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), from)

/** Puts a value there, or takes away what is there. */
export const write = (into: unknown, path: string, value?: unknown): void => {
  const keys = path.split('.')
  const last = keys.pop()!
  const parent = keys.length === 0 ? into : read(into, keys.join('.'))
  if (!isObject(parent)) throw new Error(`nothing to change at ${path}`)
  if (value === undefined) delete parent[last]
  else parent[last] = value
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
