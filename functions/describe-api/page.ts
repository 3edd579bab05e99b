import type { Document } from '../domain/api/openapi.ts'
import { type Html, markup, inline, prose } from './html.ts'
import { answerList, type Described, operationSection } from './operation-html.ts'
import { schemaSection } from './schema-html.ts'
import { STYLE } from './style.ts'

/** The document as one page that needs nothing else: no script, no picture, nothing from anywhere. */
export function descriptionPage({ info, tags, paths, components }: Document): string {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Described => ({ method, path, operation })),
  )
  // What refuses everywhere is said once.
  const everywhere = all
    .map(({ operation }) => Object.keys(operation.responses).filter((status) => status >= '400'))
    .reduce((common, statuses) => common.filter((status) => statuses.includes(status)))
  const groups = tags.map((tag) => ({ ...tag, of: all.filter(({ operation }) => operation.tags[0] === tag.name) }))
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${info.title}: the API</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${{ html: `<style>${STYLE}</style>` }}
      </head>
      <body>
        <header>
          <h1>${info.title}: the API</h1>
          <p class="lead">${info.summary}. For programs: <a href="openapi.json">openapi.json</a>.</p>
        </header>
        <nav aria-label="Contents">
          ${groups.map(({ name, of }) => contents(name, of))}
          <p><a href="#schemas">What is sent and answered</a></p>
        </nav>
        <main>
          <section>${prose(info.description)}</section>
          <section>
            <h2>Whatever is asked</h2>
            ${answerList(everywhere, all.at(-1)!.operation, components)}
          </section>
          ${groups.map(
            ({ name, description, of }) =>
              markup`<section>
                <h2>${name}</h2>
                <p>${inline(description)}</p>
                ${of.map((each) => operationSection(each, { components, everywhere }))}
              </section>`,
          )}
          <section id="schemas">
            <h2>What is sent and answered</h2>
            ${Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema))}
          </section>
        </main>
      </body>
    </html>`
  return page.html
}

function contents(title: string, of: Described[]): Html {
  return markup`<p>${title}</p>
    <ul>
      ${of.map(
        ({ method, path, operation }) =>
          markup`<li>
            <a href="#${operation.operationId}">${operation.summary}</a> <small>${method.toUpperCase()} ${path}</small>
          </li>`,
      )}
    </ul>`
}
