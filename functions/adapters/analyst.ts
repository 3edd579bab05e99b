import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { type Limits, readLimits } from '../domain/limits.ts'

/** Who asks, as the issuer knows them. */
export type Analyst = { sub: string; name: string | null; limits?: Limits | undefined }

const Token = z.object({
  authorizer: z.object({
    jwt: z.object({
      claims: z.object({
        sub: z.string().check(z.minLength(1)),
        username: z.optional(z.string()),
        'cognito:groups': z._default(z.string(), '[]'),
      }),
    }),
  }),
})

/**
 * The analyst of the token that the gateway has found good. Throws when there is none: the route has lost its authorizer; and a
 * RejectedError when one of their groups is not understood.
 */
export function readAnalyst({ requestContext }: APIGatewayProxyEventV2): Analyst {
  const { sub, username = null, 'cognito:groups': groups } = Token.parse(requestContext).authorizer.jwt.claims
  return { sub, name: username, limits: readLimits(listed(groups)) }
}

/** A list as the gateway writes it, `[a b]`. Any other text is one group, which nobody knows. */
function listed(text: string): string[] {
  const [, list] = /^\[(.*)\]$/s.exec(text) ?? []
  return list === undefined ? [text] : list.split(' ').filter((each) => each !== '')
}
