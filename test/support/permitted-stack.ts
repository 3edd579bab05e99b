import { cachedAssembly } from '../../infra/local/cached-assembly.ts'
import { Random } from '../../rehearsal/random.ts'
import { type Command, commandsOf } from './commands.ts'
import { faultProxy } from './fault-proxy.ts'
import { logicalIds, rolesOf, templateIn } from './roles.ts'
import { type RunningStack, type StackOptions, startStack } from './stack.ts'
import type { Template } from './template.ts'

export type PermittedStack = RunningStack & {
  template: Template
  /** All that the functions asked for so far; resources by their logical ids. */
  commands: Command[]
}

/**
 * The whole stack, with every function held to its role: what the template's role does not allow gets no answer, and `stop`
 * throws.
 */
export async function startPermittedStack(options: StackOptions = {}): Promise<PermittedStack> {
  const { event = 'ca-ge-test', invented = false } = options
  const assembly = await cachedAssembly({ event, invented, smsNumbers: ['phone-1'] })
  const template = templateIn(assembly)
  const allows = rolesOf(template)
  const [commands, denied]: [Command[], Command[]] = [[], []]
  let named = (resource: string) => resource

  const proxy = faultProxy(new Random('no faults'))
  proxy.watch((call) => {
    const asked = commandsOf(call).map((command) => ({ ...command, resource: named(command.resource) }))
    commands.push(...asked)
    const beyond = asked.filter((command) => !allows(command))
    denied.push(...beyond)
    if (beyond.length > 0) throw new Error('not allowed by its role')
  })
  const stack = await startStack({
    // Each more is a cold start more, and most tests ask for one thing at a time.
    environments: 2,
    ...options,
    assembly,
    interpose: async (service, url, caller) => (caller === 'host' ? url : await proxy.interpose(service, url, caller)),
  })
  named = logicalIds(template, stack.outputs)
  return {
    ...stack,
    template,
    commands,
    stop: async (how) => {
      await stack.stop(how)
      await proxy.stop()
      if (denied.length > 0) throw new Error(`beyond their roles: ${JSON.stringify(denied.slice(0, 5))}`)
    },
  }
}
