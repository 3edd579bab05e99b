/** Who answers what: the gateway's routes, its ANY routes and what refuse-request says in Allow all derive from this table. */
export type Route = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  path: string
  answeredBy: StageName
  /** Only who shows a token of an analyst comes in. */
  isForAnalysts?: boolean
  /** Of an answer that is the same for everyone: all that it depends on beside the path. It is given to HEAD too, and an edge may keep it. */
  variesBy?: Varies
}

export type Varies = { query?: true; header?: 'Accept' | 'Accept-Language' }

export type StageName =
  | 'receive-report'
  | 'show-report'
  | 'receive-sms'
  | 'open-line'
  | 'suggest-ridings'
  | 'offer-template'
  | 'describe-api'
  | 'answer-stats'
  | 'answer-exact'
  | 'show-edition'

const reports: Route[] = [
  { method: 'POST', path: '/v1/reports', answeredBy: 'receive-report' },
  { method: 'GET', path: '/v1/reports/{id}', answeredBy: 'show-report' },
  { method: 'PUT', path: '/v1/reports/{id}', answeredBy: 'receive-report' },
  { method: 'DELETE', path: '/v1/reports/{id}', answeredBy: 'receive-report' },
  // Before {id} for the gateway, which takes literal segments first.
  { method: 'POST', path: '/v1/reports/held', answeredBy: 'open-line' },
  {
    method: 'GET',
    path: '/v1/reports/template.csv',
    answeredBy: 'offer-template',
    variesBy: { query: true, header: 'Accept-Language' },
  },
]

const texts: Route[] = [{ method: 'POST', path: '/v1/sms/twilio', answeredBy: 'receive-sms' }]

const ridings: Route[] = [
  { method: 'GET', path: '/v1/ridings', answeredBy: 'suggest-ridings', variesBy: { query: true } },
]

const itself: Route[] = [
  { method: 'GET', path: '/v1/openapi.json', answeredBy: 'describe-api', variesBy: {} },
  { method: 'GET', path: '/v1/docs', answeredBy: 'describe-api', variesBy: {} },
]

const TABLES = [
  'summary',
  'ridings',
  'caller-ids',
  'caller-ids/{e164}',
  'scripts',
  'scripts/{id}/list-source',
  'ages',
  'earlier-polls',
  'earlier-polls/odds-ratios',
  'sources',
  'timeline',
]

const stats = TABLES.map((name): Route => ({
  method: 'GET',
  path: `/v1/stats/${name}`,
  answeredBy: 'answer-stats',
  variesBy: { query: true, header: 'Accept' },
}))

const exact = TABLES.map((name): Route => ({
  method: 'GET',
  path: `/v1/exact/${name}`,
  answeredBy: 'answer-exact',
  isForAnalysts: true,
}))

/** What is published, and the file that says which edition is the newest. */
const editions: Route[] = [{ method: 'GET', path: '/v1/editions/{path+}', answeredBy: 'show-edition', variesBy: {} }]

const asked = [...reports, ...texts, ...ridings, ...itself, ...stats, ...exact, ...editions]
/** What anyone may keep. */
export const PUBLIC_ROUTES = asked.filter(
  (route): route is Route & { variesBy: Varies } => route.variesBy !== undefined,
)

export const ROUTES: Route[] = [...asked, ...PUBLIC_ROUTES.map((route): Route => ({ ...route, method: 'HEAD' }))]

/** Path → methods, as refuse-request reads them from ROUTES. */
export const methodsByPath = (routes: Route[]): Record<string, string[]> => {
  const byPath: Record<string, string[]> = {}
  for (const { path, method } of routes) (byPath[path] ??= []).push(method)
  return byPath
}
