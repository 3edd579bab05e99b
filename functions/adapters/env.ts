import * as z from 'zod'

/** What the environment must hold, read once at start. Throws, naming the variable, when one is missing or malformed. */
export function readEnv<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  return z.object(shape).parse(process.env)
}
