import { pagePolicy } from '../adapters/page-policy.ts'
import { apiDocument } from '../domain/api/api-document.ts'
import { descriptionPage } from './page.ts'
import { STYLE } from './style.ts'

type Description = { body: string; headers: Record<string, string> }

const DESCRIPTIONS: Record<string, () => Description> = {
  '/v1/openapi.json': () => ({
    body: JSON.stringify(apiDocument()),
    headers: { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' },
  }),
  '/v1/docs': () => ({
    body: descriptionPage(apiDocument()),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(STYLE),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  }),
}

const made = new Map<string, Description>()

/** The API, described for programs or for people. Made when it is first asked for: it is the same for everyone. */
export function describeApi(path: string): Description {
  const description = made.get(path) ?? DESCRIPTIONS[path]!()
  made.set(path, description)
  return description
}
