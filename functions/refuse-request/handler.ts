import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { answerProblems } from '../adapters/answer-problems.ts'
import { logRequests } from '../adapters/log-requests.ts'
import { refuseRequest, type Routes } from './refuse-request.ts'

// Not read with a schema: the stack writes it from its own routes, and zod would be most of what this function loads.
const routes: Routes = JSON.parse(process.env['ROUTES'] ?? '{}')

export const handler = middy(async (event: APIGatewayProxyEventV2) => refuseRequest(event.routeKey, routes))
  .use(logRequests())
  .use(answerProblems())
