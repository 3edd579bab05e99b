import {
  ApiDocument,
  GatewayMessage,
  KeptReport,
  LatestEdition,
  Problem,
  RidingSuggestions,
  Withdrawal,
} from './answers.ts'
import { editionPaths } from './edition-paths.ts'
import { namedSchemas } from './json-schema.ts'
import { type Document, isRef, nameOf, type Operation } from './openapi.ts'
import { otherPaths } from './other-paths.ts'
import { PARAMETERS } from './parameters.ts'
import { dottedSchema, reportSchema, twilioSchema } from './report-form.ts'
import { reportPaths } from './report-paths.ts'
import { HEADERS, problemResponse, RESPONSES } from './responses.ts'
import { SHOWN_REPORTS } from './shown-report.ts'
import { SECURITY_SCHEMES } from './security-schemes.ts'
import { shareParameters } from './shared-parameters.ts'
import { tablePaths, tableSchemas } from './tables.ts'

const DESCRIPTION = `CallWitness takes complaints about deceptive election calls, keeps each one once, and counts them. It does not say who placed a call.

Errors are problem details (RFC 9457) with all invalid fields at once, in English or French by \`Accept-Language\`; nothing echoes what was sent. Branch on \`type\` and \`code\`, which are stable. Any path may answer 404 (\`unknown-path\`) and 405 (\`method-not-allowed\`, with \`Allow\`). What anyone may keep is also answered to HEAD, like GET without the body.

429, some of the answers 413 and 503, and 401 and 403 for want of a good token come from the gateway before us: they have a \`message\` alone, and no \`Retry-After\`. Wait, and repeat with the same \`Idempotency-Key\`.

Any site may ask from a browser, without credentials; it can read \`Location\`, \`Retry-After\`, \`ETag\`, \`Link\` and \`RateLimit-Policy\`.`

const TAGS = [
  { name: 'Reports', description: 'One report is one call that somebody tells of. Its receipt opens it.' },
  { name: 'Text messages', description: 'For the gateway of a number to which people text.' },
  { name: 'Editions', description: 'What was published, as files that never change, and which edition is the newest.' },
  { name: 'Ridings', description: 'Federal electoral districts, each of a representation order.' },
  {
    name: 'Statistics',
    description: 'Protected counts for everyone, of the newest edition, as JSON, CSV or Parquet.',
  },
  {
    name: 'Exact counts',
    description: 'The same tables for vetted analysts. Who asked what, and why, is put on record first.',
  },
  { name: 'This description', description: 'What you are reading.' },
]

/** The whole API, as OpenAPI 3.1: made of the schemas that read what is sent, and of those that every answer is tested against. */
export function apiDocument(): Document {
  const { paths, parameters } = shareParameters({ ...reportPaths, ...otherPaths, ...editionPaths, ...tablePaths() })
  return {
    openapi: '3.1.1',
    info: {
      title: 'CallWitness',
      version: '1',
      summary: 'Complaints about deceptive election calls',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Wherever this description comes from.' }],
    tags: TAGS,
    paths,
    components: {
      schemas: schemas(),
      responses: responsesOf(Object.values(paths).flatMap((item) => Object.values(item))),
      parameters: { ...PARAMETERS, ...parameters },
      headers: HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  }
}

function schemas(): Document['components']['schemas'] {
  const answers = {
    KeptReport,
    Withdrawal,
    ...SHOWN_REPORTS,
    RidingSuggestions,
    Problem,
    GatewayMessage,
    LatestEdition,
    ApiDescription: ApiDocument,
    ...tableSchemas(),
  }
  return { Report: reportSchema(), ReportFields: dottedSchema(), TwilioText: twilioSchema(), ...namedSchemas(answers) }
}

/** Those that the operations refer to. */
function responsesOf(operations: Operation[]): Document['components']['responses'] {
  const answers = operations.flatMap(({ responses }) => Object.values(responses)).filter(isRef)
  const names = new Set(answers.map(nameOf))
  return Object.fromEntries([...names].map((name) => [name, RESPONSES[name] ?? problemResponse(name)]))
}
