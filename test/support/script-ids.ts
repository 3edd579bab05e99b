import { scriptIds } from '../../functions/adapters/script-ids.ts'

export const SCRIPT_SECRET = 'a secret of tests, by which scripts are named'

export const scriptId = scriptIds(SCRIPT_SECRET)
