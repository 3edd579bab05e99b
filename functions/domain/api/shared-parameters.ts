import { type Document, isRef, type Operation, type Parameter, refTo } from './openapi.ts'

type Shared = { paths: Document['paths']; parameters: Record<string, Parameter> }

/** The same paths, with what several operations ask alike written once. Of two that only share a name the commoner is shared. */
export function shareParameters(paths: Document['paths']): Shared {
  const asked = Object.values(paths).flatMap((item) => Object.values(item).flatMap(({ parameters = [] }) => parameters))
  const alike = Map.groupBy(
    asked.flatMap((each) => (isRef(each) ? [] : [each])),
    (each) => JSON.stringify(each),
  )
  const common = [...alike.values()].filter(({ length }) => length > 1).toSorted((a, b) => a.length - b.length)
  const parameters = Object.fromEntries(common.map(([each]) => [each!.name, each!]))
  const shared = new Map(
    Object.entries(parameters).map(([name, each]) => [JSON.stringify(each), refTo('parameters', name)]),
  )
  const share = (operation: Operation): Operation =>
    operation.parameters
      ? { ...operation, parameters: operation.parameters.map((each) => shared.get(JSON.stringify(each)) ?? each) }
      : operation
  const items = Object.entries(paths).map(([path, item]) => [path, mapValues(item, share)])
  return { paths: Object.fromEntries(items) as Document['paths'], parameters }
}

function mapValues<T>(values: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}
