/** What a template's `Ref` and `Fn::GetAtt` stand for. */
export type Lookup = {
  ref: (name: string) => unknown
  attribute: (logicalId: string, attribute: string) => unknown
}

/** The value with every CloudFormation intrinsic replaced; throws on one that is not known here. */
export function resolve(value: unknown, lookup: Lookup): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(each, lookup))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const only = entries.length === 1 ? entries[0] : undefined
  if (only && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) return intrinsic(only[0], only[1], lookup)
  return Object.fromEntries(
    entries
      .map(([key, each]) => [key, resolve(each, lookup)])
      // AWS::NoValue takes the property away.
      .filter(([, each]) => each !== undefined),
  )
}

function intrinsic(name: string, argument: unknown, lookup: Lookup): unknown {
  if (name === 'Ref' && typeof argument === 'string') return lookup.ref(argument)
  if (name === 'Fn::GetAtt') return getAttribute(argument, lookup)
  if (name === 'Fn::Sub') return substitute(argument, lookup)
  const resolved = resolve(argument, lookup)
  if (name === 'Fn::Join' && Array.isArray(resolved)) return list(resolved[1]).join(String(resolved[0]))
  if (name === 'Fn::Split' && Array.isArray(resolved)) return String(resolved[1]).split(String(resolved[0]))
  if (name === 'Fn::Select' && Array.isArray(resolved)) return list(resolved[1])[Number(resolved[0])]
  throw new Error(`The template uses ${name}, which this host does not know`)
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`Expected a list in the template, found ${JSON.stringify(value)}`)
  return value
}

function getAttribute(argument: unknown, lookup: Lookup): unknown {
  const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : list(argument)
  return lookup.attribute(String(logicalId), attribute.join('.'))
}

function substitute(argument: unknown, lookup: Lookup): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}]
  const own: Record<string, unknown> = Object(variables)
  return String(text).replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    if (Object.hasOwn(own, name)) return String(resolve(own[name], lookup))
    return String(name.includes('.') ? getAttribute(name, lookup) : lookup.ref(name))
  })
}
