import type { SecurityScheme } from './openapi.ts'

/** What opens what is not for everyone. */
export const SECURITY_SCHEMES: Record<string, SecurityScheme> = {
  receipt: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'r1.…',
    description: 'The receipt that the answer to a report holds, for that report alone.',
  },
  code: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'XXXX-XXXX-XXXX',
    description: 'A code that was texted to a line: once, within a day.',
  },
  analyst: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token with the scope call-witness/stats:exact, which `npm run token` gets for people whom an administrator has entered.',
  },
  twilio: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Twilio-Signature',
    description: 'Twilio’s signature of address and fields, under the auth token of its account.',
  },
}
