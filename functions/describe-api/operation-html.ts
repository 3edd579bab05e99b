import {
  type Content,
  type Document,
  isRef,
  nameOf,
  type Operation,
  type Parameter,
  type Ref,
  type Response,
} from '../domain/api/openapi.ts'
import { type Html, markup, inline, joined, prose } from './html.ts'
import { example, typeOf } from './schema-html.ts'

type Components = Document['components']
export type Described = { method: string; path: string; operation: Operation }
type Around = { components: Components; everywhere: string[] }

/** One operation: who may ask, what it takes, and what it may answer beside what is answered everywhere. */
export function operationSection({ method, path, operation }: Described, { components, everywhere }: Around): Html {
  const { operationId, summary, description, security, parameters = [], requestBody, responses } = operation
  const asked = parameters.map((each) => found(each, components.parameters))
  const answers = Object.keys(responses).filter((status) => !everywhere.includes(status))
  return markup`<article id="${operationId}">
    <h3>${summary}</h3>
    <p class="route"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code></p>
    ${prose(description)}${security.flatMap((each) => Object.keys(each).map((name) => authorization(name, components)))}
    ${list('Asked', asked.map(parameterItem))}
    ${
      requestBody &&
      markup`<h4>Sent</h4>
        ${contentList(requestBody.content)}`
    }
    ${answerList(answers, operation, components)}
  </article>`
}

/** What an operation answers under these statuses. */
export function answerList(statuses: string[], { responses }: Operation, { responses: shared }: Components): Html {
  return list('Answers', statuses.map((status) => answerItem(status, found(responses[status]!, shared)))) // prettier-ignore
}

/** What a reference refers to. */
function found<T extends object>(value: T | Ref, among: Record<string, T>): T {
  return isRef(value) ? among[nameOf(value)]! : value
}

function list(title: string, items: Html[]): Html {
  return items.length > 0
    ? markup`<h4>${title}</h4>
        <ul class="fields">
          ${items}
        </ul>`
    : markup``
}

function authorization(name: string, { securitySchemes }: Components): Html {
  const { description, scheme } = securitySchemes[name]!
  const header =
    scheme === 'bearer'
      ? markup`<code>Authorization: Bearer …</code>: `
      : markup`<code>${securitySchemes[name]!['name']}</code>: `
  return markup`<p>${header}${inline(description)}</p>`
}

function parameterItem({ name, in: place, description, required, schema, example: value }: Parameter): Html {
  const where = place === 'header' ? 'header, ' : ''
  const such = value === undefined ? undefined : markup` Such as <code>${value}</code>.`
  return markup`<li>
    <code>${name}</code>
    <span class="type">${where}${typeOf(schema)}${required ? ', required' : ''}</span> ${inline(description)}${such}
  </li>`
}

function answerItem(status: string, { description, headers = {}, content = {} }: Response): Html {
  const kinds = problemTypes(content)
  const sent = Object.keys(headers)
  return markup`<li>
    <b>${status}</b> ${inline(description)}${kinds.length > 0 ? markup` Types: ${joined(kinds, ', ')}.` : undefined}${
      sent.length > 0 ? markup` <span class="type">Headers: ${sent.join(', ')}.</span>` : undefined
    }${contentList(content)}
  </li>`
}

function problemTypes(content: Content): Html[] {
  const { allOf = [] } = content['application/problem+json']?.schema ?? {}
  const types = allOf.flatMap(({ properties }) => properties?.['type']?.enum ?? [])
  return types.map((type) => markup`<code>${String(type).split(':').at(-1)}</code>`)
}

function contentList(content: Content): Html {
  const media = Object.entries(content).map(([type, { schema, example: value }]) => {
    const shape = type === 'application/problem+json' ? { $ref: '#/components/schemas/Problem' } : schema
    return markup`<li>
      <code>${type}</code> <span class="type">${typeOf(shape)}</span>${value === undefined ? undefined : example(value)}
    </li>`
  })
  return media.length > 0
    ? markup`<ul>
        ${media}
      </ul>`
    : markup``
}
