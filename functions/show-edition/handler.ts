import { S3Client } from '@aws-sdk/client-s3'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { answerProblems } from '../adapters/answer-problems.ts'
import { headersOf } from '../adapters/edition-headers.ts'
import { readEnv } from '../adapters/env.ts'
import { fileAnswer } from '../adapters/file-answer.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { objectLinks } from '../adapters/object-link.ts'
import { objectStore } from '../adapters/object-store.ts'
import { quiet } from '../adapters/quiet.ts'
import { showEdition } from './show-edition.ts'

const env = readEnv({ EDITION_BUCKET: z.string(), EVENT: z.string() })
const s3 = quiet(new S3Client({}))
const ports = {
  editions: objectStore(s3, env.EDITION_BUCKET),
  linkTo: objectLinks(s3, env.EDITION_BUCKET),
  event: env.EVENT,
  whole: new Set<string>(),
}

export const handler = middy(async (event: APIGatewayProxyEventV2) => {
  const path = event.pathParameters?.['path'] ?? ''
  return await fileAnswer(event, { file: await showEdition(path, ports), ...headersOf(`/${path}`) })
})
  .use(logRequests())
  .use(answerProblems())
