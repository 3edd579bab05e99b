import * as z from 'zod'
import { synthesize } from '../synthesize.ts'

/** Run as a process of its own: CDK and the bundler would otherwise stay in the host's memory. */
const Props = z.object({
  event: z.string(),
  invented: z.boolean(),
  publicUrl: z.string().optional(),
  smsNumbers: z.array(z.string()).optional(),
  outdir: z.string(),
})
synthesize(Props.parse(JSON.parse(process.argv[2] ?? '{}')))
