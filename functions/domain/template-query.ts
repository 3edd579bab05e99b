import * as z from 'zod/mini'
import { LANGUAGES } from './problem-texts.ts'

/** What can be asked of the spreadsheet: its language, where it is not the one preferred. */
export const TemplateQuery = z.strictObject({ language: z.optional(z.enum(LANGUAGES)) })
