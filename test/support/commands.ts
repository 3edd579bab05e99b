import type { PortCall } from './port-call.ts'

/** One use of one verb on one resource, as IAM would decide it. */
export type Command = {
  /** The function that asks. */
  caller: string
  /** `dynamodb:PutItem` */
  action: string
  /** A table's name, a queue's URL, a secret's ARN, a function's name, the number a text comes from, the folder of an object: as the request names it. */
  resource: string
  /** The partition keys that the request names; none where it is told by a condition. */
  keys: string[]
}

type Key = { pk?: { S?: string } }
type Request = {
  TableName?: string
  QueueUrl?: string
  SecretId?: string
  OriginationIdentity?: string
  Key?: Key
  Item?: Key
  RequestItems?: Record<string, { Keys: Key[] }>
  TransactItems?: Record<string, Request>[]
}

// A transaction is authorised verb by verb.
const IN_TRANSACTION: Record<string, string> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

/** What a call asks for. Throws when its resource cannot be told. */
export function commandsOf({ service, operation, caller, body, callee, object }: PortCall): Command[] {
  if (object) return [{ caller, action: `s3:${operation}`, resource: objectsLike(object), keys: [] }]
  if (callee) return [{ caller, action: 'lambda:InvokeFunction', resource: decodeURIComponent(callee), keys: [] }]
  return usesIn(operation, JSON.parse(body) as Request).map(({ verb, resource, keys }) => {
    if (!resource || !caller) throw new Error(`${operation} of ${caller}: who asks for what?`)
    return { caller, action: `${service}:${verb}`, resource, keys }
  })
}

/** The objects that a role is allowed together with this one: what lies in one folder of the event's. */
function objectsLike(object: string): string {
  const [bucket, event, ...path] = object.split('/')
  return [bucket, event, ...(path.length > 1 ? [path[0], '*'] : path)].join('/')
}

type Use = { verb: string; resource: string | undefined; keys: string[] }

function usesIn(verb: string, request: Request): Use[] {
  const { TransactItems, RequestItems, TableName, QueueUrl, SecretId, OriginationIdentity, Key, Item } = request
  if (TransactItems)
    return TransactItems.flatMap((item) =>
      Object.entries(item).flatMap(([kind, inner]) => usesIn(IN_TRANSACTION[kind] ?? kind, inner)),
    )
  if (RequestItems)
    return Object.entries(RequestItems).map(([resource, { Keys }]) => ({ verb, resource, keys: Keys.map(keyOf) }))
  const key = Key ?? Item
  return [{ verb, resource: TableName ?? QueueUrl ?? SecretId ?? OriginationIdentity, keys: key ? [keyOf(key)] : [] }]
}

function keyOf({ pk }: Key): string {
  return pk?.S ?? ''
}
