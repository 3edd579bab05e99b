import { LABELLED_FIELDS } from './field-labels.ts'

// A site's form and its key are no column of a list: where the whole list comes from is said when it is imported.
const NOT_OF_A_LIST = ['/source', '/idempotencyKey']

/** Pointers of the fields that a spreadsheet of reports has a column for: every field that holds a text. */
export const TEMPLATE_COLUMNS = LABELLED_FIELDS.filter(
  (pointer) => !NOT_OF_A_LIST.includes(pointer) && !LABELLED_FIELDS.some((other) => other.startsWith(`${pointer}/`)),
)
