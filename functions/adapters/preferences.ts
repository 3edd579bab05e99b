import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import Negotiator from 'negotiator'
import { type Language, LANGUAGES } from '../domain/problem-texts.ts'

type Headers = APIGatewayProxyEventV2['headers']

/** What Accept-Language asks for; English when it asks for neither language. */
export function preferredLanguage(headers: Headers): Language {
  const language = new Negotiator({ headers }).language(LANGUAGES)
  return LANGUAGES.find((known) => known === language) ?? 'en'
}

/** The first type in `types` that the sender likes best, or undefined when it takes none of them. */
export function preferredType(headers: Headers, types: string[]): string | undefined {
  return new Negotiator({ headers }).mediaType(types)
}
