import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './commands.ts'
import { type Allowed, functionPolicies, TEXTED_FROM } from './policies.ts'
import type { Template } from './template.ts'

/** The stack's template in a synthesized assembly. */
export function templateIn(assembly: string): Template {
  const file = readdirSync(assembly).find((name) => name.endsWith('.template.json'))
  if (!file) throw new Error(`no template in ${assembly}`)
  return JSON.parse(readFileSync(join(assembly, file), 'utf8')) as Template
}

/** Whether the caller's role, as the template has it, allows a command whose resource is named by its logical id. */
export function rolesOf(template: Template): (command: Command) => boolean {
  const policies = functionPolicies(template)
  return ({ caller, action, resource, keys }) =>
    (policies[caller] ?? []).some(
      ({ actions, resources, conditions }) =>
        actions.includes(action) && resources.includes(resource) && holds(conditions, keys),
    )
}

// The one condition that a role here has on what is asked for.
function holds(conditions: Allowed['conditions'], keys: string[]): boolean {
  return Object.entries(conditions).every(([operator, on]) => {
    const { 'dynamodb:LeadingKeys': patterns, ...others } = on as Record<string, string[]>
    if (operator !== 'ForAllValues:StringLike' || !patterns || Object.keys(others).length > 0)
      throw new Error(`a condition that is not read here: ${operator}`)
    return keys.every((key) => patterns.some((pattern) => key.startsWith(pattern.replace(/\*$/, ''))))
  })
}

/** From what a request names (a table's name, a queue's URL, a secret's ARN) to the logical id of the template. */
export function logicalIds(template: Template, outputs: Record<string, string>): (resource: string) => string {
  const known = new Map<string, string>()
  for (const [name, { Value }] of Object.entries(template.Outputs)) {
    const { Ref } = Value as { Ref?: string }
    if (Ref) known.set(nameOf(outputs[name]!), Ref)
  }
  return (resource) => known.get(nameOf(resource)) ?? (/^\+\d+$/.test(resource) ? TEXTED_FROM : resource)
}

// Functions reach a queue at another port than its output says.
function nameOf(resource: string): string {
  return resource.startsWith('http') ? new URL(resource).pathname : resource
}
